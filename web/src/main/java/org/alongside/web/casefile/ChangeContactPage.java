package org.alongside.web.casefile;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.casefile.CaseService;
import org.alongside.casefile.CaseView;
import org.alongside.casefile.NewCase;
import org.alongside.shared.Refusal;
import org.alongside.web.draft.Answers;

/** Changes how to reach her safely. */
@Named
@RequestScoped
public class ChangeContactPage {
    @EJB
    private CaseService cases;

    @Inject
    private ReadCasePage page;

    @Inject
    private StaleEdit edit;

    private Answers answers;

    /** What is typed, at first what the file holds. */
    public Answers getAnswers() {
        if (answers == null) {
            Answers present = new Answers();
            present.put("contact_channel", contact().channel());
            present.put("contact_value", contact().value());
            present.put("contact_safeHours", contact().safeHours());
            present.put("contact_leaveMessage", contact().leaveMessage());
            present.put("contact_coverStory", contact().coverStory());
            present.put("contact_never", contact().never());
            answers = edit.begin(present, contact().version());
        }
        return answers;
    }

    public String save() {
        NewCase.SafeContact changed = new NewCase.SafeContact(
                typed("channel"),
                typed("value"),
                typed("safeHours"),
                typed("leaveMessage"),
                typed("coverStory"),
                typed("never"));
        return edit.save(
                "contact_",
                version -> cases.changeContact(page.getId(), changed, version),
                "/casefile/known.xhtml?faces-redirect=true&case=" + page.getId(),
                "casefile.toast.contact");
    }

    private String typed(String field) {
        return answers.text("contact_" + field).orElse(null);
    }

    private CaseView.SafeContact contact() {
        return page.getFile().contact().orElseThrow(Refusal::notThere);
    }
}
