package org.yiwang.workflow.forward;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.yiwang.forms.platform.MachineTime;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.forward.spi.ExchangeKeys;
import org.yiwang.workflow.forward.spi.ExchangeSignature;

/**
 * 报文验签: lets in what an authority has signed with its key within the last minutes. Whoever is refused learns only that
 * he is; that a message comes in once is seen to by {@link TakeAnswer}.
 */
@ApplicationScoped
public class AdmitMessage {

    /** As far as the clocks of two houses may be apart. */
    static final Duration WINDOW = Duration.ofMinutes(5);

    @Inject
    ExchangeKeys keys;

    @Inject
    @MachineTime
    Clock clock;

    protected AdmitMessage() {}

    AdmitMessage(ExchangeKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Refuses with 401 unless the signature is that of the system it names, over this body, and of now. */
    public void admit(ExchangeSignature head, String signature, byte[] body) {
        boolean complete = present(head.system()) && present(head.time()) && present(head.id()) && present(signature);
        boolean good = complete
                && recent(head.time())
                && keys.of(head.system())
                        .map(secret -> head.matches(signature, body, secret))
                        .orElse(false);
        if (!good) {
            throw Refusal.of(Refusal.Kind.UNAUTHENTICATED, "EXCHANGE_SIGNATURE", "报文签名不正确或已过时效：请核对系统代码、密钥和时间后重新签名发送。");
        }
    }

    private boolean recent(String time) {
        try {
            return Duration.between(Instant.parse(time), clock.instant()).abs().compareTo(WINDOW) <= 0;
        } catch (DateTimeException unreadable) {
            return false;
        }
    }

    private static boolean present(String header) {
        return header != null && !header.isBlank() && header.length() <= 100;
    }
}
