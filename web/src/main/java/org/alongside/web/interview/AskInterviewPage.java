package org.alongside.web.interview;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.interview.InterviewService;
import org.alongside.interview.NewInterview;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;

/** Police or prosecution ask for an interview. */
@Named
@RequestScoped
public class AskInterviewPage {
    private static final int NO_NUMBER = -1;

    @EJB
    private InterviewService interviews;

    @Inject
    private ReadCasePage page;

    @Inject
    private Act act;

    private final Answers answers = new Answers();

    public Answers getAnswers() {
        return answers;
    }

    public String save() {
        return act.handIn(
                () -> new NewInterview(
                        answers.several("about"),
                        answers.text("minutes").map(AskInterviewPage::number).orElse(NO_NUMBER),
                        answers.several("protection"),
                        answers.several("checks"),
                        answers.text("again").orElse(null)),
                (asked, key) -> interviews.ask(page.getId(), asked, key),
                "/interview/of.xhtml?faces-redirect=true&case=" + page.getId(),
                "interview.toast.asked");
    }

    /** What is no number is said beside its field, as one that is out of bounds. */
    private static int number(String typed) {
        return typed.strip().matches("\\d{1,4}") ? Integer.parseInt(typed.strip()) : NO_NUMBER;
    }
}
