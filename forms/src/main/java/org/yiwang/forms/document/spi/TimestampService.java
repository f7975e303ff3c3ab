package org.yiwang.forms.document.spi;

import java.security.cert.X509Certificate;
import java.util.List;

/** 时间戳服务 (RFC 3161): says that something existed at a time. */
public interface TimestampService {

    /**
     * Token (DER) over a SHA-256 digest.
     *
     * @throws SealUnavailable if no token can be had now that would stand; asked again later
     */
    byte[] stamp(byte[] sha256);

    /** Certificates that a token's signer must lead to. */
    List<X509Certificate> anchors();
}
