package org.alongside.web.housing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.alongside.access.Permission;
import org.alongside.housing.FacilityService;
import org.alongside.housing.FacilityService.Expected;
import org.alongside.housing.FamilyService;
import org.alongside.housing.FamilyService.NewFamily;
import org.alongside.housing.HousingView;
import org.alongside.housing.HousingView.PlacementView;
import org.alongside.housing.NewPlacement;
import org.alongside.housing.PlacementService;
import org.alongside.housing.StayService;
import org.alongside.shared.CaseId;
import org.alongside.shared.PlacementId;
import org.alongside.shared.Refusal;
import org.alongside.web.casefile.Allowed;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.Reasons;
import org.alongside.web.frame.Toast;

/** Where somebody lives as far as the reader may know it; the house asks for a bed here, who leads agrees to a move. */
@Named
@RequestScoped
public class ReadHousingPage {
    private static final String HERE = "/housing/of.xhtml?faces-redirect=true&case=";
    private static final Set<String> LIVING = Set.of("ADMITTED", "ABSENT_PLANNED", "ABSENT_UNPLANNED");
    private static final Set<String> COMING = Set.of("REQUESTED", "OFFERED", "RESERVED");
    private static final Set<String> RUNNING =
            Set.of("REQUESTED", "OFFERED", "RESERVED", "ADMITTED", "ABSENT_PLANNED", "ABSENT_UNPLANNED");

    @EJB
    private PlacementService placements;

    @EJB
    private StayService stays;

    @EJB
    private FacilityService houses;

    @EJB
    private FamilyService families;

    @Inject
    private ReadCasePage page;

    @Inject
    private Allowed allowed;

    @Inject
    private Act act;

    @Inject
    private Reasons reasons;

    @Inject
    private Toast toast;

    private HousingView view;
    private List<Expected> others;
    private String codes = "";
    private String other;

    public HousingView getView() {
        if (view == null) {
            view = placements.of(page.getId());
        }
        return view;
    }

    /** Whether to offer asking for a bed: nobody has, or the last one is over. */
    public boolean isAsking() {
        return getView().requestable()
                && allowed.ever(Permission.REQUEST_BED)
                && getView().placements().stream().noneMatch(one -> RUNNING.contains(one.status()));
    }

    /** Whether the reader agrees to a move of who lives there; asked of none, too, where the page looks for a place for its reasons. */
    public boolean agreeing(PlacementView one) {
        return one != null
                && page.isMine()
                && allowed.ever(Permission.AGREE_TO_MOVE)
                && "ADMITTED".equals(one.status());
    }

    /** Whether she may still come there, so that she can speak with the house before. */
    public boolean coming(PlacementView one) {
        return one != null && COMING.contains(one.status()) && allowed.ever(Permission.FOLLOW_PLACEMENT);
    }

    /** Whether she lives or lived there, so that there are talks and limits to read of. */
    public boolean lived(PlacementView one) {
        return one != null && one.admittedAt().isPresent() && allowed.ever(Permission.READ_RESTRICTIONS);
    }

    /** Whether the reader can be the second person where she has to leave because rules were broken: who leads, or a manager. */
    public boolean agreeingToLeaving(PlacementView one) {
        return one != null
                && allowed.ever(Permission.AGREE_TO_LEAVING)
                && LIVING.contains(one.status())
                && (page.isMine() || one.own().isPresent());
    }

    public boolean isKeepingApart() {
        return getView().requestable()
                && allowed.ever(Permission.KEEP_APART)
                && !getCompany().isEmpty();
    }

    /** Whether the reader leads her case and says who is of her family. */
    public boolean isSayingFamily() {
        return page.isMine() && !page.isClosed() && allowed.ever(Permission.SAY_FAMILY);
    }

    public String sayFamily() {
        return act.perform(
                () -> families.say(
                        page.getId(),
                        new NewFamily(Stream.of(codes.split("[\\s,;،]+"))
                                .filter(code -> !code.isBlank())
                                .toList())),
                HERE + page.getId(),
                "housing.toast.family");
    }

    public String unsayFamily(String caseId) {
        return act.perform(
                () -> families.unsay(page.getId(), CaseId.of(caseId)), HERE + page.getId(), "housing.toast.noFamily");
    }

    /** Those who wait for a bed or for whom one is held, whom she must perhaps not meet. */
    public List<Expected> getCompany() {
        if (others == null) {
            others = houses.expected(0).content().stream()
                    .filter(one -> !one.caseId().equals(page.getId()))
                    .toList();
        }
        return others;
    }

    /** Leads to the placement. */
    public String ask() {
        try {
            PlacementId made = placements.request(page.getId(), new NewPlacement(List.of()), null);
            toast.say("housing.toast.asked");
            return "/housing/placement.xhtml?faces-redirect=true&placement=" + made;
        } catch (Refusal refusal) {
            reasons.show(refusal);
            return null;
        }
    }

    public String agree(String placement) {
        return act.perform(
                () -> stays.agreeToMove(PlacementId.of(placement)), HERE + page.getId(), "housing.toast.agreed");
    }

    public String agreeToLeaving(String placement) {
        return act.perform(
                () -> stays.agreeToLeaving(PlacementId.of(placement)),
                HERE + page.getId(),
                "housing.toast.leavingAgreed");
    }

    public String keepApart() {
        return act.perform(
                () -> stays.keepApart(
                        page.getId(),
                        Optional.ofNullable(other)
                                .filter(one -> !one.isBlank())
                                .map(CaseId::of)
                                .orElse(null)),
                HERE + page.getId(),
                "housing.toast.apart");
    }

    /** Codes of files, as typed: with spaces or commas between. */
    public String getCodes() {
        return codes;
    }

    public void setCodes(String typed) {
        codes = typed == null ? "" : typed;
    }

    public String getOther() {
        return other;
    }

    public void setOther(String other) {
        this.other = other;
    }
}
