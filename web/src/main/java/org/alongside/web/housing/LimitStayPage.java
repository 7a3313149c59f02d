package org.alongside.web.housing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import org.alongside.restriction.NewRestriction;
import org.alongside.restriction.NewRestriction.NewLook;
import org.alongside.restriction.NewRestriction.NewProlonging;
import org.alongside.restriction.RestrictionService;
import org.alongside.restriction.RestrictionView;
import org.alongside.restriction.RestrictionView.Restriction;
import org.alongside.shared.PlacementId;
import org.alongside.shared.RestrictionId;
import org.alongside.shared.WorkerId;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.Dates;
import org.alongside.web.frame.Language;
import org.alongside.web.frame.Pressed;
import org.omnifaces.cdi.Param;

/** The limits on a stay: impose one, tell her of it, review it, prolong or lift it. */
@Named
@RequestScoped
public class LimitStayPage {
    private static final String STOPPED = "STOPPED";

    @EJB
    private RestrictionService restrictions;

    @Inject
    private Act act;

    @Inject
    private Pressed pressed;

    @Inject
    private Dates dates;

    @Inject
    private Language language;

    @Inject
    @Param
    private String placement;

    @Inject
    @Param
    private String restriction;

    private final Answers answers = new Answers();
    private RestrictionView view;

    /** By the stay, or by one of its limits. */
    public RestrictionView getView() {
        if (view == null) {
            view = placement == null
                    ? restrictions.read(RestrictionId.of(restriction))
                    : restrictions.of(PlacementId.of(placement));
        }
        return view;
    }

    public Answers getAnswers() {
        return answers;
    }

    /** The one that is reviewed, prolonged or lifted on this page; null: none is chosen. */
    public Restriction getChosen() {
        return getView().restrictions().stream()
                .filter(one -> one.id().toString().equals(restriction) && lasts(one))
                .findFirst()
                .orElse(null);
    }

    /** Asked by the list of a form also where there is no row. */
    public boolean lasts(Restriction one) {
        return one != null && one.endedAt().isEmpty();
    }

    /** Whether she is to be told: of it, or of its end. */
    public boolean untold(Restriction one) {
        return one != null
                && one.own()
                        .filter(own -> lasts(one)
                                ? own.toldAt().isEmpty()
                                : own.endToldAt().isEmpty()
                                        && own.endKind().filter(STOPPED::equals).isEmpty())
                        .isPresent();
    }

    /** Whether the reader can look at it again: not who imposed it. */
    public boolean reviewing(Restriction one) {
        return one != null
                && getView().imposable()
                && one.own().filter(own -> !own.imposedBySelf()).isPresent();
    }

    public boolean late(Restriction one) {
        return lasts(one) && !one.reviewBy().isAfter(dates.getNow());
    }

    public String impose() {
        return perform(
                () -> {
                    NewRestriction asked = new NewRestriction(text("kind"), text("reason"), endsAt(), reviewer());
                    restrictions.impose(getView().placement(), asked, pressed.key(asked));
                },
                "housing.toast.limited");
    }

    public String tell(String id) {
        return perform(() -> restrictions.tell(RestrictionId.of(id)), "housing.toast.limitTold");
    }

    public String review() {
        return perform(() -> restrictions.review(chosen(), new NewLook(text("words"))), "housing.toast.limitReviewed");
    }

    public String lift() {
        return perform(() -> restrictions.lift(chosen(), new NewLook(text("words"))), "housing.toast.limitLifted");
    }

    public String prolong() {
        return perform(
                () -> restrictions.prolong(chosen(), new NewProlonging(text("reason"), endsAt(), reviewer())),
                "housing.toast.limitProlonged");
    }

    private RestrictionId chosen() {
        return RestrictionId.of(restriction);
    }

    private Instant endsAt() {
        return answers.instant("endsAt", language.getZone()).orElse(null);
    }

    private WorkerId reviewer() {
        return answers.text("reviewer").map(WorkerId::of).orElse(null);
    }

    private String perform(Runnable doing, String said) {
        PlacementId stay = getView().placement();
        view = null;
        return act.perform(doing, "/housing/limits.xhtml?faces-redirect=true&placement=" + stay, said);
    }

    private String text(String field) {
        return answers.text(field).orElse(null);
    }
}
