package org.alongside.document;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Category;
import org.alongside.access.Depth;
import org.alongside.access.Files;
import org.alongside.access.Once;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.document.Documents.Document;
import org.alongside.document.DocumentsView.DocumentRow;
import org.alongside.document.DocumentsView.DocumentView;
import org.alongside.document.NewDocument.NewTitle;
import org.alongside.document.NewDocument.NewVersion;
import org.alongside.document.NewDocument.NewWithdrawal;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.DocumentId;
import org.alongside.shared.Page;
import org.alongside.shared.Refusal;

/** The door to the documents of a case: hand one in, read what is one's own, add a version, rename, withdraw. */
@Stateless
@PermitAll
public class DocumentService {
    private static final long MEGA = 1_000_000;

    @Inject
    CallerContext callers;

    @Inject
    Files files;

    @Inject
    Documents documents;

    @Inject
    Contents contents;

    @Inject
    Codes codes;

    @Inject
    Once once;

    /** The documents of a case, as far as they are the caller's to know, some at a time. */
    @Requires(Permission.READ_DOCUMENTS)
    public DocumentsView of(CaseId caseId, DocumentQuery query) {
        new Check().optionalText(query.titled(), "title", 120).orRefuse();
        DocumentReach reach = reach(caseId);
        if (!reach.any()) {
            throw Refusal.notAllowed("documents-not-open");
        }
        Page<DocumentRow> rows = documents.of(caseId, query).map(document -> row(document, reach));
        return new DocumentsView(
                caseId,
                reach.classes(),
                reach.labels(),
                documents.most("document-largest-megabytes"),
                rows.items(),
                rows.next());
    }

    /**
     * Takes a document into the file. Refuses INVALID with every reason by field: {@code not-what-name-says}, {@code file-too-large},
     * {@code file-infected} and what else is wrong with the file.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.BRING_DOCUMENT)
    public DocumentId bring(CaseId caseId, NewDocument brought, Received file, String key) {
        Caller caller = callers.caller();
        DocumentReach reach = reach(caseId);
        Check check = new Check();
        new Fields(codes, check).check(brought, "");
        Category category = Optional.ofNullable(brought.documentClass())
                .flatMap(reach::fixed)
                .orElse(brought.category());
        boolean known =
                brought.documentClass() != null && codes.in("document_class").test(brought.documentClass());
        check.that(brought.category() == null || brought.category().equals(category), "category", "not-of-this-class");
        check.that(!known || category != null, "category", "missing");
        check.that(
                !known || category == null || reach.brings(brought.documentClass(), category),
                "documentClass",
                "not-yours-to-bring");
        file(check, file);
        check.orRefuse();
        DocumentId id = DocumentId.random();
        return once.perform(key, "BRING_DOCUMENT " + caseId, new Handed(brought, hash(file)), id.value(), caller)
                .map(DocumentId::new)
                .orElseGet(() -> {
                    documents.add(id, caseId, brought, category, caller);
                    contents.write(id, 1, caseId, null, file, caller);
                    return id;
                });
    }

    /** One document with its versions, as far as it is the caller's to know. */
    @Requires(Permission.READ_DOCUMENTS)
    public DocumentView read(DocumentId id) {
        Document document = documents.find(id).orElseThrow(Refusal::notThere);
        return new DocumentView(
                document.caseId(),
                row(document, reach(document.caseId())),
                documents.most("document-largest-megabytes"),
                documents.versions(id, callers.caller()));
    }

    /** What stands in a version; that it was fetched is an event of the audit. Refuses {@code document-withdrawn}. */
    @Requires(Permission.OPEN_DOCUMENT)
    public DocumentFile open(DocumentId id, int number) {
        if (documents.find(id).orElseThrow(Refusal::notThere).withdrawn()) {
            throw Refusal.wrongState("document-withdrawn");
        }
        return contents.read(id, number);
    }

    /**
     * Adds a version; what was there stays. Refuses stale where there is a newer one than the caller has seen, and {@code check-first} as long as her lawyers
     * have not checked for conflicts.
     *
     * @param key makes the call repeatable, or null
     * @return its number
     */
    @Requires(Permission.KEEP_DOCUMENT)
    public int replace(DocumentId id, NewVersion added, Received file, String key) {
        Caller caller = callers.caller();
        Check check = new Check();
        new Fields(codes, check).check(added, "");
        file(check, file);
        check.orRefuse();
        int latest = documents.hold(id);
        if (once.perform(key, "KEEP_DOCUMENT " + id, new Handed(added, hash(file)), id.value(), caller)
                .isPresent()) {
            return latest;
        }
        Document document = inUse(id);
        if (added.after() != latest) {
            throw Refusal.stale("document-newer", latest);
        }
        documents.count(id, latest + 1);
        contents.write(id, latest + 1, document.caseId(), added.reason(), file, caller);
        return latest + 1;
    }

    /** Gives it another title. Refuses {@code check-first} as for another version. */
    @Requires(Permission.KEEP_DOCUMENT)
    public void rename(DocumentId id, NewTitle title) {
        Fields.require(title, codes);
        documents.hold(id);
        inUse(id);
        documents.rename(id, title.title());
    }

    /** Takes it out of use: from now on it opens to nobody, and everybody who knew of it sees that. */
    @Requires(Permission.KEEP_DOCUMENT)
    public void withdraw(DocumentId id, NewWithdrawal withdrawal) {
        Fields.require(withdrawal, codes);
        documents.hold(id);
        inUse(id);
        documents.withdraw(id, withdrawal.why(), callers.caller());
    }

    private Document inUse(DocumentId id) {
        Document document = documents.find(id).orElseThrow(Refusal::notThere);
        if (document.withdrawn()) {
            throw Refusal.wrongState("document-withdrawn");
        }
        return document;
    }

    private void file(Check check, Received file) {
        Optional<org.alongside.shared.Reason> against =
                file == null ? Optional.of(org.alongside.shared.Reason.at(Reception.FIELD, "no-file")) : file.against();
        against.ifPresent(reason ->
                check.that(false, reason.field(), reason.code(), reason.values().toArray()));
        if (against.isEmpty()) {
            int megabytes = documents.most("document-largest-megabytes");
            int megapixels = documents.most("document-picture-megapixels");
            check.that(file.kept().bytes() <= megabytes * MEGA, Reception.FIELD, "file-too-large", megabytes);
            check.that(file.pixels() <= megapixels * MEGA, Reception.FIELD, "picture-too-large", megapixels);
        }
    }

    private DocumentReach reach(CaseId caseId) {
        Caller caller = callers.caller();
        return new DocumentReach(caller, files.found(caller, caseId), documents.readers());
    }

    private static DocumentRow row(Document document, DocumentReach reach) {
        Depth depth = reach.depth(document.documentClass(), document.category(), document.house());
        return new DocumentRow(
                document.id(),
                document.documentClass(),
                document.category(),
                document.matter().filter(matter -> depth == Depth.FULL),
                document.title(),
                document.latest(),
                document.broughtAt(),
                document.houseName(),
                document.withdrawnAt(),
                document.withdrawnFor(),
                depth == Depth.FULL && !document.withdrawn(),
                !document.withdrawn() && reach.keeps(document.documentClass(), document.category(), document.house()),
                document.version());
    }

    private static String hash(Received file) {
        return HexFormat.of().formatHex(file.handed());
    }

    /** What tells two calls apart. */
    private record Handed(Record said, String sha256) {}
}
