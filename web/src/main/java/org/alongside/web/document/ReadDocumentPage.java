package org.alongside.web.document;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.alongside.document.DocumentService;
import org.alongside.document.DocumentsView.DocumentView;
import org.alongside.document.DocumentsView.VersionView;
import org.alongside.document.NewDocument.NewTitle;
import org.alongside.document.NewDocument.NewVersion;
import org.alongside.document.NewDocument.NewWithdrawal;
import org.alongside.shared.DocumentId;
import org.alongside.shared.Refusal;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.omnifaces.cdi.Param;

/** One document with its versions, and what is done with it. */
@Named
@RequestScoped
public class ReadDocumentPage {
    @EJB
    private DocumentService documents;

    @Inject
    private Act act;

    @Inject
    private HttpServletRequest request;

    @Inject
    @Param(name = "document")
    private String id;

    private DocumentView view;

    @Inject
    private ReadCasePage page;

    private Answers answers;

    /** What is asked about begins with what there is. */
    public Answers getAnswers() {
        if (answers == null) {
            answers = new Answers();
            answers.put("title", getView().document().title());
            answers.put("after", newest());
        }
        return answers;
    }

    private String newest() {
        return String.valueOf(getView().document().latest());
    }

    public String getId() {
        return id;
    }

    public DocumentView getView() {
        if (view == null) {
            view = documents.read(documentId());
            if (!view.caseId().equals(page.getId())) {
                throw Refusal.notThere();
            }
        }
        return view;
    }

    /** Whether something was taken out of a picture. */
    public boolean stripped(VersionView one) {
        return one != null && !one.sha256().equals(one.handedSha256());
    }

    public long kilobytes(VersionView one) {
        return one == null ? 0 : (one.bytes() + 999) / 1000;
    }

    /** Another version, after the one that was the newest when the form was drawn. */
    public String add() {
        view = null;
        String next = act.handIn(
                () -> new NewVersion(
                        getAnswers()
                                .text("after")
                                .filter(typed -> typed.matches("\\d{1,6}"))
                                .map(Integer::valueOf)
                                .orElse(null),
                        text("reason")),
                (added, key) -> documents.replace(documentId(), added, HandedInFilter.file(request), key),
                here(),
                "document.toast.again");
        // whoever was told of a newer version has it before them now
        answers.put("after", newest());
        return next;
    }

    public String rename() {
        view = null;
        return act.perform(
                () -> documents.rename(documentId(), new NewTitle(text("title"))), here(), "document.toast.renamed");
    }

    public String withdraw() {
        view = null;
        return act.perform(
                () -> documents.withdraw(documentId(), new NewWithdrawal(text("why"))),
                here(),
                "document.toast.withdrawn");
    }

    private DocumentId documentId() {
        return DocumentId.of(id == null ? "" : id);
    }

    private String here() {
        return "/document/one.xhtml?faces-redirect=true&case=" + page.getId() + "&document=" + documentId();
    }

    private String text(String field) {
        return getAnswers().text(field).orElse(null);
    }
}
