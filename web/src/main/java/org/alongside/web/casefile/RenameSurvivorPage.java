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

/** Changes the name she uses and her legal name. */
@Named
@RequestScoped
public class RenameSurvivorPage {
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
            CaseView.Identity identity = page.getFile().identity().orElseThrow(Refusal::notThere);
            Answers present = new Answers();
            present.put("name_preferred", who().preferredName());
            present.put("name_given", identity.given());
            present.put("name_family", identity.family());
            answers = edit.begin(present, who().version());
        }
        return answers;
    }

    public String save() {
        NewCase.Name name = new NewCase.Name(
                answers.text("name_preferred").orElse(null),
                answers.text("name_given").orElse(null),
                answers.text("name_family").orElse(null));
        return edit.save(
                "name_",
                version -> cases.changeName(page.getId(), name, version),
                "/casefile/known.xhtml?faces-redirect=true&case=" + page.getId(),
                "casefile.toast.name");
    }

    private CaseView.Who who() {
        return page.getFile().who().orElseThrow(Refusal::notThere);
    }
}
