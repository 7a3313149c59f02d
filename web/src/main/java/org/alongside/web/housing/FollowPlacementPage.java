package org.alongside.web.housing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.alongside.access.ExpectedVersion;
import org.alongside.access.Permission;
import org.alongside.housing.HouseRulesService;
import org.alongside.housing.HouseRulesView;
import org.alongside.housing.HouseRulesView.RulesText;
import org.alongside.housing.NewPlacement;
import org.alongside.housing.NewPlacement.NewArrival;
import org.alongside.housing.PlacementService;
import org.alongside.housing.StayService;
import org.alongside.housing.StayService.NewTimeAway;
import org.alongside.housing.StayView;
import org.alongside.housing.StayView.Relative;
import org.alongside.shared.PlacementId;
import org.alongside.web.casefile.Allowed;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.Language;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** A placement and the next thing to do: hold, let her in, away and back. */
@Named
@RequestScoped
public class FollowPlacementPage {
    static final String HERE = "/housing/placement.xhtml?faces-redirect=true&placement=";

    @EJB
    private PlacementService placements;

    @EJB
    private StayService stays;

    @EJB
    private HouseRulesService rules;

    @Inject
    private Allowed allowed;

    @Inject
    private Act act;

    @Inject
    private ExpectedVersion expected;

    @Inject
    private Language language;

    @Inject
    @Param
    private String placement;

    private final Answers answers = new Answers();
    private StayView view;
    private HouseRulesView houseRules;
    private Integer shown;

    public StayView getView() {
        if (view == null) {
            view = placements.read(getId());
        }
        return view;
    }

    public PlacementId getId() {
        return PlacementId.of(placement);
    }

    /** What is typed on this page; the languages begin with hers. */
    public Answers getAnswers() {
        return answers;
    }

    public String getRightsIn() {
        return answers.text("rightsIn").orElse(getView().wanted().language());
    }

    public void setRightsIn(String code) {
        answers.put("rightsIn", code);
    }

    public String getRulesIn() {
        return answers.text("rulesIn").orElse(getView().wanted().language());
    }

    public void setRulesIn(String code) {
        answers.put("rulesIn", code);
    }

    /** The rules of the house in which her bed is. */
    public HouseRulesView getHouseRules() {
        if (houseRules == null) {
            houseRules = rules.read(getView().facility().orElseThrow());
        }
        return houseRules;
    }

    /** The text to read to her: in her language, or the nearest that there is. */
    public RulesText getRulesText() {
        return getHouseRules().textFor(getView().wanted().language()).orElse(null);
    }

    /** The version that is shown, to be read to her. */
    public String getRulesVersion() {
        return String.valueOf(getHouseRules().version());
    }

    /** The version that was shown when it was read to her, also if another was written meanwhile; none: not a number. */
    public void setRulesVersion(String version) {
        shown = version != null && version.matches("[1-9][0-9]{0,8}") ? Integer.valueOf(version) : null;
    }

    /** The part of the page with the next thing to do. */
    public String getNext() {
        return isGiving() ? "give" : isAdmitting() ? "admit" : isLiving() ? "living" : "nothing";
    }

    /** Whether a bed is given, or one of another room. */
    public boolean isGiving() {
        return allowed.ever(Permission.GIVE_BED) && is("REQUESTED", "OFFERED");
    }

    public boolean isOffered() {
        return is("OFFERED");
    }

    /** Whether she may still come, so that she can speak with the house before. */
    public boolean isComing() {
        return allowed.ever(Permission.FOLLOW_PLACEMENT) && is("REQUESTED", "OFFERED", "RESERVED");
    }

    public boolean isAdmitting() {
        return is("RESERVED");
    }

    /** Whether she lives there, also while she is away. */
    public boolean isLiving() {
        return is("ADMITTED", "ABSENT_PLANNED", "ABSENT_UNPLANNED");
    }

    public boolean isAway() {
        return is("ABSENT_PLANNED", "ABSENT_UNPLANNED");
    }

    public boolean isMissing() {
        return is("ABSENT_UNPLANNED");
    }

    public boolean isMoving() {
        return allowed.ever(Permission.MOVE_SURVIVOR) && is("ADMITTED");
    }

    public boolean isLeaving() {
        return allowed.ever(Permission.END_PLACEMENT) && is("ADMITTED", "ABSENT_UNPLANNED");
    }

    public boolean isEscorting() {
        return allowed.ever(Permission.OPEN_ADDRESS) && (isAdmitting() || isLiving());
    }

    private boolean is(String... statuses) {
        return List.of(statuses).contains(getView().status());
    }

    public String hold() {
        return perform(
                () -> {
                    asShown();
                    placements.hold(getId());
                },
                "housing.toast.held");
    }

    public String declineForHer() {
        return perform(
                () -> {
                    asShown();
                    placements.declineForHer(getId());
                },
                "housing.toast.declinedForHer");
    }

    public String admit() {
        return perform(
                () -> {
                    asShown();
                    placements.admit(getId(), new NewArrival(getRightsIn(), getRulesIn(), shown));
                },
                "housing.toast.admitted");
    }

    public String goAway() {
        return perform(
                () -> stays.goAway(
                        getId(),
                        new NewTimeAway(
                                answers.instant("until", language.getZone()).orElse(null), going())),
                "housing.toast.away");
    }

    /** She and those of her family who are in the house now, of whom it is asked who goes; none where she is alone. */
    public List<Relative> getHere() {
        return getView().family().stream()
                .filter(one -> one.status().equals(getView().status()))
                .toList();
    }

    private List<PlacementId> going() {
        return Stream.concat(Stream.of(getId()), answers.several("who").stream().map(PlacementId::of))
                .toList();
    }

    /** Those of her family who are here or wait for a bed, and are to be placed with her before she has one. */
    public boolean isApart() {
        return allowed.ever(Permission.REQUEST_BED)
                && is("REQUESTED")
                && !getView().apart().isEmpty();
    }

    public String placeTogether() {
        return perform(
                () -> placements.request(getView().caseId(), new NewPlacement(List.of()), null),
                "housing.toast.together");
    }

    public String notReturn() {
        return perform(() -> stays.notReturn(getId()), "housing.toast.missing");
    }

    public String comeBack() {
        return perform(() -> stays.comeBack(getId()), "housing.toast.back");
    }

    /**
     * What is done next is based on what the page showed when its button was pressed: another bed that somebody offered meanwhile is not
     * held unseen.
     */
    void asShown() {
        String version = Faces.getRequestParameter("version");
        if (version != null && version.matches("\\d{1,9}")) {
            expected.set(Integer.parseInt(version));
        }
    }

    /** What the page shows is read anew. */
    void lookAgain() {
        view = null;
    }

    private String perform(Runnable doing, String said) {
        String next = act.perform(doing, HERE + getId(), said);
        lookAgain();
        return next;
    }
}
