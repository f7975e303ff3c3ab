package org.yiwang.forms.document.spi;

import java.security.cert.X509Certificate;
import java.util.List;

/** 电子签章服务: signs in the name of a department with a key that only it can use. */
public interface SealService {

    /**
     * Signs a digest and has the signature time-stamped.
     *
     * @throws SealUnavailable if it cannot be reached now; asked again later
     */
    Seal sign(SealRequest request);

    /** Certificates that a signature of a department must lead to; also retired ones, as long as documents need them. */
    List<X509Certificate> anchors();
}
