/** 文书端口: who seals, who stamps the time, and what is printed about the issuing department. */
package org.yiwang.forms.document.spi;
