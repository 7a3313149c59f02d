package org.alongside.system;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;

/** A real mail server that takes every letter of the product and keeps it to be read. */
final class PostBox implements AutoCloseable {

    private final GreenMail server;
    private final int port;

    private PostBox(int port) {
        this.port = port;
        this.server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    /** Starts one at a port that nobody holds, and which it keeps when it is stopped and started again. */
    static PostBox start() throws IOException {
        PostBox box = new PostBox(freePort());
        box.open();
        return box;
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    void tellTo(Stack stack) {
        stack.tells("ALONGSIDE_MAIL_HOST", "127.0.0.1");
        stack.tells("ALONGSIDE_MAIL_PORT", String.valueOf(port));
        stack.tells("ALONGSIDE_MAIL_FROM", "alongside@example.org");
    }

    /** It answers again. */
    void open() {
        server.start();
    }

    /** It does not answer until it is opened; what it has got is kept by those who took it out before. */
    @Override
    public void close() {
        server.stop();
    }

    /** The letters to this address, in the order in which they came. */
    List<MimeMessage> to(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(letter -> addressed(letter, address))
                .toList();
    }

    /** A letter as it came over the wire, headers and all. */
    static String whole(MimeMessage letter) {
        return GreenMailUtil.getWholeMessage(letter);
    }

    private static boolean addressed(MimeMessage letter, String address) {
        try {
            return address.equals(letter.getHeader("To", null));
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
