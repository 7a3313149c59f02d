package org.alongside.web.housing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Permission;
import org.alongside.housing.FacilityService;
import org.alongside.housing.HouseView;
import org.alongside.housing.NewFacility.NewAddress;
import org.alongside.housing.NewFacility.NewBed;
import org.alongside.housing.NewFacility.NewHouseClosing;
import org.alongside.housing.NewFacility.NewRoom;
import org.alongside.shared.FacilityId;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;
import org.alongside.shared.RoomId;
import org.alongside.web.casefile.Allowed;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.Language;
import org.omnifaces.cdi.Param;

/** The rooms and beds of a house, and where it stands. */
@Named
@RequestScoped
public class KeepHousePage {
    @EJB
    private FacilityService houses;

    @Inject
    private Allowed allowed;

    @Inject
    private Act act;

    @Inject
    private Language language;

    @Inject
    @Param
    private String house;

    private final Answers answers = new Answers();
    private HouseView view;

    /** To whom the house is not there, it is not; to whom it is, and not to change, that is said. */
    public void need(Permission permission) {
        getView();
        allowed.need(permission);
    }

    public HouseView getView() {
        if (view == null) {
            view = houses.read(id());
        }
        return view;
    }

    public Answers getAnswers() {
        return answers;
    }

    public String addRoom() {
        return perform(
                () -> houses.addRoom(
                        id(),
                        new NewRoom(
                                text("label"),
                                answers.several("sexes"),
                                years("minAge"),
                                years("maxAge"),
                                text("kind"),
                                answers.several("accessibility"))),
                "housing.toast.room");
    }

    public String addBed() {
        return perform(
                () -> {
                    RoomId room = answers.text("room").map(RoomId::of).orElseThrow(() -> missing("room"));
                    try {
                        houses.addBed(id(), room, new NewBed(text("bed")));
                    } catch (Refusal refusal) {
                        throw ofTheBed(refusal);
                    }
                },
                "housing.toast.bed");
    }

    /** A room has a name, too: what is said of the bed's is said beside it. */
    private static Refusal ofTheBed(Refusal refusal) {
        return new Refusal(
                refusal.kind(),
                refusal.reasons().stream()
                        .map(one -> one.field().equals("label")
                                ? Reason.at("bed", one.code(), one.values().toArray())
                                : one)
                        .toList());
    }

    public String planClosing() {
        return perform(
                () -> houses.planClosing(
                        id(),
                        new NewHouseClosing(
                                text("reason"),
                                answers.instant("from", language.getZone()).orElse(null))),
                "housing.toast.closing");
    }

    public String keepOpen() {
        return perform(() -> houses.keepOpen(id()), "housing.toast.keptOpen");
    }

    public String close() {
        return act.perform(
                () -> houses.closeHouse(id()), "/housing/board.xhtml?faces-redirect=true", "housing.toast.houseClosed");
    }

    public String writeAddress() {
        return perform(() -> houses.write(id(), new NewAddress(text("address"), text("way"))), "housing.toast.address");
    }

    private String perform(Runnable doing, String said) {
        return act.perform(doing, "/housing/house.xhtml?faces-redirect=true&house=" + id(), said);
    }

    private Integer years(String field) {
        Optional<String> typed = answers.text(field);
        try {
            return typed.map(String::strip).map(Integer::valueOf).orElse(null);
        } catch (NumberFormatException none) {
            throw new Refusal(Refusal.Kind.INVALID, List.of(Reason.at(field, "age-range")));
        }
    }

    private static Refusal missing(String field) {
        return new Refusal(Refusal.Kind.INVALID, List.of(Reason.at(field, "missing")));
    }

    private FacilityId id() {
        return FacilityId.of(house);
    }

    private String text(String field) {
        return answers.text(field).orElse(null);
    }
}
