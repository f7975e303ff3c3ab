package org.yiwang.forms.document.spi;

/** 发文机关名录: knows the departments. */
public interface IssuerDirectory {

    /**
     * The department of that code.
     *
     * @throws IllegalArgumentException if there is none; the message names the code
     */
    Issuer issuer(String department);
}
