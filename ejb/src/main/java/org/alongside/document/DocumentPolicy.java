package org.alongside.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.access.CasePolicy;
import org.alongside.access.Depth;
import org.alongside.access.ExpectedVersion;
import org.alongside.access.Permission;
import org.alongside.access.Policy;
import org.alongside.document.Documents.Document;
import org.alongside.shared.DocumentId;
import org.alongside.shared.Reason;

/** Whose a document is: as far as its class and kind of information are open to the caller; to whoever only knows that it is there, not to open. */
@ApplicationScoped
public class DocumentPolicy implements Policy<DocumentId> {
    @Inject
    Documents documents;

    @Inject
    CasePolicy cases;

    @Inject
    ExpectedVersion expected;

    @Override
    public Class<DocumentId> subject() {
        return DocumentId.class;
    }

    @Override
    public Optional<Standing> standing(Caller caller, DocumentId id) {
        return documents
                .find(id)
                .flatMap(document -> cases.standing(caller, document.caseId())
                        .filter(file -> depth(caller, file, document) != Depth.NONE))
                .map(file -> new Standing(file.caseId(), id.value(), file.basis(), file.openness()));
    }

    @Override
    public List<Reason> objections(Caller caller, Permission permission, DocumentId id, Standing standing) {
        Document document = documents.find(id).orElseThrow();
        if (permission == Permission.OPEN_DOCUMENT && depth(caller, standing, document) != Depth.FULL) {
            return List.of(Reason.of("document-not-open"));
        }
        if (permission == Permission.KEEP_DOCUMENT) {
            if (!reach(caller, standing).keeps(document.documentClass(), document.category(), document.house())) {
                return List.of(
                        Reason.of("not-yours-to-write", document.category().name()));
            }
            expected.requireIfSaid(document.version());
        }
        return List.of();
    }

    private Depth depth(Caller caller, Standing file, Document document) {
        return reach(caller, file).depth(document.documentClass(), document.category(), document.house());
    }

    private DocumentReach reach(Caller caller, Standing file) {
        return new DocumentReach(caller, file.openness().orElseThrow(), documents.readers());
    }
}
