package org.alongside.web.missing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.missing.MissingService;
import org.alongside.missing.MissingView;
import org.alongside.missing.MissingView.MissingClock;
import org.alongside.missing.NewMissing.HowFound;
import org.alongside.missing.NewMissing.NewMissingStep;
import org.alongside.missing.NewMissing.NewReturnTalk;
import org.alongside.shared.MissingId;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.Dates;
import org.alongside.web.frame.Language;
import org.omnifaces.cdi.Param;

/** How it stands with somebody who is missing, and the next thing to do. */
@Named
@RequestScoped
public class FollowMissingPage {
    static final String HERE = "/missing/of.xhtml?faces-redirect=true&missing=";

    @EJB
    private MissingService missings;

    @Inject
    private Act act;

    @Inject
    private Dates dates;

    @Inject
    private Language language;

    @Inject
    @Param
    private String missing;

    private final Answers answers = new Answers();
    private MissingView view;

    public MissingView getView() {
        if (view == null) {
            view = missings.read(getId());
        }
        return view;
    }

    public MissingId getId() {
        return MissingId.of(missing);
    }

    public Answers getAnswers() {
        return answers;
    }

    /** Whether its time is over and it was not done. */
    public boolean isLate(MissingClock clock) {
        return getView().running() && clock.doneAt().isEmpty() && clock.by().isBefore(dates.getNow());
    }

    public String note(String step) {
        return perform(() -> missings.done(getId(), new NewMissingStep(step)), "missing.toast.noted");
    }

    public String find() {
        return perform(
                () -> missings.find(getId(), new HowFound(answers.text("how").orElse(null))), "missing.toast.found");
    }

    public String leave() {
        return perform(() -> missings.leaveUnresolved(getId()), "missing.toast.unresolved");
    }

    public String talk() {
        return perform(
                () -> missings.talk(
                        getId(),
                        new NewReturnTalk(
                                answers.instant("heldAt", language.getZone()).orElse(null),
                                answers.text("words").orElse(null))),
                "missing.toast.talked");
    }

    private String perform(Runnable doing, String said) {
        return act.perform(doing, HERE + getId(), said);
    }
}
