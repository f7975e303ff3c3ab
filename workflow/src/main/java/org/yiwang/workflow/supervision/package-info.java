/** 督办: warnings and orders about late work, replies, appeals against a light, and who is late. */
package org.yiwang.workflow.supervision;
