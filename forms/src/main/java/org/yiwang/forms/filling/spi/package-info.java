/** What filling in asks of others. */
package org.yiwang.forms.filling.spi;
