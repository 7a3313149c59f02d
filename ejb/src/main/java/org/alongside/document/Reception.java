package org.alongside.document;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alongside.shared.Check;
import org.alongside.shared.Reason;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/**
 * Looks at a file before anything is asked of the database: what it is by its own bytes and not by its name, whether it is whole, what of a picture is left
 * out, and what the virus scanner says. It keeps nothing; a door takes what it found, with its reasons if there are any.
 */
@ApplicationScoped
public class Reception {
    static final String FIELD = "file";
    private static final Pattern HIDING =
            Pattern.compile("[\\u0000-\\u001F\\u061C\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069\\uFEFF]");
    private static final Pattern ENDING = Pattern.compile("\\.(\\p{L}[\\p{L}\\d]{0,9})$");
    private static final MimeTypes KNOWN = MimeTypes.getDefaultMimeTypes();

    private final Optional<Clamd> scanner;

    public Reception() {
        this(Clamd.ofInstallation());
    }

    Reception(Optional<Clamd> scanner) {
        this.scanner = scanner;
    }

    /** Nothing was handed in. */
    public Received nothing() {
        return refused("no-file");
    }

    /** More was handed in than is ever read. */
    public Received tooLarge() {
        return refused("file-too-large-to-read");
    }

    /** The server's disk takes no more. */
    public Received noRoom() {
        return refused("no-room");
    }

    /**
     * Looks at a file and takes it over.
     *
     * @param name what it is called where it comes from; read for its ending and kept nowhere
     */
    public Received look(Spool handed, String name) {
        Received received = null;
        try {
            received = looked(handed, name == null ? "" : name);
        } catch (Spool.NoRoom full) {
            received = noRoom();
        } catch (IOException unreadable) {
            received = refused("file-damaged");
        } finally {
            if (received == null || received.kept() != handed) {
                handed.close();
            }
        }
        return received;
    }

    private Received looked(Spool handed, String name) throws IOException {
        if (handed.bytes() == 0) {
            return refused("file-empty");
        }
        if (hides(name)) {
            return refused("name-hides");
        }
        PackedText.Found found = found(handed);
        if (found.against().isPresent()) {
            return Received.refused(found.against().get());
        }
        if (found.type().isEmpty()) {
            return refused("type-not-taken");
        }
        DocumentType type = found.type().get();
        Optional<String> ending = ending(name);
        if (ending.isPresent() && !type.endsLike(ending.get())) {
            return Received.refused(Reason.at(FIELD, "not-what-name-says", type.name()));
        }
        if (type == DocumentType.PDF && !handed.tail().contains("%%EOF")) {
            return refused("file-damaged");
        }
        return scanned(handed, type);
    }

    private Received scanned(Spool handed, DocumentType type) throws IOException {
        long[] pixels = {0};
        Spool kept = type.picture() ? Spool.of(out -> pixels[0] = copied(type, handed, out)) : handed;
        Clamd.Verdict verdict = scanner.map(clamd -> clamd.look(handed)).orElse(null);
        if (verdict != null && verdict != Clamd.Verdict.CLEAN) {
            kept.close();
            return refused(
                    switch (verdict) {
                        case INFECTED -> "file-infected";
                        case IN_PART -> "scan-not-whole";
                        default -> "scan-not-possible";
                    });
        }
        return Received.taken(
                type, kept, handed.sha256(), pixels[0], verdict == null ? "NOT_SCANNED" : Clamd.Verdict.CLEAN.name());
    }

    private static long copied(DocumentType type, Spool handed, java.io.OutputStream out) throws IOException {
        try (InputStream in = handed.open()) {
            return type == DocumentType.JPEG ? new JpegCopy(in, out).copy() : new PngCopy(in, out).copy();
        }
    }

    private static PackedText.Found found(Spool handed) throws IOException {
        try (InputStream in = handed.open()) {
            String media = KNOWN.detect(in, new Metadata()).toString();
            boolean packed = media.equals("application/zip")
                    || media.equals("application/x-tika-ooxml")
                    || media.startsWith("application/vnd.oasis.opendocument")
                    || media.startsWith("application/vnd.openxmlformats");
            return packed
                    ? PackedText.look(handed)
                    : new PackedText.Found(DocumentType.ofMedia(media), Optional.empty());
        }
    }

    /** What turns the direction of reading or breaks the line makes a name look like another one. */
    private static boolean hides(String name) {
        return !Check.printable(name) || HIDING.matcher(name).find();
    }

    /** What stands behind the last full stop, if it can be one; a name without says nothing of what it is. */
    private static Optional<String> ending(String name) {
        return Optional.of(ENDING.matcher(name.strip())).filter(Matcher::find).map(found -> found.group(1));
    }

    private static Received refused(String code) {
        return Received.refused(Reason.at(FIELD, code));
    }
}
