/** What the case asks of components that come after it. */
package org.yiwang.workflow.casefile.spi;
