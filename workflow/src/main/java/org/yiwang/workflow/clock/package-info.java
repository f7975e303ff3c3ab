/**
 * 时限: by when. Working-day calendars, the clocks of a case, when they rest and what colour they show. The rules are pure
 * and count in legal dates of Asia/Shanghai; nobody else computes a due date.
 */
package org.yiwang.workflow.clock;
