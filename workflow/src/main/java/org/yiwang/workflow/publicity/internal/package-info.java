/** How publicity is kept. */
package org.yiwang.workflow.publicity.internal;
