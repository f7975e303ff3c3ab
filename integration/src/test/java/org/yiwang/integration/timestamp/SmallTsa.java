package org.yiwang.integration.timestamp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.yiwang.integration.seal.DevelopmentAuthority;

/** 小时间戳机构: answers over HTTP as RFC 3161 says, and can be told to misbehave. */
final class SmallTsa implements AutoCloseable {

    private final HttpServer server;
    private final AtomicLong serial = new AtomicLong(1);
    private final Clock clock;

    DevelopmentAuthority.Credential signer;
    /** What it answers instead of the question it was asked. */
    UnaryOperator<TimeStampRequest> mishears = question -> question;
    /** What it does to the answer on its way. */
    UnaryOperator<byte[]> spoils = answer -> answer;

    int status = 200;
    String type = "application/timestamp-reply";

    SmallTsa(DevelopmentAuthority.Credential signer, Clock clock) throws IOException {
        this.signer = signer;
        this.clock = clock;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/tsa", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/tsa");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean asked = exchange.getRequestMethod().equals("POST")
                    && "application/timestamp-query"
                            .equals(exchange.getRequestHeaders().getFirst("Content-Type"));
            byte[] answer = asked ? spoils.apply(answered(exchange)) : new byte[0];
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(asked ? status : 415, answer.length == 0 ? -1 : answer.length);
            if (answer.length > 0) {
                exchange.getResponseBody().write(answer);
            }
        } catch (TSPException | OperatorCreationException | GeneralSecurityException broken) {
            throw new IOException(broken);
        }
    }

    private byte[] answered(HttpExchange exchange)
            throws IOException, TSPException, OperatorCreationException, GeneralSecurityException {
        TimeStampRequest question =
                new TimeStampRequest(exchange.getRequestBody().readAllBytes());
        TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withECDSA", signer.key(), signer.certificate()),
                new JcaDigestCalculatorProviderBuilder()
                        .build()
                        .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                new ASN1ObjectIdentifier("1.2.3.4.5"));
        tokens.addCertificates(new JcaCertStore(List.of(signer.certificate())));
        return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                .generate(
                        mishears.apply(question),
                        BigInteger.valueOf(serial.getAndIncrement()),
                        Date.from(clock.instant()))
                .getEncoded();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
