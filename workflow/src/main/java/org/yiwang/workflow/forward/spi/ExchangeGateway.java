package org.yiwang.workflow.forward.spi;

/** 数据交换: hands a case to the higher authority. May be called twice with the same reference. */
public interface ExchangeGateway {

    /** Name for the log and the screen; a stand-in says that it is one. */
    String name();

    /**
     * Hands it over; returning means the other side has taken it, files included.
     *
     * @throws ExchangeUnavailable when the other side cannot be reached now
     * @throws IllegalArgumentException when the other side does not take it as it is; the message says why and names no
     *     person
     */
    void send(Dispatch dispatch);

    /** Whether it only stands for the real thing and sends nothing. */
    boolean standIn();
}
