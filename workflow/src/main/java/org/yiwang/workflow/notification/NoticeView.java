package org.yiwang.workflow.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * 通知: one notice as its reader sees it.
 *
 * @param topic what it is about, such as {@code case.accepted}
 * @param caseNo the case; empty when it is about none
 */
public record NoticeView(
        UUID id, String topic, String title, String text, String caseNo, String itemName, Instant at, boolean read) {}
