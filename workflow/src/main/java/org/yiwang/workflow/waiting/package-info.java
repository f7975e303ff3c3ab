/** 轮候: who was found eligible waits his turn in a list; places are offered in its order, and time answers for who does not. */
package org.yiwang.workflow.waiting;
