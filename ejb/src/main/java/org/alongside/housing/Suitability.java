package org.alongside.housing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.alongside.housing.Beds.Bed;
import org.alongside.housing.Beds.Meets;
import org.alongside.housing.Beds.Use;
import org.alongside.housing.Placement.Wants;
import org.alongside.shared.Check;
import org.alongside.shared.Refusal;
import org.alongside.shared.RoomId;

/**
 * Who can have which bed (DOMAIN P5: sex, age, family unit, accessibility, company). What cannot be is refused field by field; what
 * needs a second thought is a warning, which somebody weighs and says so.
 */
final class Suitability {
    /** The youngest and the oldest of an age band, in years. */
    private static final Map<String, int[]> YEARS = Map.ofEntries(
            Map.entry("UNDER_6", new int[] {0, 5}),
            Map.entry("6_11", new int[] {6, 11}),
            Map.entry("12_14", new int[] {12, 14}),
            Map.entry("15_17", new int[] {15, 17}),
            Map.entry("18_24", new int[] {18, 24}),
            Map.entry("25_34", new int[] {25, 34}),
            Map.entry("35_44", new int[] {35, 44}),
            Map.entry("45_54", new int[] {45, 54}),
            Map.entry("55_PLUS", new int[] {55, 120}),
            Map.entry("UNKNOWN_ADULT", new int[] {18, 120}),
            Map.entry("UNKNOWN_CHILD", new int[] {0, 17}));

    private Suitability() {}

    /** Somebody of those placed together, and the bed she is to have. */
    record Match(Placement who, Bed bed) {
        private boolean child() {
            return who.wants().child();
        }
    }

    /**
     * Refuses what cannot be, with every reason.
     *
     * @param living those of their family who live in the house already and stay where they are
     * @param uses those of all rooms concerned in that time
     */
    static void check(List<Match> matches, List<Placement> living, Collection<Use> uses) {
        Check check = new Check();
        Set<Bed> beds = new HashSet<>();
        for (int at = 0; at < matches.size(); at++) {
            Match match = matches.get(at);
            String field = "places." + at + ".bed";
            check.that(beds.add(match.bed()), field, "bed-named-twice");
            fits(check, field, match);
            company(check, field, match, matches, living, uses);
        }
        check.that(
                        Stream.concat(
                                                matches.stream().map(match -> match.bed()
                                                        .facility()),
                                                living.stream().flatMap(one -> one.facility().stream()))
                                        .distinct()
                                        .count()
                                <= 1,
                        "places",
                        "family-split")
                .orRefuse();
        if (matches.stream().anyMatch(match -> taken(match, uses))) {
            throw Refusal.wrongState("bed-taken");
        }
    }

    /** What stands against this bed for her alone, as codes of reasons; none: it can be hers. */
    static List<String> against(Match match, List<Placement> living, Collection<Use> uses) {
        Check check = new Check();
        fits(check, "bed", match);
        company(check, "bed", match, List.of(match), living, uses);
        check.that(
                living.stream()
                        .flatMap(one -> one.facility().stream())
                        .allMatch(match.bed().facility()::equals),
                "bed",
                "family-split");
        return check.that(!taken(match, uses), "bed", "bed-taken").codes();
    }

    private static void fits(Check check, String field, Match match) {
        Bed bed = match.bed();
        Wants wants = match.who().wants();
        int[] years = YEARS.getOrDefault(wants.ageBand(), new int[] {0, 120});
        check.that(bed.sexes().isEmpty() || bed.sexes().contains(wants.sex()), field, "sex-does-not-fit")
                .that(
                        (bed.minAge() == null || years[1] >= bed.minAge())
                                && (bed.maxAge() == null || years[0] <= bed.maxAge()),
                        field,
                        "age-does-not-fit")
                .that(
                        !wants.accessibility().contains(Wants.STEP_FREE)
                                || bed.accessibility().contains(Wants.STEP_FREE),
                        field,
                        "steps-on-the-way");
    }

    private static void company(
            Check check,
            String field,
            Match match,
            List<Match> together,
            List<Placement> living,
            Collection<Use> uses) {
        RoomId room = match.bed().room();
        List<Use> others = uses.stream()
                .filter(use -> use.room().equals(room) && !use.closed())
                .filter(use -> !own(use, match.who()))
                .toList();
        check.that(
                        others.stream().noneMatch(other -> other.child() != match.child()),
                        field,
                        "child-among-unrelated-adults")
                .that(!match.bed().oneFamily() || others.isEmpty(), field, "room-of-another-family");
        boolean adultInFamily = together.stream().anyMatch(one -> !one.child())
                || living.stream().anyMatch(one -> !one.wants().child());
        boolean adultInRoom = together.stream()
                        .anyMatch(one -> !one.child() && one.bed().room().equals(room))
                || uses.stream().anyMatch(use -> use.room().equals(room) && !use.child() && lives(living, use));
        check.that(!match.child() || !adultInFamily || adultInRoom, field, "child-away-from-family");
    }

    private static boolean lives(List<Placement> living, Use use) {
        return living.stream()
                .map(Placement::id)
                .anyMatch(one -> use.placement().filter(one::equals).isPresent());
    }

    private static boolean taken(Match match, Collection<Use> uses) {
        return uses.stream().filter(use -> use.bed().equals(match.bed().id())).anyMatch(use -> use.placement()
                .filter(match.who().id()::equals)
                .isEmpty());
    }

    private static boolean own(Use use, Placement who) {
        return use.placement().filter(who.id()::equals).isPresent()
                || use.family().filter(who::sameFamily).isPresent();
    }

    /** What needs a second thought: codes of housing_warning. */
    static Set<String> warnings(Wants wants, Meets meets) {
        Set<String> warnings = new LinkedHashSet<>();
        if (meets.keptApart() > 0) {
            warnings.add("MUST_NOT_MEET");
        }
        if (meets.staff()) {
            warnings.add("STAFF_KNOWS_HER");
        }
        if (meets.sameLanguage() && wants.constraints().contains(Wants.NOBODY_FROM_HER_PLACE)) {
            warnings.add("MAYBE_FROM_HER_PLACE");
        }
        return warnings;
    }

    /** Refuses warnings that were not weighed. */
    static void weighed(Set<String> warnings, List<String> despite) {
        List<String> open = new ArrayList<>(warnings);
        open.removeAll(despite);
        Check check = new Check();
        open.forEach(warning -> check.that(false, "despite", "warning-not-weighed", warning));
        check.orRefuse();
    }
}
