/** 办件: the case, its states, its legal record and the desk on which it is changed. */
package org.yiwang.workflow.casefile;
