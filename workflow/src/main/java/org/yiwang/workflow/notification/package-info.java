/**
 * 通知: tells applicants and officers what happened and what comes next: in the platform's own boxes always, by mail and
 * SMS through ports. Texts name the case and the next step, never a person's number.
 */
package org.yiwang.workflow.notification;
