package org.yiwang.integration.message;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.yiwang.workflow.notification.spi.ChannelUnavailable;
import org.yiwang.workflow.notification.spi.MailChannel;

/** SMTP 邮件: hands mails to a server of the city by SMTP, with STARTTLS and a login where they are set. */
public class SmtpMail implements MailChannel {

    private static final String TIMEOUT_MILLIS = "10000";

    /**
     * 邮件服务器.
     *
     * @param user empty where the server asks for none
     * @param startTls whether the connection must be encrypted
     */
    public record Server(String host, int port, String from, String user, String password, boolean startTls) {

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    private final Server server;
    private final Clock clock;
    private final Session session;

    public SmtpMail(Server server, Clock clock) {
        this.server = server;
        this.clock = clock;
        Properties settings = new Properties();
        settings.put("mail.smtp.host", server.host());
        settings.put("mail.smtp.port", Integer.toString(server.port()));
        settings.put("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        settings.put("mail.smtp.timeout", TIMEOUT_MILLIS);
        settings.put("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        settings.put("mail.smtp.starttls.required", Boolean.toString(server.startTls()));
        settings.put("mail.smtp.starttls.enable", Boolean.toString(server.startTls()));
        settings.put("mail.smtp.ssl.checkserveridentity", "true");
        settings.put("mail.smtp.auth", Boolean.toString(!server.user().isEmpty()));
        this.session = Session.getInstance(settings);
    }

    @Override
    public void send(String address, String subject, String text, String reference) {
        Addresses.mail(address);
        try (Transport transport = session.getTransport("smtp")) {
            MimeMessage message = message(address, subject, text, reference);
            if (server.user().isEmpty()) {
                transport.connect();
            } else {
                transport.connect(server.user(), server.password());
            }
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException failure) {
            throw translated(failure);
        }
    }

    @Override
    public boolean standIn() {
        return false;
    }

    private MimeMessage message(String address, String subject, String text, String reference)
            throws MessagingException {
        MimeMessage message = new Numbered(session, "<" + reference + "@" + host(server.from()) + ">");
        message.setFrom(new InternetAddress(server.from()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(address));
        // A line break in a subject would begin a header of its own.
        message.setSubject(subject.replaceAll("\\s+", " "), StandardCharsets.UTF_8.name());
        message.setText(text, StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }

    private static String host(String address) {
        return address.substring(address.indexOf('@') + 1);
    }

    /** What never reached the server is waited for; what the server refused is a failure with its reason. */
    private RuntimeException translated(MessagingException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return new ChannelUnavailable("mail server " + server + " is out of reach", failure);
            }
        }
        return new IllegalStateException(
                "mail server " + server + " refused: " + failure.getClass().getSimpleName(), failure);
    }

    /** A mail whose number is the notice's, so that one sent twice is seen to be the same. */
    private static final class Numbered extends MimeMessage {

        private final String number;

        Numbered(Session session, String number) {
            super(session);
            this.number = number;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", number);
        }
    }
}
