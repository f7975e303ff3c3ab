package org.yiwang.workflow.notification.spi;

/** 通道不可用: the other side cannot be reached now; trying again later may do. */
public class ChannelUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ChannelUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
