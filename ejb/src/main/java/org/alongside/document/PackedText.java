package org.alongside.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.alongside.shared.Reason;

/** What a file that is packed as ZIP really is: looks at each entry, and stops where more comes out of it than a document can hold. */
final class PackedText {
    private static final long MOST_UNPACKED = 256L * 1024 * 1024;
    private static final int MOST_ENTRIES = 4000;
    private static final int READ = 64 * 1024;
    private static final int MOST_TOLD = 16 * 1024 * 1024;

    private final byte[] some = new byte[8192];
    private long unpacked;
    private int entries;
    private boolean program;
    private boolean fetches;
    private Optional<DocumentType> type = Optional.empty();

    /** What it is; or why it is not taken. */
    record Found(Optional<DocumentType> type, Optional<Reason> against) {
        static Found refused(String code) {
            return new Found(Optional.empty(), Optional.of(Reason.at(Reception.FIELD, code)));
        }
    }

    static Found look(Spool file) throws IOException {
        PackedText packed = new PackedText();
        try (ZipInputStream zip = new ZipInputStream(file.open())) {
            return packed.through(zip, file);
        } catch (ZipException | java.io.EOFException | Damaged | IllegalArgumentException broken) {
            return Found.refused("file-damaged");
        }
    }

    private Found through(ZipInputStream zip, Spool file) throws IOException {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            entries++;
            String name = entry.getName().toLowerCase(Locale.ROOT);
            program |= name.endsWith("vbaproject.bin")
                    || name.startsWith("basic/")
                    || name.startsWith("scripts/")
                    || name.contains("/activex/")
                    || name.contains("/embeddings/oleobject");
            boolean told = name.equals("[content_types].xml") || name.equals("mimetype");
            String text = told ? new String(zip.readNBytes(READ), StandardCharsets.UTF_8) : "";
            unpacked += text.length();
            says(text);
            if (FetchedParts.tells(name)) {
                byte[] part = zip.readNBytes(MOST_TOLD + 1);
                unpacked += part.length;
                if (part.length > MOST_TOLD) {
                    return Found.refused("file-unpacks-too-large");
                }
                fetches |= FetchedParts.in(part);
            }
            skip(zip);
            if (unpacked > MOST_UNPACKED || entries > MOST_ENTRIES) {
                return Found.refused("file-unpacks-too-large");
            }
        }
        if (!PackedList.names(file, entries)) {
            return Found.refused("file-damaged");
        }
        if (program || fetches) {
            return Found.refused(program ? "file-holds-program" : "file-fetches");
        }
        return new Found(type, Optional.empty());
    }

    private void says(String text) {
        program |= text.contains("macroEnabled");
        if (text.contains("wordprocessingml.document.main+xml")) {
            type = Optional.of(DocumentType.DOCX);
        } else if (text.contains("spreadsheetml.sheet.main+xml")) {
            type = Optional.of(DocumentType.XLSX);
        } else if (entries == 1 && text.equals("application/vnd.oasis.opendocument.text")) {
            type = Optional.of(DocumentType.ODT);
        }
    }

    private void skip(InputStream entry) throws IOException {
        int read = entry.read(some);
        while (read >= 0 && unpacked <= MOST_UNPACKED) {
            unpacked += read;
            read = entry.read(some);
        }
    }
}
