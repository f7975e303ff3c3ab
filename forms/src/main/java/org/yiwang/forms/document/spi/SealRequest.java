package org.yiwang.forms.document.spi;

/**
 * 签章请求.
 *
 * @param department code of the department whose key signs
 * @param sealName name in the certificate if a key has to be made first
 * @param sha256 digest of everything the signature covers
 * @param documentNumber for the seal's own log of use
 */
public record SealRequest(String department, String sealName, byte[] sha256, String documentNumber) {}
