package org.yiwang.workflow.forward.spi;

/** 交换不可用: the other side cannot be reached now; trying again later may do. */
public class ExchangeUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ExchangeUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
