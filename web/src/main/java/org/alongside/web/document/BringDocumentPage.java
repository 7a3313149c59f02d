package org.alongside.web.document;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.alongside.access.Category;
import org.alongside.access.Permission;
import org.alongside.document.DocumentQuery;
import org.alongside.document.DocumentService;
import org.alongside.document.DocumentsView;
import org.alongside.document.NewDocument;
import org.alongside.proceeding.MatterView;
import org.alongside.proceeding.ProceedingService;
import org.alongside.shared.MatterId;
import org.alongside.web.casefile.Allowed;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.omnifaces.cdi.Param;

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

    @EJB
    private ProceedingService proceedings;

    @Inject
    private Allowed allowed;

    /** The matter from which one comes here; null: from none. */
    @Inject
    @Param(name = "matter")
    private String matter;

    private List<MatterView> matters;

    private Answers answers;

    public Answers getAnswers() {
        if (answers == null) {
            answers = new Answers();
            answers.put("matter", matter == null ? "" : matter);
        }
        return answers;
    }

    /** The legal matters of the reader's own house of lawyers, to one of which it may belong; none for everybody else. */
    public List<MatterView> getMatters() {
        if (matters == null) {
            matters = allowed.ever(Permission.WRITE_MATTER)
                    ? proceedings.of(page.getId()).matters().stream()
                            .filter(one -> one.file().isPresent())
                            .toList()
                    : List.of();
        }
        return matters;
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
                        getAnswers().text("category").map(Category::valueOf).orElse(null),
                        getAnswers().text("matter").map(MatterId::of).orElse(null)),
                (brought, key) -> documents.bring(page.getId(), brought, HandedInFilter.file(request), key),
                "/document/of.xhtml?faces-redirect=true&case=" + page.getId(),
                "document.toast.brought");
    }

    private String text(String field) {
        return getAnswers().text(field).orElse(null);
    }
}
