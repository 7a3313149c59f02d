package org.alongside.document;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Copies of a PNG the chunks that draw the picture and no other (W3C PNG): words, times, EXIF and whatever stands behind its end stay out. Nothing is
 * unpacked, so a picture can be as large as it likes.
 */
final class PngCopy {
    private static final long SIGN = 0x89504E470D0A1A0AL;
    private static final Set<String> DRAWS =
            Set.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs");
    private static final int CRC = 4;

    private final DataInputStream in;
    private final DataOutputStream out;

    PngCopy(InputStream in, OutputStream out) {
        this.in = new DataInputStream(in);
        this.out = new DataOutputStream(out);
    }

    /** Copies it; answers how many pixels it has. */
    long copy() throws IOException {
        try {
            if (in.readLong() != SIGN) {
                throw new Damaged();
            }
            out.writeLong(SIGN);
            int length = in.readInt();
            if (!"IHDR".equals(name()) || length != 13) {
                throw new Damaged();
            }
            byte[] head = in.readNBytes(13 + CRC);
            if (head.length < 13 + CRC) {
                throw new Damaged();
            }
            out.writeInt(13);
            out.writeBytes("IHDR");
            out.write(head);
            chunks();
            java.nio.ByteBuffer size = java.nio.ByteBuffer.wrap(head);
            return Integer.toUnsignedLong(size.getInt()) * Integer.toUnsignedLong(size.getInt());
        } catch (EOFException brokenOff) {
            throw new Damaged();
        }
    }

    private void chunks() throws IOException {
        String name = "";
        while (!"IEND".equals(name)) {
            int length = in.readInt();
            name = name();
            if (length < 0) {
                throw new Damaged();
            }
            if (DRAWS.contains(name)) {
                out.writeInt(length);
                out.writeBytes(name);
                pass((long) length + CRC, out);
            } else {
                pass((long) length + CRC, OutputStream.nullOutputStream());
            }
        }
        out.flush();
    }

    private String name() throws IOException {
        byte[] name = new byte[4];
        in.readFully(name);
        return new String(name, StandardCharsets.US_ASCII);
    }

    private void pass(long length, OutputStream to) throws IOException {
        byte[] some = new byte[8192];
        long left = length;
        while (left > 0) {
            int read = in.read(some, 0, (int) Math.min(some.length, left));
            if (read < 0) {
                throw new Damaged();
            }
            to.write(some, 0, read);
            left -= read;
        }
    }
}
