package org.alongside.document;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files as people and programs make them. */
final class HandedIn {
    static final String PLACE = "GPS 33.8938N 35.5018E";

    private static final java.util.Queue<Received> LOOKED_AT = new java.util.concurrent.ConcurrentLinkedQueue<>();

    private HandedIn() {}

    /** Nothing of what was handed in is left on the disk. */
    static void forget() {
        LOOKED_AT.forEach(Received::close);
        LOOKED_AT.clear();
    }

    static byte[] pdf(String words) {
        return ("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n" + words
                        + "\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A picture whose upper half is red and whose lower half is blue. */
    static BufferedImage picture() {
        BufferedImage picture = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = picture.createGraphics();
        brush.setColor(Color.RED);
        brush.fillRect(0, 0, 64, 24);
        brush.setColor(Color.BLUE);
        brush.fillRect(0, 24, 64, 24);
        brush.dispose();
        return picture;
    }

    static byte[] encoded(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture(), format, out);
        return out.toByteArray();
    }

    /** As a telephone takes it: where, with which side up, a preview, words, and a film behind the end. */
    static byte[] photo() throws IOException {
        byte[] plain = encoded("jpg");
        ByteArrayOutputStream exif = new ByteArrayOutputStream();
        DataOutputStream tiff = new DataOutputStream(exif);
        tiff.writeBytes("Exif\0\0MM");
        tiff.writeShort(42);
        tiff.writeInt(8);
        tiff.writeShort(2);
        tiff.writeShort(0x010E);
        tiff.writeShort(2);
        tiff.writeInt(PLACE.length());
        tiff.writeInt(38);
        tiff.writeShort(0x0112);
        tiff.writeShort(3);
        tiff.writeInt(1);
        tiff.writeShort(6);
        tiff.writeShort(0);
        tiff.writeInt(0);
        tiff.writeBytes(PLACE);
        tiff.write(plain);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        segment(out, 0xE1, exif.toByteArray());
        segment(out, 0xE1, ("http://ns.adobe.com/xap/1.0/\0" + PLACE).getBytes(StandardCharsets.ISO_8859_1));
        segment(out, 0xED, ("Photoshop 3.0\0" + PLACE).getBytes(StandardCharsets.ISO_8859_1));
        segment(out, 0xFE, PLACE.getBytes(StandardCharsets.ISO_8859_1));
        out.write(plain, 2, plain.length - 2);
        out.write(("ftypmp42" + PLACE).getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }

    static void segment(ByteArrayOutputStream out, int marker, byte[] body) {
        out.write(0xFF);
        out.write(marker);
        out.write((body.length + 2) >> 8);
        out.write((body.length + 2) & 0xFF);
        out.writeBytes(body);
    }

    /** A picture as PNG with words, EXIF and a time in it, and something behind its end. */
    static byte[] screenshot() throws IOException {
        byte[] plain = encoded("png");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, 8 + 25);
        chunk(out, "tEXt", ("Comment\0" + PLACE).getBytes(StandardCharsets.ISO_8859_1));
        chunk(out, "eXIf", PLACE.getBytes(StandardCharsets.ISO_8859_1));
        chunk(out, "tIME", new byte[] {7, (byte) 0xEA, 11, 23, 7, 0, 0});
        out.write(plain, 8 + 25, plain.length - 8 - 25);
        out.writeBytes(PLACE.getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }

    static void chunk(ByteArrayOutputStream to, String name, byte[] body) throws IOException {
        DataOutputStream out = new DataOutputStream(to);
        CRC32 crc = new CRC32();
        crc.update(name.getBytes(StandardCharsets.US_ASCII));
        crc.update(body);
        out.writeInt(body.length);
        out.writeBytes(name);
        out.write(body);
        out.writeInt((int) crc.getValue());
    }

    /** A picture of two hundred bytes that says it is as wide and high as was asked. */
    static byte[] pictureThatSaysItIs(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        DataOutputStream sizes = new DataOutputStream(head);
        sizes.writeInt(width);
        sizes.writeInt(height);
        sizes.write(new byte[] {8, 2, 0, 0, 0});
        chunk(out, "IHDR", head.toByteArray());
        chunk(out, "IDAT", new byte[100]);
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    static byte[] docx(Map<String, byte[]> more) throws IOException {
        return packed(
                "<Override ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>",
                more);
    }

    static byte[] packed(String types, Map<String, byte[]> more) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(("<Types>" + types + "</Types>").getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write("<w:document/>".getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> entry : more.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return out.toByteArray();
    }

    /** Handed in where no scanner is. */
    static Received look(byte[] file, String name) throws IOException {
        Received received = new Reception(Optional.empty()).look(Spool.of(out -> out.write(file)), name);
        LOOKED_AT.add(received);
        return received;
    }

    /** Why it is not taken; empty where it is. */
    static String against(byte[] file, String name) throws IOException {
        try (Received received = look(file, name)) {
            return received.against().map(org.alongside.shared.Reason::code).orElse("");
        }
    }

    static byte[] kept(Received received) throws IOException {
        try (var in = received.kept().open()) {
            return in.readAllBytes();
        }
    }
}
