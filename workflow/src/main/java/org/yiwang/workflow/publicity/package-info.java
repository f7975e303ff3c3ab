/** 公示: what is meant to be granted is shown first, anyone may object, and every objection is answered before the decision. */
package org.yiwang.workflow.publicity;
