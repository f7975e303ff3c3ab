package org.yiwang.workflow.notification.spi;

/** 邮件通道: sends a plain text by mail. May be called twice with the same reference. */
public interface MailChannel {

    /**
     * Hands it over; returning means the other side has taken it.
     *
     * @param reference of the notice, for the logs of both sides; the same when sent again
     * @throws ChannelUnavailable when the other side cannot be reached now
     * @throws IllegalArgumentException when the address is none
     */
    void send(String address, String subject, String text, String reference);

    /** Whether it only stands for the real thing and sends nothing. */
    boolean standIn();
}
