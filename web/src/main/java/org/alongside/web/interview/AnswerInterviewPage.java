package org.alongside.web.interview;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.interview.InterviewService;
import org.alongside.interview.InterviewView.Interview;
import org.alongside.interview.NewInterview.NewInterviewAnswer;
import org.alongside.shared.InterviewId;
import org.alongside.shared.Refusal;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.omnifaces.cdi.Param;

/** Who leads writes down what she answered. */
@Named
@RequestScoped
public class AnswerInterviewPage {
    @EJB
    private InterviewService interviews;

    @Inject
    private ReadCasePage page;

    @Inject
    private ReadInterviewsPage all;

    @Inject
    private Act act;

    @Inject
    @Param
    private String interview;

    private final Answers answers = new Answers();

    public Answers getAnswers() {
        return answers;
    }

    public Interview getOne() {
        return all.getView().interviews().stream()
                .filter(one -> one.id().toString().equals(interview))
                .findFirst()
                .orElseThrow(Refusal::notThere);
    }

    public String save() {
        return act.perform(
                () -> interviews.answer(
                        page.getId(),
                        InterviewId.of(interview),
                        new NewInterviewAnswer(
                                answers.text("answer").orElse(null),
                                answers.several("company"),
                                answers.text("place").orElse(null),
                                answers.several("protection"),
                                answers.day("laterOn").orElse(null))),
                "/interview/of.xhtml?faces-redirect=true&case=" + page.getId(),
                "interview.toast.answered");
    }
}
