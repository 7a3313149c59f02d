package org.alongside.web.afterwards;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.access.Permission;
import org.alongside.followup.FollowUpService;
import org.alongside.followup.FollowUpView;
import org.alongside.followup.NewFollowUp;
import org.alongside.followup.NewFollowUp.NewFollowUpAnswer;
import org.alongside.followup.NewFollowUp.NewReopeningOffer;
import org.alongside.followup.NewFollowUp.NewTry;
import org.alongside.outcome.LaterMeasureService;
import org.alongside.outcome.Scale;
import org.alongside.shared.FollowUpId;
import org.alongside.web.casefile.Allowed;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.CodeWords;
import org.alongside.web.frame.Language;
import org.omnifaces.cdi.Param;

/** One time at which she is asked how she is: try to reach her, write down what she says, offer to open the case again. */
@Named
@RequestScoped
public class FollowUpPage {
    private static final String HERE = "/afterwards/one.xhtml?faces-redirect=true&followup=";
    private static final String ASKED = "answer_";

    @EJB
    private FollowUpService followUps;

    @EJB
    private LaterMeasureService laterMeasures;

    @Inject
    private ReadCasePage page;

    @Inject
    private Act act;

    @Inject
    private Allowed allowed;

    @Inject
    private Language language;

    @Inject
    private CodeWords codes;

    @Inject
    @Param
    private String followup;

    private final Answers answers = new Answers();
    private FollowUpView view;
    private List<Scale> scales;

    public FollowUpView getView() {
        if (view == null) {
            view = followUps.read(getId());
            page.of(view.caseId());
        }
        return view;
    }

    public FollowUpId getId() {
        return FollowUpId.of(followup);
    }

    public Answers getAnswers() {
        return answers;
    }

    /** Whether the reader may ask her now: it is time, she agrees, and it is theirs to do. */
    public boolean isAskable() {
        return allowed.ever(Permission.FOLLOW_UP)
                && getView().open()
                && !getView().channels().isEmpty();
    }

    /** The scales that may be put to her now: where she was reached and may be asked. */
    public List<Scale> getScales() {
        if (scales == null) {
            scales = isAskable() && getView().tries().stream().anyMatch(one -> "REACHED".equals(one.outcome()))
                    ? laterMeasures.offered(getId())
                    : List.of();
        }
        return scales;
    }

    public boolean isOfferable() {
        return allowed.ever(Permission.FOLLOW_UP) && getView().offers();
    }

    public String logTry() {
        return perform(
                () -> followUps.tried(
                        getId(),
                        new NewTry(
                                answers.instant("at", language.getZone()).orElse(null),
                                text("channel"),
                                text("tried"))),
                "afterwards.toast.tried");
    }

    public String record() {
        return perform(
                () -> followUps.record(
                        getId(), new NewFollowUp(text("outcome"), said(), text("words"), answers.yes("concern"))),
                "afterwards.toast.recorded");
    }

    private List<NewFollowUpAnswer> said() {
        return codes.of("follow_up_question").stream()
                .filter(asked -> answers.text(ASKED + asked).isPresent())
                .map(asked -> new NewFollowUpAnswer(asked, text(ASKED + asked)))
                .toList();
    }

    public String offer() {
        return perform(
                () -> followUps.offer(getId(), new NewReopeningOffer(text("answer"))), "afterwards.toast.offered");
    }

    private String perform(Runnable doing, String said) {
        return act.perform(doing, HERE + getId(), said);
    }

    private String text(String field) {
        return answers.text(field).orElse(null);
    }
}
