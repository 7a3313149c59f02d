package org.alongside.document;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Copies of a JPEG what draws the picture and nothing else (ITU T.81): where and when it was taken, with which camera, previews, words and whatever stands
 * behind its end stay out. Of EXIF only which side is up is written anew. Nothing is unpacked, so a picture can be as large as it likes.
 */
final class JpegCopy {
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int JFIF = 0xE0;
    private static final int EXIF = 0xE1;
    private static final int ADOBE = 0xEE;
    private static final int ORIENTATION = 0x0112;

    private final DataInputStream in;
    private final OutputStream out;
    private long pixels;
    private int upright = 1;

    JpegCopy(InputStream in, OutputStream out) {
        this.in = new DataInputStream(in);
        this.out = out;
    }

    /** Copies it; answers how many pixels it has. */
    long copy() throws IOException {
        try {
            if (in.readUnsignedShort() != 0xFFD8) {
                throw new Damaged();
            }
            out.write(0xFF);
            out.write(0xD8);
            int marker = marker();
            while (marker != END) {
                marker = marker == SCAN ? scan() : segment(marker);
            }
            if (pixels == 0) {
                throw new Damaged();
            }
            write(END);
            return pixels;
        } catch (EOFException brokenOff) {
            throw new Damaged();
        }
    }

    private int marker() throws IOException {
        if (in.readUnsignedByte() != 0xFF) {
            throw new Damaged();
        }
        int marker = in.readUnsignedByte();
        while (marker == 0xFF) {
            marker = in.readUnsignedByte();
        }
        return marker;
    }

    private int segment(int marker) throws IOException {
        byte[] body = body();
        if (draws(marker)) {
            if (frame(marker)) {
                size(body);
                sayWhichSideIsUp();
            }
            write(marker, body);
        } else if (marker == JFIF && starts(body, "JFIF\0") && body.length >= 14) {
            byte[] head = java.util.Arrays.copyOf(body, 14);
            head[12] = 0;
            head[13] = 0;
            write(marker, head);
        } else if (marker == ADOBE && starts(body, "Adobe") && body.length >= 12) {
            write(marker, java.util.Arrays.copyOf(body, 12));
        } else if (marker == EXIF && starts(body, "Exif\0\0")) {
            upright = orientation(body);
        }
        return marker();
    }

    /** Tables, frames and how often to begin again; not DNL, comments and all that programs add. */
    private static boolean draws(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC8 || marker == 0xDB || marker == 0xDD;
    }

    private static boolean frame(int marker) {
        return draws(marker) && marker < 0xD0 && marker != 0xC4 && marker != 0xCC;
    }

    private void size(byte[] frame) throws IOException {
        if (frame.length < 6 || pixels != 0) {
            throw new Damaged();
        }
        ByteBuffer read = ByteBuffer.wrap(frame);
        pixels = (long) Short.toUnsignedInt(read.getShort(1)) * Short.toUnsignedInt(read.getShort(3));
    }

    private int scan() throws IOException {
        if (pixels == 0) {
            throw new Damaged();
        }
        write(SCAN, body());
        while (true) {
            int one = in.readUnsignedByte();
            if (one != 0xFF) {
                out.write(one);
                continue;
            }
            int next = in.readUnsignedByte();
            while (next == 0xFF) {
                next = in.readUnsignedByte();
            }
            if (next != 0 && (next < 0xD0 || next > 0xD7)) {
                return next;
            }
            write(next);
        }
    }

    private byte[] body() throws IOException {
        int length = in.readUnsignedShort() - 2;
        if (length < 0) {
            throw new Damaged();
        }
        byte[] body = new byte[length];
        in.readFully(body);
        return body;
    }

    private void write(int marker) throws IOException {
        out.write(0xFF);
        out.write(marker);
    }

    private void write(int marker, byte[] body) throws IOException {
        write(marker);
        out.write((body.length + 2) >> 8);
        out.write((body.length + 2) & 0xFF);
        out.write(body);
    }

    private static boolean starts(byte[] body, String with) {
        byte[] sign = with.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        return body.length >= sign.length && java.util.Arrays.equals(body, 0, sign.length, sign, 0, sign.length);
    }

    /** Which side is up, 1 to 8 as EXIF counts; 1 where it is not said or cannot be read. */
    private static int orientation(byte[] exif) {
        try {
            ByteBuffer tiff = ByteBuffer.wrap(exif, 6, exif.length - 6).slice();
            tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(4);
            int entries = Short.toUnsignedInt(tiff.getShort(directory));
            for (int at = 0; at < entries; at++) {
                int entry = directory + 2 + 12 * at;
                if (Short.toUnsignedInt(tiff.getShort(entry)) == ORIENTATION) {
                    int side = tiff.getShort(entry + 8);
                    return side >= 1 && side <= 8 ? side : 1;
                }
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException unreadable) {
            // whatever else stands there is not taken over
        }
        return 1;
    }

    /** An EXIF of one entry. */
    private void sayWhichSideIsUp() throws IOException {
        if (upright != 1) {
            ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 12 + 4);
            exif.put("Exif\0\0MM".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            exif.putShort((short) 42).putInt(8).putShort((short) 1);
            exif.putShort((short) ORIENTATION).putShort((short) 3).putInt(1);
            exif.putShort((short) upright).putShort((short) 0).putInt(0);
            write(EXIF, exif.array());
        }
    }
}
