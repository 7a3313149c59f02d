package org.alongside.web.interview;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.interview.InterviewService;
import org.alongside.interview.InterviewView;
import org.alongside.interview.InterviewView.Interview;
import org.alongside.interview.NewInterview.NewAdvice;
import org.alongside.interview.NewInterview.NewCooperation;
import org.alongside.interview.NewInterview.NewInterviewAnswer;
import org.alongside.shared.InterviewId;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.PressedOn;

/** What police and prosecution ask of her, by as much as is the reader's to know, and what is said of it with one press. */
@Named
@RequestScoped
public class ReadInterviewsPage {
    @EJB
    private InterviewService interviews;

    @Inject
    private ReadCasePage page;

    @Inject
    private Act act;

    private static final String YES = "YES";
    private static final String NO = "NO";

    private InterviewView view;

    private final Answers answers = new Answers();

    public Answers getAnswers() {
        return answers;
    }

    public InterviewView getView() {
        if (view == null) {
            view = interviews.of(page.getId());
        }
        return view;
    }

    /** Asked by the list of a form also where there is no row. */
    public boolean open(Interview one) {
        return one != null && one.open();
    }

    /** Whether her yes can still become a no, as far as the reader knows. */
    public boolean agreed(Interview one) {
        return one != null
                && !one.ended()
                && one.answer().filter(said -> YES.equals(said.answer())).isPresent();
    }

    public String sheSaysNo(String id) {
        view = null;
        return act.perform(
                () -> interviews.answer(
                        page.getId(), InterviewId.of(id), new NewInterviewAnswer(NO, List.of(), null, List.of(), null)),
                here(),
                "interview.toast.answered");
    }

    public String takeBack(String id) {
        view = null;
        return act.perform(
                () -> interviews.takeBack(page.getId(), InterviewId.of(id)), here(), "interview.toast.takenBack");
    }

    /** @param pressedOn id of the interview and code of interview_advice, with a colon between them */
    public String advise(String pressedOn) {
        PressedOn pressed = PressedOn.of(pressedOn);
        view = null;
        return act.perform(
                () -> interviews.advise(page.getId(), InterviewId.of(pressed.id()), new NewAdvice(pressed.said())),
                here(),
                "interview.toast.advised");
    }

    public String decide() {
        view = null;
        return act.handIn(
                () -> new NewCooperation(
                        answers.text("decision").orElse(null),
                        answers.day("decidedOn").orElse(null)),
                (decided, key) -> interviews.decide(page.getId(), decided, key),
                here(),
                "interview.toast.decided");
    }

    private String here() {
        return "/interview/of.xhtml?faces-redirect=true&case=" + page.getId();
    }
}
