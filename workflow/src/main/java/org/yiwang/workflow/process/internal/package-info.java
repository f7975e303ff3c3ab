/** The only place that knows the process engine. */
package org.yiwang.workflow.process.internal;
