package org.alongside.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Header;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.alongside.notice.Mail.Failure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What leaves the house by mail, read at a real mail server. */
class MailTest {
    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private final Mail mail = new Mail();

    @BeforeEach
    void start() {
        server.start();
        Properties properties = new Properties();
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.host", "localhost");
        properties.put("mail.smtp.port", String.valueOf(server.getSmtp().getPort()));
        properties.put("mail.from", "alongside@example.org");
        mail.server = Session.getInstance(properties);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void a_letter_says_that_a_task_waits_and_nothing_else() throws Exception {
        UUID letter = UUID.randomUUID();
        assertThat(mail.send(new InternetAddress("mina@example.org"), "en", letter))
                .isEmpty();
        MimeMessage got = server.getReceivedMessages()[0];
        assertThat(got.getSubject()).isEqualTo("You have a task in Alongside");
        assertThat(((String) got.getContent()).replace("\r", "")).isEqualTo("You have a task in Alongside.\n\n/");
        assertThat(got.getMessageID()).isEqualTo("<" + letter + "@alongside>");
        List<String> headers = Collections.list(got.getAllHeaders()).stream()
                .map(Header::getName)
                .toList();
        assertThat(headers)
                .isSubsetOf(
                        "Return-Path",
                        "Received",
                        "Date",
                        "From",
                        "To",
                        "Message-ID",
                        "Subject",
                        "MIME-Version",
                        "Content-Type",
                        "Content-Transfer-Encoding",
                        "Auto-Submitted",
                        "Content-Language");
        assertThat(got.getHeader("To")).containsExactly("mina@example.org");
    }

    @Test
    void two_people_get_the_same_letter_to_the_last_word() throws Exception {
        mail.send(new InternetAddress("mina@example.org"), "en", UUID.randomUUID());
        mail.send(new InternetAddress("sana@example.org"), "en", UUID.randomUUID());
        MimeMessage[] got = server.getReceivedMessages();
        assertThat(got[0].getContent()).isEqualTo(got[1].getContent());
        assertThat(got[0].getSubject()).isEqualTo(got[1].getSubject());
    }

    @Test
    void a_letter_is_in_the_language_of_its_reader() throws Exception {
        mail.send(new InternetAddress("sana@example.org"), "ar", UUID.randomUUID());
        MimeMessage got = server.getReceivedMessages()[0];
        assertThat(got.getSubject()).isEqualTo("لديك مهمة في «إلى جانبك»");
        assertThat((String) got.getContent()).startsWith("لديك مهمة في «إلى جانبك».");
    }

    @Test
    void a_server_that_does_not_answer_is_away() throws Exception {
        server.stop();
        assertThat(mail.send(new InternetAddress("mina@example.org"), "en", UUID.randomUUID()))
                .isEqualTo(Optional.of(Failure.AWAY));
    }
}
