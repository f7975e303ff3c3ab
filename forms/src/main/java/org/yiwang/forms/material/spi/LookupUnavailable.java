package org.yiwang.forms.material.spi;

/** 查询不可用: the store of licences or data does not answer now. */
public class LookupUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LookupUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
