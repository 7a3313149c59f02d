package org.alongside.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the virus scanner says, against a small server that speaks clamd's protocol as clamd(8) has it. */
class ClamdTest {
    /** The file by which scanners are tested; it harms nothing. */
    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private ServerSocket scanner;
    private final CountDownLatch testOver = new CountDownLatch(1);
    private volatile Mood mood = Mood.WELL;

    private enum Mood {
        WELL,
        SILENT,
        DEAF,
        DIES_AT_ONCE,
        DIES_IN_THE_MIDDLE,
        DIES_BEFORE_ANSWERING,
        TOO_MUCH_FOR_IT,
        SAYS_HALF
    }

    @BeforeEach
    void it_listens() throws IOException {
        scanner = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread listening = new Thread(() -> {
            while (!scanner.isClosed()) {
                try {
                    Socket line = scanner.accept();
                    new Thread(() -> speak(line)).start();
                } catch (IOException closed) {
                    return;
                }
            }
        });
        listening.setDaemon(true);
        listening.start();
    }

    @AfterEach
    void it_stops() throws IOException {
        testOver.countDown();
        scanner.close();
    }

    private void speak(Socket line) {
        try (line) {
            if (mood == Mood.DIES_AT_ONCE) {
                return;
            }
            DataInputStream in = new DataInputStream(line.getInputStream());
            byte[] asked = in.readNBytes(10);
            assertThat(new String(asked, StandardCharsets.US_ASCII)).isEqualTo("zINSTREAM\0");
            if (mood == Mood.DEAF) {
                testOver.await();
                return;
            }
            ByteArrayOutputStream heard = new ByteArrayOutputStream();
            for (int length = in.readInt(); length > 0; length = in.readInt()) {
                heard.writeBytes(in.readNBytes(length));
                if (mood == Mood.DIES_IN_THE_MIDDLE) {
                    return;
                }
                if (mood == Mood.TOO_MUCH_FOR_IT && heard.size() > 100_000) {
                    answer(line, "INSTREAM size limit exceeded. ERROR\0");
                    return;
                }
            }
            if (mood == Mood.SILENT) {
                testOver.await();
            } else if (mood == Mood.SAYS_HALF) {
                answer(line, "stream: O");
            } else if (mood == Mood.WELL) {
                boolean found = heard.toString(StandardCharsets.ISO_8859_1).contains(EICAR);
                answer(line, found ? "stream: Win.Test.EICAR_HDB-1 FOUND\0" : "stream: OK\0");
            }
        } catch (IOException | InterruptedException over) {
            // whoever asked went away
        }
    }

    private static void answer(Socket line, String words) throws IOException {
        line.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
        line.getOutputStream().flush();
    }

    @Test
    void what_it_calls_clean_is_clean_and_what_it_found_something_in_is_not_taken() throws Exception {
        try (Received clean = handed("Nothing to find here ".repeat(40_000))) {
            assertThat(clean.against()).isEmpty();
            assertThat(clean.scan()).isEqualTo("CLEAN");
        }
        assertThat(against("x".repeat(70_000) + EICAR)).isEqualTo("file-infected");
    }

    @Test
    void it_looks_at_what_was_handed_in_and_not_at_what_is_left_of_it() throws Exception {
        byte[] photo = HandedIn.encoded("jpg");
        ByteArrayOutputStream behindItsEnd = new ByteArrayOutputStream();
        behindItsEnd.writeBytes(photo);
        behindItsEnd.writeBytes(EICAR.getBytes(StandardCharsets.US_ASCII));
        try (Received received = reception().look(Spool.of(out -> out.write(behindItsEnd.toByteArray())), "a.jpg")) {
            assertThat(received.against()).isPresent();
        }
    }

    @Test
    void whoever_dies_keeps_silent_or_cannot_look_has_not_called_it_clean() throws Exception {
        for (Mood bad : Mood.values()) {
            if (bad != Mood.WELL) {
                mood = bad;
                long before = System.nanoTime();
                assertThat(against("Nothing to find here ".repeat(400_000)))
                        .as(bad.name())
                        .isEqualTo("scan-not-possible");
                assertThat(Duration.ofNanos(System.nanoTime() - before))
                        .as(bad.name())
                        .isLessThan(Duration.ofSeconds(10));
            }
        }
        scanner.close();
        assertThat(against("Nothing to find here")).as("nobody listens").isEqualTo("scan-not-possible");
    }

    @Test
    void where_it_listens_is_a_host_with_its_port_or_the_path_of_a_socket() {
        assertThat(Clamd.address("scanner:3310")).isInstanceOf(InetSocketAddress.class);
        assertThat(Clamd.address("/run/clamav/clamd.ctl").toString()).isEqualTo("/run/clamav/clamd.ctl");
        assertThatThrownBy(() -> Clamd.address("scanner")).hasMessageContaining("ALONGSIDE_CLAMD");
    }

    private String against(String words) throws IOException {
        try (Received received = handed(words)) {
            return received.against().orElseThrow().code();
        }
    }

    private Received handed(String words) throws IOException {
        return reception().look(Spool.of(out -> out.write(words.getBytes(StandardCharsets.US_ASCII))), "note.txt");
    }

    private Reception reception() {
        return new Reception(Optional.of(new Clamd(scanner.getLocalSocketAddress(), Duration.ofSeconds(2))));
    }
}
