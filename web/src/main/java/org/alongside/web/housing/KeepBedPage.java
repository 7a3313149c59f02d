package org.alongside.web.housing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.access.Permission;
import org.alongside.housing.FacilityService;
import org.alongside.housing.FacilityService.BoardBed;
import org.alongside.housing.FacilityService.BoardHouse;
import org.alongside.housing.NewFacility.NewBedClosing;
import org.alongside.shared.BedId;
import org.alongside.shared.FacilityId;
import org.alongside.shared.Refusal;
import org.alongside.web.casefile.Allowed;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.Dates;
import org.alongside.web.frame.Language;
import org.omnifaces.cdi.Param;

/** One bed: out of use for a time and back, or found empty when nothing may be read any more of who had it. */
@Named
@RequestScoped
public class KeepBedPage {
    @EJB
    private FacilityService houses;

    @Inject
    private Allowed allowed;

    @Inject
    private Act act;

    @Inject
    private Dates dates;

    @Inject
    private Language language;

    @Inject
    @Param
    private String house;

    @Inject
    @Param
    private String bed;

    private final Answers answers = new Answers();
    private BoardHouse found;

    /** As {@link KeepHousePage#need}. */
    public void need(Permission permission) {
        houses.read(id());
        getBed();
        allowed.need(permission);
    }

    public BoardHouse getHouse() {
        if (found == null) {
            found = houses.board().stream()
                    .filter(one -> one.id().equals(id()))
                    .findFirst()
                    .orElseThrow(Refusal::notThere);
        }
        return found;
    }

    public BoardBed getBed() {
        return getHouse().beds().stream()
                .filter(one -> one.id().equals(bed()))
                .findFirst()
                .orElseThrow(Refusal::notThere);
    }

    public String getState() {
        return Tile.state(getBed(), dates.getNow());
    }

    public String getIcon() {
        return Tile.icon(getState());
    }

    public String getTone() {
        return Tile.tone(getState());
    }

    public Answers getAnswers() {
        return answers;
    }

    public String close() {
        return perform(
                () -> houses.close(
                        id(),
                        bed(),
                        new NewBedClosing(
                                answers.text("reason").orElse(null),
                                answers.instant("from", language.getZone()).orElse(null),
                                answers.instant("until", language.getZone()).orElse(null))),
                "housing.toast.closed");
    }

    public String reopen() {
        return perform(() -> houses.reopen(id(), bed()), "housing.toast.reopened");
    }

    public String vacate() {
        return perform(() -> houses.vacate(id(), bed()), "housing.toast.vacated");
    }

    private String perform(Runnable doing, String said) {
        return act.perform(doing, "/housing/board.xhtml?faces-redirect=true", said);
    }

    private FacilityId id() {
        return FacilityId.of(house);
    }

    private BedId bed() {
        return BedId.of(bed);
    }
}
