/** How lists and places are kept. */
package org.yiwang.workflow.waiting.internal;
