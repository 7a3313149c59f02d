package org.alongside.document;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Category;
import org.alongside.shared.CaseId;
import org.alongside.shared.DocumentId;
import org.alongside.shared.MatterId;

/**
 * The documents of a case, as far as they are the reader's.
 *
 * @param brings classes that the reader may hand in here, codes of document_class
 * @param labels kinds of information that the reader may choose where the class leaves that open
 * @param mostMegabytes how large a file may be, in millions of bytes
 * @param documents the newest first; those that were withdrawn last
 * @param next where the list goes on; empty: this is all
 */
public record DocumentsView(
        CaseId caseId,
        List<String> brings,
        List<Category> labels,
        int mostMegabytes,
        List<DocumentRow> documents,
        Optional<String> next) {

    /**
     * That there is a document.
     *
     * @param documentClass code of document_class
     * @param matter the legal matter it belongs to, for the house whose matter that is
     * @param latest number of its newest version
     * @param organisation who brought it, if the reader may know that
     * @param withdrawn since when it opens to nobody
     * @param withdrawnFor code of document_withdrawal
     * @param whole whether the reader may open it, or only know that it is there
     * @param keeps whether the reader may add a version, rename or withdraw it
     * @param version for {@code If-Match}
     */
    public record DocumentRow(
            DocumentId id,
            String documentClass,
            Category category,
            Optional<MatterId> matter,
            String title,
            int latest,
            Instant broughtAt,
            Optional<String> organisation,
            Optional<Instant> withdrawn,
            Optional<String> withdrawnFor,
            boolean whole,
            boolean keeps,
            int version) {}

    /**
     * One document.
     *
     * @param mostMegabytes how large the file of another version may be, in millions of bytes
     * @param versions the newest first; none where the reader only knows that it is there
     */
    public record DocumentView(CaseId caseId, DocumentRow document, int mostMegabytes, List<VersionView> versions) {}

    /**
     * A version.
     *
     * @param reason why it was added, code of document_version_reason; empty of the first
     * @param type code of document_type
     * @param sha256 hash of what is kept, in hexadecimal digits
     * @param handedSha256 hash of what was handed in; another one where something was taken out of a picture
     * @param scan code of document_scan
     * @param recordedBy who handed it in, named to their own house
     */
    public record VersionView(
            int number,
            Optional<String> reason,
            String type,
            long bytes,
            String sha256,
            String handedSha256,
            String scan,
            Instant recordedAt,
            Optional<String> recordedBy) {}
}
