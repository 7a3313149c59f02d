package org.alongside.web.counselling;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.alongside.access.Permission;
import org.alongside.casefile.CaseView;
import org.alongside.counselling.CounsellingView;
import org.alongside.counselling.NewSession;
import org.alongside.counselling.NoteService;
import org.alongside.counselling.SessionService;
import org.alongside.referral.ReferralService;
import org.alongside.referral.ReferralView;
import org.alongside.shared.SessionId;
import org.alongside.shared.WorkerId;
import org.alongside.web.casefile.Allowed;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.Language;

/** Counselling in a file, as much of it as is the reader's; and planning a session with her. */
@Named
@RequestScoped
public class ReadCounsellingPage {
    private static final int USUAL_MINUTES = 50;

    @EJB
    private SessionService sessions;

    @EJB
    private NoteService notes;

    @EJB
    private ReferralService referrals;

    @Inject
    private ReadCasePage page;

    @Inject
    private Allowed allowed;

    @Inject
    private Act act;

    @Inject
    private Language language;

    private Answers answers;
    private CounsellingView view;

    public CounsellingView getView() {
        if (view == null) {
            view = sessions.of(page.getId());
        }
        return view;
    }

    public Answers getAnswers() {
        if (answers == null) {
            answers = new Answers();
            answers.put("minutes", String.valueOf(USUAL_MINUTES));
            answers.put("modality", "IN_PERSON");
            needed().ifPresent(interpreter -> answers.put("interpreter", interpreter));
        }
        return answers;
    }

    /** The interpreter that she needs, as her file says it or the card by which she was referred; where neither is theirs to know, they choose. */
    private Optional<String> needed() {
        return page.getFile().language().map(CaseView.Language::interpreter).or(() -> asked().map(
                        ReferralView.Card::interpreter));
    }

    /** The newest request that their own organisation said yes to. */
    private Optional<ReferralView.Card> asked() {
        return allowed.ever(Permission.READ_REFERRALS)
                ? referrals.of(page.getId()).stream()
                        .map(ReferralView.Whole::card)
                        .filter(card -> card.times().acceptedAt().isPresent())
                        .max(Comparator.comparing(
                                card -> card.times().acceptedAt().orElseThrow()))
                : Optional.empty();
    }

    public String takeBack(String session) {
        return act.perform(() -> notes.takeBack(SessionId.of(session)), here(), "counselling.toast.toldNoMore");
    }

    public String plan() {
        return act.handIn(
                () -> new NewSession(
                        getAnswers().text("counsellor").map(WorkerId::of).orElse(null),
                        startsAt(),
                        Whole.of(getAnswers(), "minutes"),
                        text("type"),
                        text("modality"),
                        text("place"),
                        text("interpreter")),
                (asked, key) -> sessions.plan(page.getId(), asked, key),
                here(),
                "counselling.toast.planned");
    }

    private String here() {
        return "/counselling/of.xhtml?faces-redirect=true&case=" + page.getId();
    }

    private Instant startsAt() {
        return getAnswers().instant("startsAt", language.getZone()).orElse(null);
    }

    private String text(String field) {
        return getAnswers().text(field).orElse(null);
    }
}
