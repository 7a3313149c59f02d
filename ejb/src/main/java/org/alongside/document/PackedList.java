package org.alongside.document;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The list at the end of a ZIP file, by which programs open it (APPNOTE 4.3): it is to name every part as they lie one behind the other from the first byte
 * on, and none besides. Else whoever looks through the parts sees another file than whoever opens it.
 */
final class PackedList {
    private static final String END = "PK\5\6";
    private static final int END_SIZE = 22;
    private static final int PART = 0x04034B50;
    private static final int LINE = 0x02014B50;
    private static final int SIZE_FOLLOWS = 8;
    private static final int PART_HEAD = 30;
    private static final int LINE_HEAD = 46;
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final Spool file;
    private final int parts;
    private final ByteBuffer list;
    private final long begin;

    private PackedList(Spool file, int parts, ByteBuffer list, long begin) {
        this.file = file;
        this.parts = parts;
        this.list = list;
        this.begin = begin;
    }

    /** Whether it names these and no others, as many as were found by looking from the first to the last. */
    static boolean names(Spool file, int found) throws IOException {
        String tail = file.tail();
        int at = tail.lastIndexOf(END);
        if (at < 0 || tail.length() - at < END_SIZE) {
            return false;
        }
        ByteBuffer end = little(tail.substring(at).getBytes(StandardCharsets.ISO_8859_1));
        int parts = Short.toUnsignedInt(end.getShort(10));
        long size = Integer.toUnsignedLong(end.getInt(12));
        long begin = Integer.toUnsignedLong(end.getInt(16));
        if (parts != found
                || size > MOST_BYTES
                || begin + size != file.bytes() - tail.length() + at
                || Short.toUnsignedInt(end.getShort(20)) != end.capacity() - END_SIZE) {
            return false;
        }
        try (InputStream in = file.open()) {
            in.skipNBytes(begin);
            return new PackedList(file, parts, little(in.readNBytes((int) size)), begin).fits();
        } catch (BufferUnderflowException | IndexOutOfBoundsException | EOFException brokenOff) {
            return false;
        }
    }

    private boolean fits() throws IOException {
        long at = 0;
        try (InputStream in = file.open()) {
            for (int part = 0; part < parts; part++) {
                int line = list.position();
                if (list.getInt(line) != LINE || Integer.toUnsignedLong(list.getInt(line + 42)) != at) {
                    return false;
                }
                ByteBuffer head = little(in.readNBytes(PART_HEAD));
                int name = Short.toUnsignedInt(list.getShort(line + 28));
                if (head.getInt(0) != PART || Short.toUnsignedInt(head.getShort(26)) != name) {
                    return false;
                }
                byte[] called = new byte[name];
                list.get(line + LINE_HEAD, called);
                if (!java.util.Arrays.equals(called, in.readNBytes(name))) {
                    return false;
                }
                long size = Integer.toUnsignedLong(list.getInt(line + 20));
                int more = Short.toUnsignedInt(head.getShort(28));
                in.skipNBytes(more + size);
                at += PART_HEAD + name + more + size;
                list.position(line
                        + LINE_HEAD
                        + name
                        + Short.toUnsignedInt(list.getShort(line + 30))
                        + Short.toUnsignedInt(list.getShort(line + 32)));
                long next = list.hasRemaining() && part + 1 < parts
                        ? Integer.toUnsignedLong(list.getInt(list.position() + 42))
                        : begin;
                long behind = next - at;
                boolean said = (head.getShort(6) & SIZE_FOLLOWS) != 0;
                if (behind != 0 && !(said && (behind == 12 || behind == 16))) {
                    return false;
                }
                in.skipNBytes(behind);
                at = next;
            }
        }
        return !list.hasRemaining();
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
