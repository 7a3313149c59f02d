package org.alongside.document;

import java.io.BufferedInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.CipherOutputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What somebody hands in or fetches, on the server's disk for as long as a request lasts, under a key that is in memory alone: it takes no memory however
 * large it is, holds no connection to the database while somebody's line is slow, and what a crash leaves behind nobody can read.
 */
public final class Spool implements AutoCloseable {
    private static final int TAIL = 2048;
    private static final SecureRandom CHANCE = new SecureRandom();

    private final Path file;
    private final SecretKeySpec key;
    private final long bytes;
    private final byte[] sha256;
    private final byte[] tail;

    private Spool(Path file, SecretKeySpec key, Counted counted) {
        this.file = file;
        this.key = key;
        this.bytes = counted.bytes;
        this.sha256 = counted.hash.digest();
        this.tail = counted.tail();
    }

    /** What is written into it. */
    @FunctionalInterface
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** Writes one; nothing is left of it where that fails. */
    public static Spool of(Writing writing) throws IOException {
        return of(made(), writing);
    }

    static Spool of(Path file, Writing writing) throws IOException {
        byte[] secret = new byte[32];
        CHANCE.nextBytes(secret);
        SecretKeySpec key = new SecretKeySpec(secret, "AES");
        try {
            Counted counted = new Counted(new CipherOutputStream(new OnDisk(file), cipher(Cipher.ENCRYPT_MODE, key)));
            try (counted) {
                writing.to(counted);
            }
            return new Spool(file, key, counted);
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
    }

    private static Path made() throws NoRoom {
        try {
            return Files.createTempFile("alongside-", ".part");
        } catch (IOException full) {
            throw new NoRoom(full);
        }
    }

    /** Reads it from its beginning, as often as is needed. */
    public InputStream open() throws IOException {
        return new BufferedInputStream(
                new CipherInputStream(Files.newInputStream(file), cipher(Cipher.DECRYPT_MODE, key)), 64 * 1024);
    }

    public long bytes() {
        return bytes;
    }

    byte[] sha256() {
        return sha256.clone();
    }

    /** The last of it, at most two kilobytes, a character a byte. */
    String tail() {
        return new String(tail, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException busy) {
            file.toFile().deleteOnExit();
        }
    }

    /** The key is used once, so the counter may begin at nought. */
    private static Cipher cipher(int mode, SecretKeySpec key) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(mode, key, new IvParameterSpec(new byte[16]));
            return cipher;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The server's disk takes no more. */
    public static final class NoRoom extends IOException {
        private static final long serialVersionUID = 1L;

        NoRoom(IOException cause) {
            super("no room on the disk of the server", cause);
        }
    }

    /** Tells what the disk refuses apart from a line that breaks. */
    private static final class OnDisk extends FilterOutputStream {
        OnDisk(Path file) throws IOException {
            super(Files.newOutputStream(file));
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                out.write(bytes, from, length);
            } catch (IOException full) {
                throw new NoRoom(full);
            }
        }
    }

    private static final class Counted extends FilterOutputStream {
        private final MessageDigest hash = Sha256.begin();
        private final byte[] last = new byte[TAIL];
        private long bytes;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] written, int from, int length) throws IOException {
            out.write(written, from, length);
            hash.update(written, from, length);
            for (int at = Math.max(from, from + length - TAIL); at < from + length; at++) {
                last[(int) ((bytes + at - from) % TAIL)] = written[at];
            }
            bytes += length;
        }

        private byte[] tail() {
            int kept = (int) Math.min(TAIL, bytes);
            byte[] tail = new byte[kept];
            for (int at = 0; at < kept; at++) {
                tail[at] = last[(int) ((bytes - kept + at) % TAIL)];
            }
            return tail;
        }
    }
}
