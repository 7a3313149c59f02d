package org.alongside.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

/** What a camera writes into a picture (Exif 2.32, little endian): maker, time, which side is up, and by satellite where it was taken; and reading that. */
final class Exif {
    static final int ORIENTATION = 0x0112;
    static final int TAKEN_AT = 0x9003;
    static final int LATITUDE = 0x0002;
    static final int LONGITUDE = 0x0004;
    static final String MAKER = "Nokari";
    static final String WHEN = "2026:11:01 21:14:03";

    /** 33° 53' 37.68", 35° 30' 6.48", in degrees, minutes and hundredths of seconds. */
    private static final int[] NORTH = {33, 1, 53, 1, 3768, 100};

    private static final int[] EAST = {35, 1, 30, 1, 648, 100};
    private static final int SUB = 0x8769;
    private static final int SATELLITE = 0x8825;

    private Exif() {}

    /** Three directories: of the picture at 8, of how it was taken at 120, by satellite at 160; what is longer than four bytes from 240 on. */
    static byte[] block() {
        ByteBuffer tiff = ByteBuffer.allocate(360).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put("II".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 4);
        entry(tiff, 0x010F, 2, MAKER.length() + 1, 240);
        entry(tiff, ORIENTATION, 3, 1, 6);
        entry(tiff, SUB, 4, 1, 120);
        entry(tiff, SATELLITE, 4, 1, 160);
        tiff.putInt(0);
        tiff.position(120);
        tiff.putShort((short) 1);
        entry(tiff, TAKEN_AT, 2, WHEN.length() + 1, 250);
        tiff.putInt(0);
        tiff.position(160);
        tiff.putShort((short) 4);
        entry(tiff, 0x0001, 2, 2, 'N');
        entry(tiff, LATITUDE, 5, 3, 280);
        entry(tiff, 0x0003, 2, 2, 'E');
        entry(tiff, LONGITUDE, 5, 3, 310);
        tiff.putInt(0);
        tiff.position(240);
        tiff.put(MAKER.getBytes(StandardCharsets.US_ASCII));
        tiff.position(250);
        tiff.put(WHEN.getBytes(StandardCharsets.US_ASCII));
        tiff.position(280);
        tiff.put(north());
        tiff.position(310);
        tiff.put(rationals(EAST));
        return tiff.array();
    }

    /** The bytes by which the place is written. */
    static byte[] north() {
        return rationals(NORTH);
    }

    private static byte[] rationals(int... parts) {
        ByteBuffer bytes = ByteBuffer.allocate(parts.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int part : parts) {
            bytes.putInt(part);
        }
        return bytes.array();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    /** A photo with that in it. */
    static byte[] photo() throws IOException {
        byte[] plain = HandedIn.encoded("jpg");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(block());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        HandedIn.segment(out, 0xE1, body.toByteArray());
        out.write(plain, 2, plain.length - 2);
        return out.toByteArray();
    }

    /** A picture as PNG with that in it, and with the words in which programs write the same. */
    static byte[] png() throws IOException {
        byte[] plain = HandedIn.encoded("png");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, 8 + 25);
        HandedIn.chunk(out, "eXIf", block());
        HandedIn.chunk(
                out,
                "iTXt",
                ("XML:com.adobe.xmp\0\0\0\0\0<exif:GPSLatitude>33,53.628N</exif:GPSLatitude>")
                        .getBytes(StandardCharsets.UTF_8));
        out.write(plain, 8 + 25, plain.length - 8 - 25);
        return out.toByteArray();
    }

    /** Every tag of a picture, of all directories that one leads to another; none where it has no such block. */
    static Set<Integer> tags(byte[] picture) {
        Set<Integer> tags = new TreeSet<>();
        for (int at = 0; at + 8 < picture.length; at++) {
            boolean little =
                    picture[at] == 'I' && picture[at + 1] == 'I' && picture[at + 2] == 42 && picture[at + 3] == 0;
            boolean big = picture[at] == 'M' && picture[at + 1] == 'M' && picture[at + 2] == 0 && picture[at + 3] == 42;
            if (little || big) {
                ByteBuffer tiff = ByteBuffer.wrap(picture, at, picture.length - at)
                        .slice()
                        .order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
                directory(tiff, tiff.getInt(4), tags);
            }
        }
        return tags;
    }

    private static void directory(ByteBuffer tiff, int from, Set<Integer> tags) {
        int entries = from > 0 && from + 2 <= tiff.limit() ? tiff.getShort(from) : 0;
        for (int entry = 0; entry < entries && from + 14 + entry * 12 <= tiff.limit(); entry++) {
            int at = from + 2 + entry * 12;
            int tag = tiff.getShort(at) & 0xFFFF;
            tags.add(tag);
            if (tag == SUB || tag == SATELLITE) {
                directory(tiff, tiff.getInt(at + 8), tags);
            }
        }
    }
}
