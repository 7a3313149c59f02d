package org.alongside.access;

import static org.alongside.access.Category.CONTACT_LOCATION;
import static org.alongside.access.Category.COUNSELLING_NOTES;
import static org.alongside.access.Category.HEALTH;
import static org.alongside.access.Category.LAW_ENFORCEMENT_INTELLIGENCE;
import static org.alongside.access.Category.LEGAL;
import static org.alongside.access.Category.REFERRALS;
import static org.alongside.access.Category.SAFETY_RISK;
import static org.alongside.access.Category.SHELTER_PLACEMENT;
import static org.alongside.access.Category.STATISTICS;
import static org.alongside.access.Category.TRAFFICKING_EXPERIENCE;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.alongside.access.Acts.Course;
import org.alongside.access.Acts.Emergency;
import org.alongside.access.Acts.End;
import org.alongside.access.Acts.Guarding;
import org.alongside.access.Acts.Handing;
import org.alongside.access.Acts.Mandate;
import org.alongside.access.Acts.Provider;
import org.alongside.access.Acts.Stay;
import org.alongside.access.Acts.World;

/**
 * ACCESS 1 and 5 said a third time, from what people did alone: grant, what she keeps back, role matrix, assignment and conflict, for gate and database to
 * be held against. It knows no table and asks neither of the two.
 */
final class RuleOfAccess {
    /** With the referral ends what its acceptance opened, at once. */
    private static final Set<End> ENDED =
            EnumSet.of(End.TAKEN_BACK, End.WITHDRAWN, End.NOT_COME, End.NO_LONGER_WANTED, End.IN_ERROR);

    private static final Set<Category> NEVER_THE_LEADS = Set.of(LAW_ENFORCEMENT_INTELLIGENCE, STATISTICS);
    private static final Set<Category> ASKED_OF_HER = Set.of(TRAFFICKING_EXPERIENCE, LEGAL);
    private static final Set<Category> THE_LEADS_MINIMUM = Set.of(SHELTER_PLACEMENT, HEALTH, LEGAL);

    /** What somebody may make of a category: how deep it is read, and whether it is written. */
    record Reach(Depth depth, boolean writes) {
        static final Reach NOTHING = new Reach(Depth.NONE, false);

        Reach or(Reach other) {
            return new Reach(depth.reaches(other.depth) ? depth : other.depth, writes || other.writes);
        }
    }

    private final RoleMatrix matrix;
    private final Map<String, Set<Category>> domains;
    private final Map<String, Set<Role>> serving;

    RuleOfAccess(RoleMatrix matrix, Map<String, Set<Category>> domains, Map<String, Set<Role>> serving) {
        this.matrix = matrix;
        this.domains = domains;
        this.serving = serving;
    }

    /** What each category of the case is to somebody in these roles, so many seconds after it was opened. */
    Map<Category, Reach> of(World world, int worker, Set<Role> roles, long second) {
        Map<Category, Reach> reach = new HashMap<>();
        if (world.conflicted() == worker) {
            return reach;
        }
        boolean moved = world.handing().moved();
        if ((moved ? Acts.WORK_FOR_THE_NEXT : Acts.WORK_FOR_THE_LEAD).contains(worker)) {
            for (Category category : Category.values()) {
                if (!NEVER_THE_LEADS.contains(category)) {
                    boolean keptBack = moved
                            && (world.handing() == Handing.ACCEPTED_IN_PART && ASKED_OF_HER.contains(category)
                                    || "WHOLE".equals(world.keptFrom(Acts.NEXT_HOUSE, category)));
                    char level = category == COUNSELLING_NOTES || keptBack
                            ? 'E'
                            : THE_LEADS_MINIMUM.contains(category) ? 'M' : 'F';
                    add(reach, category, level, false, roles);
                }
            }
        }
        if (worker == Acts.GUARDIAN && mandateRuns(world.guarding().mandate(), second)) {
            guards(world, second)
                    .forEach((category, level) -> less(level, world.keptFrom(Acts.GUARDIANS_HOUSE, category))
                            .chars()
                            .forEach(left -> add(
                                    reach, category, (char) left, shared(world.guarding(), category, second), roles)));
        }
        Emergency emergency = world.emergencies().get(worker);
        if (emergency != null && !emergency.endedEarly() && second < Acts.EMERGENCY + Acts.EMERGENCY_LASTS) {
            emergency
                    .asked()
                    .forEach(category -> add(reach, category, category == CONTACT_LOCATION ? 'M' : 'R', true, roles));
        }
        world.courses().forEach((provider, course) -> {
            if (provider.workers().contains(worker) && course.end().accepted) {
                granted(provider, course, second)
                        .forEach((category, levels) -> less(levels, world.keptFrom(provider.house(), category))
                                .chars()
                                .forEach(level -> add(reach, category, (char) level, true, roles)));
                staysWhileSheLivesThere(provider, course, second)
                        .forEach((category, levels) -> less(levels, world.keptFrom(provider.house(), category))
                                .chars()
                                .forEach(level -> add(reach, category, (char) level, false, roles)));
            }
        });
        return reach;
    }

    private static boolean mandateRuns(Mandate mandate, long second) {
        return mandate.runs
                && (mandate != Mandate.BEGINS_LATER || second >= Acts.MANDATE_BEGINS)
                && (mandate != Mandate.ENDS_BY_ITSELF || second < Acts.MANDATE_ENDS);
    }

    /** What the matrix gives a guardian, and of what it makes conditional what somebody else than the guardian agreed to. */
    private Map<Category, String> guards(World world, long second) {
        Map<Category, String> guards = new HashMap<>();
        for (Category category : Category.values()) {
            switch (matrix.of(Role.GRD, category)) {
                case 'F', 'R', '*' -> guards.put(category, "R");
                case 'M' -> guards.put(category, "M");
                case 'W', 'E' -> guards.put(category, "E");
                case 'C' -> {
                    if (shared(world.guarding(), category, second)) {
                        guards.put(category, "R");
                    }
                }
                default -> {} // nothing of it is a guardian's
            }
        }
        return guards;
    }

    private boolean shared(Guarding guarding, Category category, long second) {
        return matrix.of(Role.GRD, category) == 'C'
                && guarding.agreed().contains(category)
                && !guarding.own()
                && !guarding.takenBack()
                && second < Acts.ACCEPTED + guarding.lastsDays() * 86_400L;
    }

    private Map<Category, String> granted(Provider provider, Course course, long second) {
        Map<Category, String> granted = new HashMap<>();
        if (ENDED.contains(course.end())) {
            return granted;
        }
        boolean completed = course.end() == End.COMPLETED;
        boolean consented = second < Acts.AGREED + course.lastsSeconds();
        boolean readable = consented && (!completed || second < Acts.ENDED + Acts.READABLE);
        if (readable) {
            Stream.of(Category.values())
                    .filter(category -> course.agreed().contains(category)
                            && course.chosen().contains(category)
                            && matrix.everSeen(roles(provider), category))
                    .forEach(category -> granted.merge(category, deepest(provider, category), String::concat));
            domains.getOrDefault(provider.type(), Set.of()).stream()
                    .filter(category ->
                            roles(provider).stream().anyMatch(role -> "FW".indexOf(matrix.of(role, category)) >= 0))
                    .forEach(category -> granted.merge(category, completed ? "E" : "W", String::concat));
            granted.merge(REFERRALS, "W", String::concat);
        }
        if (completed) {
            granted.merge(REFERRALS, "E", String::concat);
        }
        return granted;
    }

    /** Once her agreement has run out by itself, a house where she lives keeps her placement, and the least for her safety if that was open. */
    private Map<Category, String> staysWhileSheLivesThere(Provider provider, Course course, long second) {
        Map<Category, String> stays = new HashMap<>();
        if (provider == Provider.SHELTER
                && course.stay() == Stay.LIVES
                && !ENDED.contains(course.end())
                && course.end() != End.COMPLETED
                && second >= Acts.AGREED + course.lastsSeconds()) {
            stays.put(SHELTER_PLACEMENT, "W");
            if (course.agreed().contains(SAFETY_RISK) && course.chosen().contains(SAFETY_RISK)) {
                stays.put(SAFETY_RISK, "M");
            }
        }
        return stays;
    }

    /** What she keeps from a house is subtracted from what was opened to it; its own it goes on writing, and knowing of. */
    private static String less(String levels, String keptBack) {
        return keptBack == null
                ? levels
                : keptBack.equals("WHOLE") ? levels.replaceAll("[RM]", "") : levels.replace('R', 'M');
    }

    private Set<Role> roles(Provider provider) {
        return serving.get(provider.type());
    }

    private String deepest(Provider provider, Category category) {
        return switch (matrix.depthUnderConsent(roles(provider), category)) {
            case FULL -> "R";
            case MINIMUM -> "M";
            default -> "E";
        };
    }

    private void add(Map<Category, Reach> reach, Category category, char level, boolean consented, Set<Role> roles) {
        for (Role role : roles) {
            reach.merge(category, made(level, matrix.of(role, category), consented), Reach::or);
        }
    }

    /** What a role makes of a grant: never more than either. */
    private static Reach made(char level, char letter, boolean consented) {
        int granted = "EMRF".indexOf(level == 'W' ? 'E' : level);
        int ever = letter == 'C' && consented && granted > 0
                ? 2
                : "EMRF".indexOf(letter == 'W' ? 'E' : letter == '*' ? 'F' : letter);
        Depth depth = ever < 0 ? Depth.NONE : Depth.values()[Math.min(Math.min(granted, ever), 2) + 1];
        return new Reach(depth, "FW".indexOf(level) >= 0 && "FW*".indexOf(letter) >= 0);
    }
}
