package org.alongside.web.safety;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.safety.NewRiskAssessment;
import org.alongside.safety.NewRiskAssessment.NewFinding;
import org.alongside.safety.SafetyService;
import org.alongside.web.casefile.CaseDraft;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.CodeWords;

/** Assesses the risk together with her; kept as it is typed. */
@Named
@RequestScoped
public class AssessRiskPage {
    private static final String DRAFT = "assessment";

    @EJB
    private SafetyService safety;

    @Inject
    private ReadCasePage page;

    @Inject
    private CaseDraft draft;

    @Inject
    private CodeWords codes;

    /** An address without a draft goes on with what was begun, or begins. */
    public String begin() {
        return draft.getId() != null
                ? null
                : "/safety/assess.xhtml?faces-redirect=true&case=" + page.getId() + "&draft="
                        + draft.begin(DRAFT, any -> true, Answers::new);
    }

    public String save() {
        return draft.handIn(
                key -> {
                    safety.assess(page.getId(), made(), key);
                    return "/safety/of.xhtml?faces-redirect=true&case=" + page.getId();
                },
                "safety.toast.assessed");
    }

    private NewRiskAssessment made() {
        return new NewRiskAssessment(typed("felt"), typed("herWords"), findings(), typed("level"), typed("reason"));
    }

    /** What was not talked about is left out. */
    private List<NewFinding> findings() {
        return codes.of("risk_domain").stream()
                .filter(domain -> typed("score_" + domain) != null)
                .map(domain -> new NewFinding(domain, typed("score_" + domain), typed("note_" + domain)))
                .toList();
    }

    private String typed(String field) {
        return draft.getAnswers().text(field).orElse(null);
    }
}
