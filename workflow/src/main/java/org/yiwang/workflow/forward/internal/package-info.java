/** Private to forwarding. */
package org.yiwang.workflow.forward.internal;
