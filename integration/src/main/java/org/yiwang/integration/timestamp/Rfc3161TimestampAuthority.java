package org.yiwang.integration.timestamp;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiwang.forms.document.spi.SealUnavailable;
import org.yiwang.forms.document.spi.TimestampService;

/**
 * 时间戳服务机构: asks a time-stamp authority over HTTP (RFC 3161 §3.4). A token is taken only if it answers this very
 * question (nonce, imprint) and was signed by a time-stamping certificate that leads to the trusted ones; anything else
 * is as if nobody had answered, and is asked again later.
 */
public class Rfc3161TimestampAuthority implements TimestampService {

    private static final Logger LOG = LoggerFactory.getLogger(Rfc3161TimestampAuthority.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A token with its certificates is a few kilobytes. */
    private static final int MOST_BYTES = 64 * 1024;

    private final URI address;
    private final List<X509Certificate> anchors;
    private final Duration timeout;
    private final HttpClient client;

    /** @param anchors root or issuing certificates of the authority */
    public Rfc3161TimestampAuthority(URI address, List<X509Certificate> anchors, Duration timeout) {
        if (!List.of("http", "https").contains(String.valueOf(address.getScheme()))) {
            throw new IllegalArgumentException("the address of a time-stamp authority is http or https: " + address);
        }
        if (anchors.isEmpty()) {
            throw new IllegalArgumentException("a time-stamp authority needs at least one trusted certificate");
        }
        this.address = address;
        this.anchors = List.copyOf(anchors);
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public byte[] stamp(byte[] sha256) {
        try {
            TimeStampRequest question = question(sha256);
            TimeStampResponse answer = new TimeStampResponse(ask(question.getEncoded()));
            // Status, nonce, imprint and policy.
            answer.validate(question);
            if (answer.getTimeStampToken() == null) {
                throw new TSPException("refused: " + answer.getStatusString());
            }
            TokenTrust.check(answer.getTimeStampToken(), anchors);
            return answer.getTimeStampToken().getEncoded();
        } catch (IOException | TSPException failure) {
            LOG.warn("The time-stamp authority gives no good answer: {}", failure.toString());
            throw new SealUnavailable("时间戳服务没有给出有效的时间戳", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SealUnavailable("时间戳服务的询问被中断", stopped);
        }
    }

    private static TimeStampRequest question(byte[] sha256) throws IOException {
        TimeStampRequestGenerator asking = new TimeStampRequestGenerator();
        asking.setCertReq(true);
        return asking.generate(NISTObjectIdentifiers.id_sha256, sha256, new BigInteger(64, RANDOM));
    }

    private byte[] ask(byte[] question) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Content-Type", "application/timestamp-query")
                .header("Accept", "application/timestamp-reply")
                .POST(HttpRequest.BodyPublishers.ofByteArray(question))
                .build();
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            String type = response.headers().firstValue("Content-Type").orElse("");
            if (response.statusCode() != 200 || !type.startsWith("application/timestamp-reply")) {
                throw new IOException("HTTP " + response.statusCode() + " " + type);
            }
            byte[] answer = body.readNBytes(MOST_BYTES + 1);
            if (answer.length > MOST_BYTES) {
                throw new IOException("longer than " + MOST_BYTES + " bytes");
            }
            return answer;
        }
    }

    @Override
    public List<X509Certificate> anchors() {
        return anchors;
    }
}
