package org.alongside.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A version on its way to whoever may read it; that it was fetched is in the audit before the first byte leaves. */
public final class DocumentFile implements AutoCloseable {
    private final DocumentType type;
    private final Spool content;

    DocumentFile(DocumentType type, Spool content) {
        this.type = type;
        this.content = content;
    }

    public DocumentType type() {
        return type;
    }

    public long bytes() {
        return content.bytes();
    }

    byte[] sha256() {
        return content.sha256();
    }

    /** Sends it, and leaves nothing of it on the server's disk. */
    public void to(OutputStream out) throws IOException {
        try (content;
                InputStream in = content.open()) {
            in.transferTo(out);
        }
    }

    @Override
    public void close() {
        content.close();
    }
}
