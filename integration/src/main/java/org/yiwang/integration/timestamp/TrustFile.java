package org.yiwang.integration.timestamp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/** 信任文件: the certificates an operator trusts, one or more in PEM, or one in DER. */
public final class TrustFile {

    private TrustFile() {}

    /** @throws IllegalStateException if it cannot be read or holds none; a start must not go on without */
    public static List<X509Certificate> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            List<X509Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (certificates.isEmpty()) {
                throw new IllegalStateException("no certificate in the trust file " + file);
            }
            return certificates;
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new IllegalStateException("cannot read the trust file " + file, unreadable);
        }
    }
}
