package org.yiwang.integration.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiwang.workflow.notification.spi.ChannelUnavailable;
import org.yiwang.workflow.notification.spi.MailChannel;

class SmtpMailTest extends MailChannelContract {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T02:00:00Z"), ZoneOffset.UTC);

    private SmtpCatcher catcher;

    @BeforeEach
    void open() throws Exception {
        catcher = new SmtpCatcher();
    }

    @AfterEach
    void close() throws Exception {
        catcher.close();
    }

    @Override
    MailChannel channel() {
        return to(catcher.port());
    }

    private static MailChannel to(int port) {
        return new SmtpMail(new SmtpMail.Server("127.0.0.1", port, "notice@yunzhou.example", "", "", false), CLOCK);
    }

    private MimeMessage caught() throws Exception {
        assertEquals(1, catcher.mails().size());
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(catcher.mails().get(0).getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void chineseArrivesWhole() throws Exception {
        channel().send("clerk@yunzhou.example", "已受理：高龄津贴", "办件 9999 已受理。\n下一步：审查。", REFERENCE);
        MimeMessage mail = caught();
        assertEquals("已受理：高龄津贴", mail.getSubject());
        assertEquals(
                "办件 9999 已受理。\n下一步：审查。",
                ((String) mail.getContent()).replace("\r\n", "\n").strip());
        assertEquals("clerk@yunzhou.example", mail.getAllRecipients()[0].toString());
    }

    @Test
    void theMailsNumberIsTheNotices() throws Exception {
        channel().send("clerk@yunzhou.example", "a", "b", REFERENCE);
        MimeMessage mail = caught();
        assertEquals("<" + REFERENCE + "@yunzhou.example>", mail.getMessageID());
        assertEquals(CLOCK.instant(), mail.getSentDate().toInstant());
    }

    @Test
    void aSubjectCannotAddAHeader() throws Exception {
        channel().send("clerk@yunzhou.example", "a\r\nBcc: spy@yunzhou.example", "b", REFERENCE);
        MimeMessage mail = caught();
        assertEquals(1, mail.getAllRecipients().length);
        assertTrue(mail.getSubject().contains("Bcc"));
    }

    @Test
    void aServerThatIsAwayIsUnavailableAndNotAFailure() throws Exception {
        // Bound but not listening: the port is held, so nobody else can answer there meanwhile.
        try (Socket held = new Socket()) {
            held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            assertThrows(ChannelUnavailable.class, () -> to(held.getLocalPort())
                    .send("clerk@yunzhou.example", "a", "b", REFERENCE));
        }
    }

    @Test
    void aRefusalOfTheServerIsAFailure() {
        catcher.recipientAnswer = "550 no such box";
        assertThrows(IllegalStateException.class, () -> channel().send("clerk@yunzhou.example", "a", "b", REFERENCE));
        assertTrue(catcher.mails().isEmpty());
    }

    @Test
    void isTheRealThing() {
        assertFalse(channel().standIn());
    }
}
