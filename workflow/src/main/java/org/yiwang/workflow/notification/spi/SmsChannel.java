package org.yiwang.workflow.notification.spi;

/** 短信通道: sends a short text to a phone. May be called twice with the same reference. */
public interface SmsChannel {

    /**
     * Hands it over; returning means the other side has taken it.
     *
     * @param reference of the notice, for the logs of both sides; the same when sent again
     * @throws ChannelUnavailable when the other side cannot be reached now
     * @throws IllegalArgumentException when the number is none
     */
    void send(String phone, String text, String reference);

    /** Whether it only stands for the real thing and sends nothing. */
    boolean standIn();
}
