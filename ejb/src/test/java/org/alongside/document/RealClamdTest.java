package org.alongside.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ClamAV's own clamd, where it is installed (Debian: clamav-daemon), with one signature: that of the file by which scanners are tested. */
class RealClamdTest {
    private static final Path PROGRAM = Path.of("/usr/sbin/clamd");
    private static final String TEST_FILE =
            "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
    private static final int LARGEST = 300_000;

    @TempDir
    private static Path place;

    private static Process clamd;

    @BeforeAll
    static void it_listens() throws Exception {
        assumeTrue(Files.isExecutable(PROGRAM), "skipped: ClamAV's clamd is not installed here");
        Files.writeString(
                place.resolve("test.ndb"),
                "Test-File:0:*:" + HexFormat.of().formatHex(TEST_FILE.getBytes(StandardCharsets.US_ASCII)) + "\n");
        Path settings = Files.writeString(place.resolve("clamd.conf"), """
                DatabaseDirectory %1$s
                LocalSocket %1$s/clamd.socket
                Foreground yes
                AlertExceedsMax yes
                MaxFileSize %2$d
                StreamMaxLength 1M
                """.formatted(place, LARGEST));
        clamd = new ProcessBuilder(PROGRAM.toString(), "--config-file=" + settings)
                .redirectErrorStream(true)
                .redirectOutput(place.resolve("clamd.log").toFile())
                .start();
        for (int tenths = 0; !answers(); tenths++) {
            assertThat(tenths)
                    .as(() -> "clamd starts: " + Arrays.toString(said()))
                    .isLessThan(300);
            assertThat(clamd.isAlive()).as(() -> Arrays.toString(said())).isTrue();
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    @AfterAll
    static void it_stops() throws InterruptedException {
        if (clamd != null) {
            clamd.destroyForcibly().waitFor();
        }
    }

    private static boolean answers() {
        try (SocketChannel line = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return line.connect(UnixDomainSocketAddress.of(place.resolve("clamd.socket")));
        } catch (IOException notYet) {
            return false;
        }
    }

    private static Object[] said() {
        try {
            return Files.readAllLines(place.resolve("clamd.log")).toArray();
        } catch (IOException unreadable) {
            return new Object[] {unreadable};
        }
    }

    @Test
    void what_is_clean_is_taken_and_marked_as_looked_at() throws Exception {
        for (byte[] clean : new byte[][] {HandedIn.pdf("Nothing"), HandedIn.photo(), HandedIn.docx(Map.of())}) {
            try (Received received = handed(clean)) {
                assertThat(received.against()).isEmpty();
                assertThat(received.scan()).isEqualTo("CLEAN");
            }
        }
    }

    @Test
    void what_carries_something_is_not_taken_whether_it_lies_open_or_packed() throws Exception {
        byte[] test = TEST_FILE.getBytes(StandardCharsets.US_ASCII);
        assertThat(against(test)).isEqualTo("file-infected");
        assertThat(against(HandedIn.pdf(TEST_FILE))).isEqualTo("file-infected");
        assertThat(against(HandedIn.docx(Map.of("word/notes.xml", test)))).isEqualTo("file-infected");
    }

    @Test
    void what_it_cannot_look_at_whole_has_not_been_called_clean() throws Exception {
        assertThat(against("Nothing ".repeat(LARGEST / 4).getBytes(StandardCharsets.US_ASCII)))
                .as("more than it looks at in a file, less than it takes")
                .isEqualTo("scan-not-whole");
        assertThat(against("Nothing ".repeat(400_000).getBytes(StandardCharsets.US_ASCII)))
                .as("more than it takes")
                .isEqualTo("scan-not-possible");
    }

    private static String against(byte[] file) throws IOException {
        try (Received received = handed(file)) {
            return received.against().map(reason -> reason.code()).orElse("taken");
        }
    }

    private static Received handed(byte[] file) throws IOException {
        Clamd real = new Clamd(Clamd.address(place.resolve("clamd.socket").toString()), Duration.ofSeconds(20));
        return new Reception(Optional.of(real)).look(Spool.of(out -> out.write(file)), "");
    }
}
