package org.alongside.web.closing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import org.alongside.closing.ClosingService;
import org.alongside.closing.NewGround;
import org.alongside.closing.NewGround.NewHearingOwner;
import org.alongside.shared.MatterId;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;

/** Notes what closing asks and nothing else knows; a form begins with what was noted last. */
@Named
@RequestScoped
public class NoteGroundPage {
    private static final String PAGE = "/casefile/close.xhtml?faces-redirect=true&case=";

    @EJB
    private ClosingService closings;

    @Inject
    private ReadCasePage page;

    @Inject
    private CloseCasePage closing;

    @Inject
    private Act act;

    private Answers answers;

    public Answers getAnswers() {
        if (answers == null) {
            answers = new Answers();
            closing.getView().ground().noted().ifPresent(noted -> begin(noted.ground()));
        }
        return answers;
    }

    private void begin(NewGround noted) {
        answers.put("housing", noted.housing());
        answers.put("housedSince", noted.housedSince());
        answers.put("safetyPlanOn", noted.safetyPlanOn());
        answers.put("hotlineOn", noted.hotlineOn());
        answers.put("talkedOn", noted.talkedOn());
        answers.put("guardianWord", noted.guardianWord());
        answers.put("permits", noted.permits());
        answers.put("permitUntil", noted.permitUntil());
        answers.put("permitOwner", noted.permitOwner());
    }

    public String note() {
        return act.perform(
                () -> closings.note(
                        page.getId(),
                        new NewGround(
                                text("housing"),
                                day("housedSince"),
                                day("safetyPlanOn"),
                                day("hotlineOn"),
                                day("talkedOn"),
                                text("guardianWord"),
                                text("permits"),
                                day("permitUntil"),
                                text("permitOwner"))),
                PAGE + page.getId(),
                "closing.toast.noted");
    }

    public String own() {
        return act.perform(
                () -> closings.own(
                        page.getId(),
                        new NewHearingOwner(
                                getAnswers().text("matter").map(MatterId::of).orElse(null), text("owner"))),
                PAGE + page.getId(),
                "closing.toast.owned");
    }

    private String text(String field) {
        return getAnswers().text(field).orElse(null);
    }

    private LocalDate day(String field) {
        return getAnswers().day(field).orElse(null);
    }
}
