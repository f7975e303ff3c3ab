/** What the archive asks of components that come after it. */
package org.yiwang.workflow.serving.spi;
