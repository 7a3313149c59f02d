package org.alongside.notice;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.UUID;
import org.alongside.shared.Clock;

/**
 * The one letter there is: that a task waits, and where the product begins. Subject and words are the same for everybody who
 * reads that language; nothing else is in it.
 */
@ApplicationScoped
public class Mail {
    private static final String PATIENCE_MILLIS = "10000";

    @Resource(lookup = "java:jboss/mail/Alongside")
    Session server;

    private final String user = environment("ALONGSIDE_MAIL_USER");
    private final String password = environment("ALONGSIDE_MAIL_PASSWORD");
    private final String start = environment("ALONGSIDE_PUBLIC_URL");

    /** Whether this installation sends letters at all. */
    boolean isSetUp() {
        return !environment("ALONGSIDE_MAIL_HOST").isEmpty();
    }

    /**
     * Sends it; answers what went wrong, if something did.
     *
     * @param letter stands in its message id, by which a mail server knows one that it has had already
     */
    Optional<Failure> send(InternetAddress to, String language, UUID letter) {
        try {
            Session patient = patient();
            MimeMessage message = message(patient, to, language, letter);
            try (Transport transport = patient.getTransport()) {
                if (user.isEmpty()) {
                    transport.connect();
                } else {
                    transport.connect(user, password);
                }
                transport.sendMessage(message, message.getAllRecipients());
            }
            return Optional.empty();
        } catch (SendFailedException refused) {
            boolean never = refused.getInvalidAddresses() != null && refused.getInvalidAddresses().length > 0;
            return Optional.of(never ? Failure.NO_SUCH_ADDRESS : Failure.REFUSED);
        } catch (MessagingException failed) {
            return Optional.of(failed.getNextException() == null ? Failure.REFUSED : Failure.AWAY);
        }
    }

    private MimeMessage message(Session session, InternetAddress to, String language, UUID letter)
            throws MessagingException {
        ResourceBundle words = ResourceBundle.getBundle(
                "org.alongside.notice.letter",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + letter + "@alongside>");
            }
        };
        message.setFrom();
        message.setRecipient(Message.RecipientType.TO, to);
        message.setSubject(words.getString("subject"), StandardCharsets.UTF_8.name());
        message.setText(words.getString("body") + "\n\n" + start + "/\n", StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(Clock.get().instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", language);
        message.saveChanges();
        return message;
    }

    /** The server's session, with an end to waiting, and encryption where it is asked for and never only if it happens to be there. */
    private Session patient() {
        Properties properties = new Properties();
        server.getProperties().forEach(properties::put);
        for (String protocol : new String[] {"mail.smtp.", "mail.smtps."}) {
            properties.put(protocol + "connectiontimeout", PATIENCE_MILLIS);
            properties.put(protocol + "timeout", PATIENCE_MILLIS);
            properties.put(protocol + "writetimeout", PATIENCE_MILLIS);
            properties.put(protocol + "localhost", "alongside");
            properties.put(protocol + "ssl.checkserveridentity", "true");
        }
        properties.put("mail.smtp.starttls.required", properties.getOrDefault("mail.smtp.starttls.enable", "false"));
        return Session.getInstance(properties);
    }

    private static String environment(String name) {
        return Optional.ofNullable(System.getenv(name)).map(String::strip).orElse("");
    }

    /** Why a letter was not sent. */
    public enum Failure {
        /** The mail server does not answer. */
        AWAY,
        /** It does not take letters from here, or not now. */
        REFUSED,
        /** It says that nobody reads mail there. */
        NO_SUCH_ADDRESS
    }
}
