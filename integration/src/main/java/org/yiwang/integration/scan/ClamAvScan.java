package org.yiwang.integration.scan;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiwang.forms.material.spi.VirusScan;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.forms.platform.TraceId;

/** ClamAV 病毒扫描: sends the bytes to clamd by INSTREAM. A scanner that does not answer means: not taken. */
public class ClamAvScan implements VirusScan {

    private static final Logger LOG = LoggerFactory.getLogger(ClamAvScan.class);
    private static final Logger SECURITY = LoggerFactory.getLogger("org.yiwang.security");
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 1024;

    private final InetSocketAddress address;
    private final int timeoutMillis;

    public ClamAvScan(String host, int port, Duration timeout) {
        this.address = InetSocketAddress.createUnresolved(host, port);
        this.timeoutMillis = (int) timeout.toMillis();
    }

    @Override
    public boolean clean(byte[] bytes) {
        String answer;
        try {
            answer = ask(bytes);
        } catch (IOException failure) {
            LOG.warn("clamd does not answer: {}", failure.getClass().getSimpleName());
            throw unavailable();
        }
        if (answer.endsWith(" OK")) {
            return true;
        }
        if (answer.endsWith(" FOUND")) {
            // The signature's name is clamd's own, not the sender's.
            SECURITY.warn("upload refused by virus scan: {} trace={}", answer, TraceId.current());
            return false;
        }
        LOG.warn("clamd cannot scan: {}", answer);
        throw unavailable();
    }

    private String ask(byte[] bytes) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHostString(), address.getPort()), timeoutMillis);
            socket.setSoTimeout(timeoutMillis);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            for (int at = 0; at < bytes.length; at += CHUNK) {
                int length = Math.min(CHUNK, bytes.length - at);
                out.writeInt(length);
                out.write(bytes, at, length);
            }
            out.writeInt(0);
            out.flush();
            return answer(socket.getInputStream());
        }
    }

    private static String answer(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LONGEST_ANSWER);
        return new String(bytes, StandardCharsets.US_ASCII).replace("\0", "").strip();
    }

    private static Refusal unavailable() {
        return Refusal.of(Refusal.Kind.UNAVAILABLE, "SCAN_UNAVAILABLE", "文件安全检查暂时不可用，已填写的内容没有丢失，请几分钟后再上传。");
    }
}
