/** 失信名单: whose word is not taken for a time, why, and how he comes off the list. Never shown to the public. */
package org.yiwang.workflow.credit;
