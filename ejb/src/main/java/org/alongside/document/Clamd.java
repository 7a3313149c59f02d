package org.alongside.document;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * ClamAV's clamd, asked by its INSTREAM protocol (clamd(8)): {@code zINSTREAM}, pieces each behind its length in four bytes, a piece of no length, and one
 * answer that ends with a zero byte. What it does not clearly call clean is not clean; it is never waited for longer than agreed.
 */
final class Clamd {
    private static final String VARIABLE = "ALONGSIDE_CLAMD";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 4096;
    private static final Pattern NOT_WHOLE = Pattern.compile("^stream: Heuristics\\.(Limits|Encrypted)\\.");

    private final SocketAddress address;
    private final Duration patience;

    /** What came of it. */
    enum Verdict {
        CLEAN,
        INFECTED,
        /** It looked at a part alone: more than its limits, or locked with a password. Said only by one that is set to say so. */
        IN_PART,
        /** It did not answer, broke off, or could not look at it. */
        UNKNOWN
    }

    /** @param patience how long it may keep silent between two signs of life */
    Clamd(SocketAddress address, Duration patience) {
        this.address = address;
        this.patience = patience;
    }

    /** The scanner of this installation, if it has one: a host with its port, or the path of a socket. */
    static Optional<Clamd> ofInstallation() {
        return Optional.ofNullable(System.getenv(VARIABLE))
                .filter(text -> !text.isBlank())
                .map(text -> new Clamd(address(text.strip()), PATIENCE));
    }

    static SocketAddress address(String text) {
        int colon = text.lastIndexOf(':');
        if (text.startsWith("/")) {
            return UnixDomainSocketAddress.of(text);
        }
        if (colon < 1 || !text.substring(colon + 1).matches("\\d{1,5}")) {
            throw new IllegalStateException(VARIABLE + " must hold a host with its port, or the path of a socket.");
        }
        return new InetSocketAddress(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    /** Has a file looked at. */
    Verdict look(Spool file) {
        try (Selector waiting = Selector.open();
                SocketChannel line = open();
                InputStream in = file.open()) {
            line.configureBlocking(false);
            SelectionKey key = line.register(waiting, SelectionKey.OP_CONNECT);
            if (!line.connect(address)) {
                await(waiting, key, SelectionKey.OP_CONNECT);
                line.finishConnect();
            }
            send(waiting, key, line, ByteBuffer.wrap("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII)));
            byte[] some = new byte[PIECE];
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                send(waiting, key, line, piece(some, read));
            }
            send(waiting, key, line, piece(some, 0));
            return verdict(answer(waiting, key, line));
        } catch (IOException | RuntimeException away) {
            return Verdict.UNKNOWN;
        }
    }

    private SocketChannel open() throws IOException {
        return address instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open();
    }

    private static ByteBuffer piece(byte[] some, int length) {
        return ByteBuffer.allocate(4 + length)
                .putInt(length)
                .put(some, 0, length)
                .flip();
    }

    private void send(Selector waiting, SelectionKey key, SocketChannel line, ByteBuffer what) throws IOException {
        while (what.hasRemaining()) {
            if (line.write(what) == 0) {
                await(waiting, key, SelectionKey.OP_WRITE);
            }
        }
    }

    private String answer(Selector waiting, SelectionKey key, SocketChannel line) throws IOException {
        ByteBuffer heard = ByteBuffer.allocate(LONGEST_ANSWER);
        while (true) {
            int read = line.read(heard);
            if (read < 0 || !heard.hasRemaining()) {
                throw new IOException("it broke off");
            }
            if (read == 0) {
                await(waiting, key, SelectionKey.OP_READ);
            } else if (heard.get(heard.position() - 1) == 0) {
                return new String(heard.array(), 0, heard.position() - 1, StandardCharsets.US_ASCII);
            }
        }
    }

    private void await(Selector waiting, SelectionKey key, int what) throws IOException {
        key.interestOps(what);
        waiting.select(patience.toMillis());
        boolean there = !waiting.selectedKeys().isEmpty();
        waiting.selectedKeys().clear();
        if (!there) {
            throw new IOException("it keeps silent");
        }
    }

    private static Verdict verdict(String answer) {
        if (answer.equals("stream: OK")) {
            return Verdict.CLEAN;
        }
        if (!answer.startsWith("stream: ") || !answer.endsWith(" FOUND")) {
            return Verdict.UNKNOWN;
        }
        return NOT_WHOLE.matcher(answer).find() ? Verdict.IN_PART : Verdict.INFECTED;
    }
}
