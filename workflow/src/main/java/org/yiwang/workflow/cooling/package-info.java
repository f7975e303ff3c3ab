/** 冷静期: two people ask for something together, and each may think again before it is given. */
package org.yiwang.workflow.cooling;
