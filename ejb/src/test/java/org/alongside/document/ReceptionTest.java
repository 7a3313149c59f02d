package org.alongside.document;

import static org.alongside.document.HandedIn.PLACE;
import static org.alongside.document.HandedIn.against;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What is made of a file before anything is asked of the database. */
class ReceptionTest {
    @Test
    void a_file_is_what_its_bytes_say() throws Exception {
        Map<String, byte[]> taken = Map.of(
                "letter.pdf", HandedIn.pdf("x"),
                "photo.JPG", HandedIn.photo(),
                "screen.png", HandedIn.screenshot(),
                "report.docx", HandedIn.docx(Map.of()),
                "note.txt", "What she said: مرحبا".getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, byte[]> one : taken.entrySet()) {
            try (Received received = HandedIn.look(one.getValue(), one.getKey())) {
                assertThat(received.against()).as(one.getKey()).isEmpty();
                assertThat(received.scan()).as("nobody looked at it").isEqualTo("NOT_SCANNED");
            }
        }
        try (Received received = HandedIn.look(HandedIn.docx(Map.of()), "")) {
            assertThat(received.type()).as("a name that says nothing").isEqualTo(DocumentType.DOCX);
        }
        byte[] sheet = HandedIn.packed(
                "<x ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>",
                Map.of());
        try (Received received = HandedIn.look(sheet, "pay.xlsx")) {
            assertThat(received.type()).isEqualTo(DocumentType.XLSX);
        }
        try (Received received = HandedIn.look(openDocument(), "letter.odt")) {
            assertThat(received.type()).isEqualTo(DocumentType.ODT);
        }
    }

    @Test
    void a_file_that_is_not_what_its_name_says_or_that_nobody_should_open_is_refused() throws Exception {
        assertThat(against(HandedIn.pdf("x"), "photo.jpg")).isEqualTo("not-what-name-says");
        assertThat(against(HandedIn.docx(Map.of()), "pay.xlsx")).isEqualTo("not-what-name-says");
        assertThat(against("MZ\u0090\0 This program cannot be run".getBytes(StandardCharsets.ISO_8859_1), "letter.pdf"))
                .isEqualTo("type-not-taken");
        assertThat(against("<html><body><script>1</script></body></html>".getBytes(), "note.txt"))
                .isEqualTo("type-not-taken");
        assertThat(against("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(), "a.png"))
                .isEqualTo("type-not-taken");
        assertThat(against(HandedIn.packed("<nothing/>", Map.of()), "report.docx"))
                .isEqualTo("type-not-taken");
        assertThat(against(HandedIn.docx(Map.of("word/vbaProject.bin", new byte[9])), "report.docx"))
                .isEqualTo("file-holds-program");
        assertThat(against(
                        HandedIn.packed(
                                "<x ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/>",
                                Map.of()),
                        "report.docx"))
                .isEqualTo("file-holds-program");
    }

    @Test
    void a_text_that_would_fetch_something_from_elsewhere_when_it_is_opened_tells_nobody_where_that_is()
            throws Exception {
        String there =
                "<Relationships><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\" "
                        + "Target=\"http://example.org/x\" TargetMode=\"External\"/></Relationships>";
        for (String fetched :
                List.of("attachedTemplate", "image", "oleObject", "frame", "subDocument", "externalLinkPath")) {
            assertThat(against(
                            HandedIn.docx(Map.of(
                                    "word/_rels/settings.xml.rels",
                                    there.formatted(fetched).getBytes())),
                            "report.docx"))
                    .as(fetched)
                    .isEqualTo("file-fetches");
        }
        assertThat(against(
                        HandedIn.docx(Map.of(
                                "word/_rels/document.xml.rels",
                                there.formatted("image")
                                        .replace("External", "&#69;xternal")
                                        .getBytes(StandardCharsets.UTF_16))),
                        "report.docx"))
                .as("in other letters")
                .isEqualTo("file-fetches");
        assertThat(against(
                        HandedIn.docx(Map.of(
                                "word/_rels/document.xml.rels",
                                ("<x>" + " ".repeat(100_000) + there.formatted("image") + "</x>").getBytes())),
                        "report.docx"))
                .as("far behind")
                .isEqualTo("file-fetches");
        assertThat(against(
                        HandedIn.docx(Map.of(
                                "word/_rels/document.xml.rels",
                                ("<x>" + there.formatted("hyperlink")
                                                + "<Relationship Target=\"media/a.png\" Type=\"x/image\"/></x>")
                                        .getBytes())),
                        "report.docx"))
                .as("a link is followed by whoever presses it, and a picture inside is inside")
                .isEmpty();
        for (String fetched :
                List.of("http://example.org/a.png", "//example.org/a.png", "file://example.org/a", "smb:x")) {
            assertThat(against(
                            openDocument(
                                    "content.xml",
                                    "<draw:image xlink:href=\"" + fetched + "\" xlink:type=\"simple\"/>"),
                            "letter.odt"))
                    .as(fetched)
                    .isEqualTo("file-fetches");
        }
        assertThat(against(
                        openDocument(
                                "content.xml",
                                "<x><text:a xlink:href=\"https://example.org\">x</text:a><draw:image xlink:href=\"Pictures/a.png\"/></x>"),
                        "letter.odt"))
                .isEmpty();
    }

    @Test
    void a_program_in_a_text_is_found_wherever_texts_keep_one_also_where_only_the_list_of_its_parts_names_it()
            throws Exception {
        assertThat(against(openDocument("Scripts/python/run.py", "import os"), "letter.odt"))
                .isEqualTo("file-holds-program");
        assertThat(against(HandedIn.docx(Map.of("word/embeddings/oleObject1.bin", new byte[9])), "report.docx"))
                .isEqualTo("file-holds-program");
        byte[] plain = HandedIn.docx(Map.of());
        byte[] hidden = HandedIn.docx(Map.of("word/vbaProject.bin", new byte[9]));
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        int end = text(plain).indexOf("PK\1\2");
        both.write(plain, 0, end);
        both.write("PK is no entry".getBytes());
        both.write(hidden);
        assertThat(against(both.toByteArray(), "report.docx"))
                .as("a first half for whoever looks, another for whoever opens it")
                .isEqualTo("file-damaged");
    }

    @Test
    void names_that_hide_what_they_are_are_refused_and_long_ones_are_kept_nowhere() throws Exception {
        assertThat(against(HandedIn.pdf("x"), "letter\u202Efdp.exe")).isEqualTo("name-hides");
        assertThat(against(HandedIn.pdf("x"), "letter\u2066.pdf")).isEqualTo("name-hides");
        assertThat(against(HandedIn.pdf("x"), "letter\0.pdf")).isEqualTo("name-hides");
        assertThat(against(HandedIn.pdf("x"), "\u0646\u0627\u0645\u0647\u200C\u0647\u0627.pdf"))
                .as("Persian is written with it")
                .isEmpty();
        assertThat(against(HandedIn.pdf("x"), "n".repeat(300) + ".pdf")).isEmpty();
        assertThat(against(HandedIn.pdf("x"), "n".repeat(300) + ".exe")).isEqualTo("not-what-name-says");
        assertThat(against(HandedIn.pdf("x"), "Scan 23.11.2026")).isEmpty();
    }

    @Test
    void half_a_file_is_no_file() throws Exception {
        assertThat(against(new byte[0], "letter.pdf")).isEqualTo("file-empty");
        for (Map.Entry<String, byte[]> one : Map.of(
                        "letter.pdf", HandedIn.pdf("x".repeat(9000)),
                        "photo.jpg", HandedIn.encoded("jpg"),
                        "screen.png", HandedIn.screenshot(),
                        "report.docx", HandedIn.docx(Map.of("a.xml", chance(9000))))
                .entrySet()) {
            byte[] half = Arrays.copyOf(one.getValue(), one.getValue().length / 2);
            assertThat(against(half, one.getKey())).as(one.getKey()).isEqualTo("file-damaged");
        }
    }

    @Test
    void of_a_photo_stays_what_draws_it_and_which_side_is_up_and_nothing_of_where_and_when_it_was_taken()
            throws Exception {
        byte[] photo = HandedIn.photo();
        assertThat(text(photo)).contains(PLACE);
        try (Received received = HandedIn.look(photo, "photo.jpg")) {
            byte[] kept = HandedIn.kept(received);
            assertThat(text(kept)).doesNotContain("GPS", "xap", "Photoshop", "ftyp");
            assertThat(kept).as("no preview").hasSizeLessThan(HandedIn.encoded("jpg").length + 60);
            assertThat(text(kept)).as("held upright").contains("Exif\0\0MM\0*\0\0\0\b\0\u0001\u0001\u0012");
            same(ImageIO.read(new ByteArrayInputStream(kept)), ImageIO.read(new ByteArrayInputStream(photo)));
            assertThat(received.pixels()).isEqualTo(64 * 48);
            assertThat(received.handed())
                    .as("and what was handed in is known again")
                    .isEqualTo(Sha256.begin().digest(photo));
            assertThat(received.kept().sha256()).isEqualTo(Sha256.begin().digest(kept));
        }
        byte[] screenshot = HandedIn.screenshot();
        try (Received received = HandedIn.look(screenshot, "screen.png")) {
            byte[] kept = HandedIn.kept(received);
            assertThat(text(kept)).doesNotContain("GPS", "tEXt", "eXIf", "tIME");
            same(ImageIO.read(new ByteArrayInputStream(kept)), HandedIn.picture());
        }
    }

    @Test
    void where_a_satellite_says_that_it_was_taken_and_when_are_read_before_and_nowhere_afterwards() throws Exception {
        for (Map.Entry<String, byte[]> one :
                Map.of("photo.jpg", Exif.photo(), "screen.png", Exif.png()).entrySet()) {
            byte[] before = one.getValue();
            assertThat(Exif.tags(before))
                    .as("a reader finds it in what was handed in")
                    .contains(Exif.LATITUDE, Exif.LONGITUDE, Exif.TAKEN_AT, Exif.ORIENTATION);
            try (Received received = HandedIn.look(before, one.getKey())) {
                byte[] kept = HandedIn.kept(received);
                assertThat(Exif.tags(kept))
                        .as(one.getKey())
                        .doesNotContain(Exif.LATITUDE, Exif.LONGITUDE, Exif.TAKEN_AT)
                        .isSubsetOf(java.util.Set.of(Exif.ORIENTATION));
                assertThat(text(kept))
                        .doesNotContain(text(Exif.north()), Exif.MAKER, Exif.WHEN, "GPSLatitude", "33,53", "xmp");
                same(ImageIO.read(new ByteArrayInputStream(kept)), ImageIO.read(new ByteArrayInputStream(before)));
                assertThat(received.handed()).isEqualTo(Sha256.begin().digest(before));
            }
        }
    }

    @Test
    void a_progressive_photo_is_copied_whole() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpg").next();
        var how = writer.getDefaultWriteParam();
        how.setProgressiveMode(javax.imageio.ImageWriteParam.MODE_DEFAULT);
        try (var to = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(to);
            writer.write(null, new javax.imageio.IIOImage(HandedIn.picture(), null, null), how);
        }
        try (Received received = HandedIn.look(out.toByteArray(), "photo.jpeg")) {
            same(
                    ImageIO.read(new ByteArrayInputStream(HandedIn.kept(received))),
                    ImageIO.read(new ByteArrayInputStream(out.toByteArray())));
        }
    }

    @Test
    void a_picture_that_would_fill_the_memory_is_never_unpacked_and_known_by_what_it_says() throws Exception {
        try (Received received = HandedIn.look(HandedIn.pictureThatSaysItIs(60_000, 60_000), "small.png")) {
            assertThat(received.pixels()).isEqualTo(3_600_000_000L);
        }
        try (Received received = HandedIn.look(HandedIn.pictureThatSaysItIs(-1, -1), "small.png")) {
            assertThat(received.pixels()).isEqualTo(0xFFFFFFFFL * 0xFFFFFFFFL);
        }
    }

    @Test
    void a_packed_file_out_of_which_more_comes_than_a_document_can_hold_is_refused_before_it_came() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("wordprocessingml.document.main+xml".getBytes());
            zip.putNextEntry(new ZipEntry("word/media/image1.bmp"));
            byte[] noughts = new byte[1024 * 1024];
            for (int megabyte = 0; megabyte < 2000; megabyte++) {
                zip.write(noughts);
            }
        }
        assertThat(out.size()).as("small on the line").isLessThan(3_000_000);
        long before = System.nanoTime();
        assertThat(against(out.toByteArray(), "report.docx")).isEqualTo("file-unpacks-too-large");
        assertThat(System.nanoTime() - before).as("nanoseconds").isLessThan(20_000_000_000L);
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(many)) {
            for (int at = 0; at < 5000; at++) {
                zip.putNextEntry(new ZipEntry("word/" + at));
            }
        }
        assertThat(against(many.toByteArray(), "report.docx")).isEqualTo("file-unpacks-too-large");
    }

    @Test
    void nothing_of_a_file_lies_on_the_disk_in_words_and_nothing_at_all_afterwards() throws Exception {
        List<Path> before = onDisk();
        String words = "Her name and where she lives ".repeat(4000);
        Spool spool = Spool.of(out -> out.write(words.getBytes(StandardCharsets.UTF_8)));
        List<Path> now = onDisk();
        now.removeAll(before);
        boolean mine = false;
        for (Path file : now) {
            byte[] there = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            assertThat(text(there)).doesNotContain("Her name");
            mine |= there.length == words.length();
        }
        assertThat(mine).as("it does lie there").isTrue();
        try (Received received = new Reception(java.util.Optional.empty()).look(spool, "note.txt")) {
            assertThat(HandedIn.kept(received)).asString(StandardCharsets.UTF_8).isEqualTo(words);
        }
        assertThat(onDisk())
                .doesNotContainAnyElementsOf(
                        now.stream().filter(file -> !Files.exists(file)).toList());
        assertThat(now.stream().filter(Files::exists).filter(file -> size(file) == words.length()))
                .isEmpty();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return -1;
        }
    }

    private static List<Path> onDisk() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return new java.util.ArrayList<>(
                    files.filter(file -> file.getFileName().toString().startsWith("alongside-")
                                    && file.toString().endsWith(".part"))
                            .toList());
        }
    }

    private static byte[] openDocument() throws IOException {
        return openDocument("content.xml", "<office/>");
    }

    private static byte[] openDocument(String part, String said) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            byte[] type = "application/vnd.oasis.opendocument.text".getBytes();
            ZipEntry first = new ZipEntry("mimetype");
            first.setMethod(ZipEntry.STORED);
            first.setSize(type.length);
            java.util.zip.CRC32 crc = new java.util.zip.CRC32();
            crc.update(type);
            first.setCrc(crc.getValue());
            zip.putNextEntry(first);
            zip.write(type);
            zip.putNextEntry(new ZipEntry(part));
            zip.write(said.getBytes());
        }
        return out.toByteArray();
    }

    private static byte[] chance(int length) {
        byte[] bytes = new byte[length];
        new java.util.Random(7).nextBytes(bytes);
        return bytes;
    }

    private static void same(BufferedImage one, BufferedImage other) {
        assertThat(one.getWidth()).isEqualTo(other.getWidth());
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                assertThat(one.getRGB(x, y)).isEqualTo(other.getRGB(x, y));
            }
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
