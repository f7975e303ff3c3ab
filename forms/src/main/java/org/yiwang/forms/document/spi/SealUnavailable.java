package org.yiwang.forms.document.spi;

/** 签章或时间戳服务暂不可用: waiting, not failing. */
public class SealUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SealUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
