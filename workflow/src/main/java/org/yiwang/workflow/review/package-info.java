/** 审查与决定: opinions, site checks, special procedures, the decision. */
package org.yiwang.workflow.review;
