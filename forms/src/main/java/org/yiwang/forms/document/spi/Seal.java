package org.yiwang.forms.document.spi;

import java.time.Instant;

/**
 * 签章: a detached CMS signature (PAdES B-T).
 *
 * @param cms DER
 * @param signer name in the certificate
 * @param signedAt from the time stamp
 */
public record Seal(byte[] cms, String signer, Instant signedAt) {}
