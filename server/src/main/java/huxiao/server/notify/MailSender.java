package huxiao.server.notify;

import huxiao.register.Delivery;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a delivery as one mail by SMTP (RFC 5321). {@code Message-ID} is made of the delivery's id, so that a mail that is sent
 * again is known as the same; {@code References} is made of the alert's id, so that all mails about it lie together.
 *
 * <p>An address that the server refuses for good (a 5xx answer to RCPT) is not tried again; all else is.
 */
final class MailSender implements Sender {
    private static final Logger LOG = LoggerFactory.getLogger(MailSender.class);
    private static final int PERMANENT = 500;
    private static final int MAX_ERROR = 200;

    private final SmtpSettings smtp;
    private final String password;
    private final String to;
    private final MailText text;
    private final Timeouts timeouts;
    private final SSLSocketFactory tls;

    /** Sends by a mail server whose certificate {@code tls} must accept. */
    MailSender(SmtpSettings smtp, String password, String to, MailText text, Timeouts timeouts, SSLSocketFactory tls) {
        this.smtp = smtp;
        this.password = password;
        this.to = to;
        this.text = text;
        this.timeouts = timeouts;
        this.tls = tls;
    }

    @Override
    public Outcome send(Delivery delivery) {
        MailText.Mail mail = text.of(delivery);
        boolean accepted = false;
        try (DeadlineSockets sockets = new DeadlineSockets(timeouts.attempt())) {
            Session session = Session.getInstance(properties(sockets));
            MimeMessage message = message(session, delivery, mail);
            try (Transport transport = session.getTransport("smtp")) {
                transport.connect(
                        smtp.host(),
                        smtp.port(),
                        smtp.user().isEmpty() ? null : smtp.user(),
                        smtp.user().isEmpty() ? null : password);
                transport.sendMessage(message, message.getAllRecipients());
                accepted = true;
            }
            return new Outcome.Sent();
        } catch (MessagingException e) {
            if (accepted) {
                LOG.debug("{} hung up without a farewell after it took {}", smtp.host(), delivery.id(), e);
                return new Outcome.Sent();
            }
            return judge(e);
        }
    }

    private Properties properties(DeadlineSockets sockets) {
        String wait = Long.toString(timeouts.attempt().toMillis());
        Properties properties = new Properties();
        properties.put("mail.smtp.socketFactory", sockets);
        properties.put("mail.smtp.socketFactory.fallback", "false");
        properties.put(
                "mail.smtp.connectiontimeout", Long.toString(timeouts.connect().toMillis()));
        properties.put("mail.smtp.timeout", wait);
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.auth", Boolean.toString(!smtp.user().isEmpty()));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(smtp.starttls()));
        properties.put("mail.smtp.starttls.required", Boolean.toString(smtp.starttls()));
        properties.put("mail.smtp.ssl.socketFactory", tls);
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        // Otherwise the name is looked up backwards in DNS, which may take longer than the mail.
        properties.put("mail.smtp.localhost", smtp.domain());
        return properties;
    }

    private MimeMessage message(Session session, Delivery delivery, MailText.Mail mail) throws MessagingException {
        MimeMessage message = new IdentifiedMessage(session, "<" + delivery.id() + "@" + smtp.domain() + ">");
        message.setFrom(new InternetAddress(smtp.from(), true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        // RFC 2045 §6.8: in base64 too, a line of text ends in CRLF.
        message.setText(mail.body().replace("\n", "\r\n"), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(delivery.createdAt()));
        message.setHeader("References", "<alert-" + delivery.alertId() + "@" + smtp.domain() + ">");
        message.setHeader("Auto-Submitted", "auto-generated");
        if (mail.urgent()) {
            message.setHeader("Importance", "high");
            message.setHeader("X-Priority", "1");
        }
        message.saveChanges();
        return message;
    }

    private static Outcome judge(MessagingException fault) {
        String error = PlainText.line(fault.getClass().getSimpleName() + ": " + fault.getMessage(), MAX_ERROR);
        for (Exception cause = fault; cause instanceof MessagingException link; cause = link.getNextException()) {
            if (link instanceof SMTPAddressFailedException address && address.getReturnCode() >= PERMANENT) {
                return new Outcome.Refused(PlainText.line("address refused: " + address.getMessage(), MAX_ERROR));
            }
        }
        return Outcome.failed(error);
    }

    private static final class IdentifiedMessage extends MimeMessage {
        private final String messageId;

        IdentifiedMessage(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
