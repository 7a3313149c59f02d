package org.alongside.web.housing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.housing.GapService;
import org.alongside.housing.GapService.NewAnswer;
import org.alongside.housing.GapView;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.frame.Act;

/** A night for which no place is known: who leads says what is done. */
@Named
@RequestScoped
public class AnswerGapPage {
    private static final String HERE = "/housing/tonight.xhtml?faces-redirect=true&case=";

    @EJB
    private GapService gaps;

    @Inject
    private ReadCasePage page;

    @Inject
    private Act act;

    private List<GapView> nights;
    private String answer;

    public List<GapView> getNights() {
        if (nights == null) {
            nights = gaps.of(page.getId());
        }
        return nights;
    }

    /** Whether somebody has to say something. */
    public boolean isAsked() {
        return getNights().stream()
                .anyMatch(night -> night.answer().isEmpty() && night.endedAt().isEmpty());
    }

    public String getAnswer() {
        return answer;
    }

    public void setAnswer(String code) {
        answer = code;
    }

    public String say() {
        return act.perform(
                () -> gaps.answer(page.getId(), new NewAnswer(answer)), HERE + page.getId(), "housing.toast.tonight");
    }
}
