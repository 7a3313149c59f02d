package org.alongside.web.careplan;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.careplan.NewReview;
import org.alongside.careplan.PlanCourseService;
import org.alongside.web.casefile.CaseDraft;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;

/** Looks at the plan again with her: what changed since the last time stands beside. */
@Named
@RequestScoped
public class ReviewPlanPage {
    @EJB
    private PlanCourseService courses;

    @Inject
    private ReadCasePage page;

    @Inject
    private CaseDraft draft;

    /** An address without a draft goes on with what was begun, or begins. */
    public String begin() {
        if (draft.getId() != null) {
            return null;
        }
        return "/careplan/review.xhtml?faces-redirect=true&case=" + page.getId() + "&draft="
                + draft.begin("review", any -> true, Answers::new);
    }

    public Answers getAnswers() {
        return draft.getAnswers();
    }

    public String save() {
        return draft.handIn(
                key -> {
                    courses.review(
                            page.getId(),
                            new NewReview(text("herPart"), text("herWords"), text("outcome"), text("words")),
                            key);
                    return "/careplan/course.xhtml?faces-redirect=true&case=" + page.getId();
                },
                "careplan.toast.reviewed");
    }

    private String text(String field) {
        return getAnswers().text(field).orElse(null);
    }
}
