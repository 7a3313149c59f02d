package org.alongside.web.document;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.alongside.access.Category;
import org.alongside.document.DocumentQuery;
import org.alongside.document.DocumentService;
import org.alongside.document.DocumentsView;
import org.alongside.document.NewDocument;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;

/** Adds a document to a case. */
@Named
@RequestScoped
public class BringDocumentPage {
    @EJB
    private DocumentService documents;

    @Inject
    private ReadCasePage page;

    @Inject
    private Act act;

    @Inject
    private HttpServletRequest request;

    private DocumentsView view;

    private final Answers answers = new Answers();

    public Answers getAnswers() {
        return answers;
    }

    public DocumentsView getView() {
        if (view == null) {
            view = documents.of(page.getId(), new DocumentQuery(null, null, 1));
        }
        return view;
    }

    public String save() {
        return act.handIn(
                () -> new NewDocument(
                        text("title"),
                        text("documentClass"),
                        answers.text("category").map(Category::valueOf).orElse(null),
                        null),
                (brought, key) -> documents.bring(page.getId(), brought, HandedInFilter.file(request), key),
                "/document/of.xhtml?faces-redirect=true&case=" + page.getId(),
                "document.toast.brought");
    }

    private String text(String field) {
        return answers.text(field).orElse(null);
    }
}
