package org.alongside.document;

import java.util.Optional;
import org.alongside.shared.Reason;

/** A file that was handed in and looked at: what it is, and what is kept of it; or why it is not taken. Only {@link Reception} makes one. */
public final class Received implements AutoCloseable {
    private final Optional<Reason> against;
    private final DocumentType type;
    private final Spool kept;
    private final byte[] handed;
    private final long pixels;
    private final String scan;

    private Received(Optional<Reason> against, DocumentType type, Spool kept, byte[] handed, long pixels, String scan) {
        this.against = against;
        this.type = type;
        this.kept = kept;
        this.handed = handed;
        this.pixels = pixels;
        this.scan = scan;
    }

    static Received refused(Reason reason) {
        return new Received(Optional.of(reason), null, null, new byte[0], 0, "");
    }

    static Received taken(DocumentType type, Spool kept, byte[] handed, long pixels, String scan) {
        return new Received(Optional.empty(), type, kept, handed, pixels, scan);
    }

    /** Why it is not taken, if it is not. */
    Optional<Reason> against() {
        return against;
    }

    DocumentType type() {
        return type;
    }

    Spool kept() {
        return kept;
    }

    /** The hash of what was handed in. */
    byte[] handed() {
        return handed.clone();
    }

    /** How many a picture has; of anything else none. */
    long pixels() {
        return pixels;
    }

    /** Code of document_scan. */
    String scan() {
        return scan;
    }

    @Override
    public void close() {
        if (kept != null) {
            kept.close();
        }
    }
}
