package org.alongside.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.shared.DocumentId;
import org.alongside.shared.MatterId;
import org.alongside.shared.Refusal;

/** The documents of a legal matter, for what keeps evidence: a document, a version and its hash, as far as they are the caller's to read. */
@ApplicationScoped
public class DocumentsOfMatter {
    @Inject
    Documents documents;

    @Inject
    Contents contents;

    /** Those that still open, the newest first. */
    public List<OfMatter> of(MatterId matter) {
        return documents.of(matter).stream()
                .map(one -> new OfMatter(one.id(), one.documentClass(), one.title(), one.latest()))
                .toList();
    }

    /** The hashes of a version; empty where it is not the caller's or not there. */
    public Optional<Hashed> hashed(DocumentId id, int number, Caller caller) {
        return documents.versions(id, caller).stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .map(version -> new Hashed(version.sha256(), version.handedSha256()));
    }

    /** The hash of what really stands in a version now; empty where it does not open any more, or was changed from below. */
    public Optional<String> standing(DocumentId id, int number) {
        if (documents.find(id).filter(one -> !one.withdrawn()).isEmpty()) {
            return Optional.empty();
        }
        try (DocumentFile file = contents.read(id, number)) {
            return Optional.of(HexFormat.of().formatHex(file.sha256()));
        } catch (Refusal unreadable) {
            if (unreadable.reasons().stream().noneMatch(why -> why.code().equals("document-altered"))) {
                throw unreadable;
            }
            return Optional.empty();
        }
    }

    /**
     * A document of a matter.
     *
     * @param documentClass code of document_class
     * @param latest number of its newest version
     */
    public record OfMatter(DocumentId id, String documentClass, String title, int latest) {}

    /**
     * By which a version is known again, SHA-256 in hexadecimal digits.
     *
     * @param kept of what is kept
     * @param handed of what was handed in
     */
    public record Hashed(String kept, String handed) {}
}
