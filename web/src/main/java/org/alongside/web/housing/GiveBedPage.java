package org.alongside.web.housing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.housing.NewPlacement.NewMove;
import org.alongside.housing.NewPlacement.NewOffer;
import org.alongside.housing.NewPlacement.Place;
import org.alongside.housing.PlacementService;
import org.alongside.housing.StayService;
import org.alongside.housing.StayView;
import org.alongside.housing.StayView.BedChoice;
import org.alongside.shared.BedId;
import org.alongside.shared.PlacementId;
import org.alongside.shared.Refusal;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.Language;
import org.alongside.web.frame.Reasons;
import org.alongside.web.frame.Text;
import org.alongside.web.frame.Toast;
import org.omnifaces.util.Faces;

/** Finds beds for her and her family: which fit, what has to be weighed; offers, holds, moves, or says no. */
@Named
@RequestScoped
public class GiveBedPage {
    private static final int CHOICES = 40;

    @EJB
    private PlacementService placements;

    @EJB
    private StayService stays;

    @Inject
    private FollowPlacementPage page;

    @Inject
    private Language language;

    @Inject
    private Text text;

    @Inject
    private Act act;

    @Inject
    private Reasons reasons;

    @Inject
    private Toast toast;

    private final Answers answers = new Answers();
    private final Map<PlacementId, List<BedChoice>> choices = new HashMap<>();
    private List<Member> members;

    public Answers getAnswers() {
        return answers;
    }

    /** She first, then those of her family who stand where she stands. */
    public List<Member> getMembers() {
        if (members == null) {
            StayView view = page.getView();
            members = Stream.concat(
                            Stream.of(new Member(view.id(), view.code(), view.preferredName())),
                            view.family().stream()
                                    .filter(one -> one.status().equals(view.status()))
                                    .map(one -> new Member(one.id(), one.code(), one.preferredName())))
                    .toList();
        }
        return members;
    }

    public boolean has(int at) {
        return at < getMembers().size();
    }

    /** By the name they use, as far as it is open, and the code. */
    public String who(int at) {
        if (!has(at)) {
            return "";
        }
        Member member = getMembers().get(at);
        return member.name()
                .map(name -> text.of("housing.named", name, member.code()))
                .orElse(member.code());
    }

    /** The beds that fit, and one that was chosen although it does not any more: what is said of it is said beside it. */
    public List<BedChoice> choices(int at) {
        if (!has(at)) {
            return List.of();
        }
        String chosen = Faces.getRequestParameter("places_" + at + "_bed");
        List<BedChoice> fitting = all(getMembers().get(at).id());
        return Stream.concat(
                        fitting.stream().filter(one -> one.against().isEmpty()).limit(CHOICES),
                        fitting.stream()
                                .filter(one -> !one.against().isEmpty()
                                        && one.bed().toString().equals(chosen)))
                .toList();
    }

    /** Why the others do not fit her: houses and beds by their reasons. */
    public List<BedChoice> getUnfit() {
        return all(page.getId()).stream()
                .filter(one -> !one.against().isEmpty())
                .limit(CHOICES)
                .toList();
    }

    /** What stands against a bed, in words. */
    public String against(BedChoice one) {
        return one.against().stream().map(code -> text.get("reason." + code)).collect(Collectors.joining(" "));
    }

    /** What has to be weighed, in words. */
    public String warnings(BedChoice one) {
        return one.warnings().stream()
                .map(code -> text.name("code.housing_warning", code))
                .collect(Collectors.joining(text.get("frame.comma")));
    }

    /** The warnings that some bed brings. */
    public List<String> getWarnings() {
        return new ArrayList<>(getMembers().stream()
                .flatMap(one -> all(one.id()).stream())
                .flatMap(one -> one.warnings().stream())
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private List<BedChoice> all(PlacementId id) {
        return choices.computeIfAbsent(id, placements::choices);
    }

    public String offer() {
        return perform(() -> placements.offer(page.getId(), offered()), "housing.toast.offered");
    }

    /** Offers and holds at once, where she has said yes already. */
    public String hold() {
        return perform(() -> placements.give(page.getId(), offered()), "housing.toast.held");
    }

    private String perform(Runnable doing, String said) {
        String next = act.perform(
                () -> {
                    page.asShown();
                    doing.run();
                },
                back(),
                said);
        page.lookAgain();
        return next;
    }

    private NewOffer offered() {
        return new NewOffer(places(), when("arrivesAt"), when("leavesAt"), answers.several("despite"));
    }

    /** Leads to the placement that begins. */
    public String move() {
        try {
            List<PlacementId> into = stays.move(
                    page.getId(),
                    new NewMove(places(), answers.text("danger").orElse(null), answers.several("despite")));
            toast.say("housing.toast.moved");
            return FollowPlacementPage.HERE + into.get(0);
        } catch (Refusal refusal) {
            reasons.show(refusal);
            return null;
        }
    }

    public String decline() {
        return act.perform(
                () -> placements.decline(page.getId(), answers.text("reason").orElse(null)),
                "/housing/board.xhtml?faces-redirect=true",
                "housing.toast.declined");
    }

    /** A bed for each; what was not chosen is told beside its question. */
    private List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (int at = 0; at < getMembers().size(); at++) {
            Optional<BedId> bed = answers.text("places_" + at + "_bed").map(BedId::of);
            places.add(new Place(getMembers().get(at).id(), bed.orElse(null)));
        }
        return places;
    }

    private Instant when(String field) {
        return answers.instant(field, language.getZone()).orElse(null);
    }

    private String back() {
        return FollowPlacementPage.HERE + page.getId();
    }

    /** Somebody to whom a bed is given. */
    public record Member(PlacementId id, String code, Optional<String> name) {}
}
