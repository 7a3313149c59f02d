package org.alongside.web.interview;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.interview.InterviewService;
import org.alongside.interview.InterviewView.Interview;
import org.alongside.interview.NewInterview.NewStatement;
import org.alongside.shared.InterviewId;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;

/** That she told it, by the agency that took it or by who leads. */
@Named
@RequestScoped
public class RecordStatementPage {
    @EJB
    private InterviewService interviews;

    @Inject
    private ReadCasePage page;

    @Inject
    private ReadInterviewsPage all;

    @Inject
    private Act act;

    private final Answers answers = new Answers();

    public Answers getAnswers() {
        return answers;
    }

    /** Interviews of the reader's own agency to which she said yes, as long as that holds. */
    public List<Interview> getAgreed() {
        return all.getView().may().ask()
                ? all.getView().interviews().stream().filter(all::agreed).toList()
                : List.of();
    }

    public String save() {
        return act.handIn(
                () -> new NewStatement(
                        answers.text("agency").orElse(null),
                        answers.day("takenOn").orElse(null),
                        answers.text("medium").orElse(null),
                        answers.several("company"),
                        answers.text("interview").map(InterviewId::of).orElse(null)),
                (told, key) -> interviews.record(page.getId(), told, key),
                "/interview/of.xhtml?faces-redirect=true&case=" + page.getId(),
                "interview.toast.told");
    }
}
