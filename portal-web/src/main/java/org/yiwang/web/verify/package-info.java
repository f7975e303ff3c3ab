/** 验真: the public page where a stranger finds out whether a document is what it seems. Nothing he sends is kept. */
package org.yiwang.web.verify;
