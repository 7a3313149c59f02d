package org.alongside.access;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * How far one file is open to one person now: grant and role matrix, through assignment, unless a conflict of interest
 * closes it (ACCESS 1: deny, conflict, assignment, consent, role). This is the gate's own reckoning; the database makes its own.
 */
public final class Openness {
    /** Grants without an end are read with this day as their end, or a later one. */
    private static final Instant NO_END = Instant.parse("9999-01-01T00:00:00Z");

    /** The bases by which less opens where she keeps something back: her own word, her guardian's mandate, and the duty to keep her safe. */
    private static final Set<String> HERS_TO_CLOSE = Set.of("CONSENT", "REFERRAL", "GUARDIAN", "LEGAL_DUTY");

    /** The bases that are no word of hers: by these nothing opens that the matrix makes conditional. */
    private static final Set<String> WITHOUT_HER_WORD = Set.of("LEAD", "GUARDIAN", "LEGAL_DUTY");

    private final Map<Category, Depth> depths;
    private final Set<Category> writable;
    private final Set<String> bases;
    private final Instant until;

    private Openness(Map<Category, Depth> depths, Set<Category> writable, Set<String> bases, Instant until) {
        this.depths = depths;
        this.writable = writable;
        this.bases = bases;
        this.until = until;
    }

    /**
     * A grant as a fact: to an organisation, or to one worker where {@code worker} is not null.
     *
     * @param referral the referral whose acceptance opened it; null: none
     */
    public record GrantFact(
            UUID organisation,
            UUID worker,
            UUID referral,
            Category category,
            char level,
            String basis,
            Instant from,
            Instant until,
            Instant ended) {
        boolean live(Instant now) {
            return !from.isAfter(now) && now.isBefore(until) && (ended == null || now.isBefore(ended));
        }
    }

    /**
     * Who of an organisation works on the case.
     *
     * @param referral under which referral; null: for the lead
     */
    public record AssignmentFact(
            UUID organisation, UUID team, UUID worker, UUID referral, Instant from, Instant until) {
        boolean live(Instant now) {
            return !from.isAfter(now) && (until == null || now.isBefore(until));
        }
    }

    /**
     * What she keeps from an organisation now, until she lifts it.
     *
     * @param part code of exclusion_part: WHOLE, or BEYOND_MINIMUM for all but the minimum subset
     */
    public record ExclusionFact(UUID organisation, Category category, String part) {
        private boolean closes(GrantFact grant) {
            return HERS_TO_CLOSE.contains(grant.basis())
                    && organisation.equals(grant.organisation())
                    && category == grant.category();
        }
    }

    /**
     * Reckons the openness.
     *
     * @param circles the person's own id, the shifts they belong to and the teams they supervise
     * @param conflict whether the person declared a tie to the survivor
     */
    public static Openness of(
            Collection<GrantFact> grants,
            Collection<AssignmentFact> assignments,
            Collection<ExclusionFact> exclusions,
            Set<UUID> circles,
            Set<Role> roles,
            RoleMatrix matrix,
            boolean conflict,
            Instant now) {
        Map<Category, Depth> depths = new EnumMap<>(Category.class);
        Set<Category> writable = EnumSet.noneOf(Category.class);
        Set<String> bases = new TreeSet<>();
        Instant until = now;
        if (!conflict) {
            for (GrantFact grant : grants) {
                Depth granted = granted(grant, exclusions);
                if (granted != Depth.NONE && grant.live(now) && reaches(grant, assignments, circles, now)) {
                    for (Role role : roles) {
                        char access = matrix.of(role, grant.category());
                        Depth depth = depth(granted, grant.basis(), access);
                        depths.merge(grant.category(), depth, (a, b) -> a.reaches(b) ? a : b);
                        if (writes(grant.level(), access)) {
                            writable.add(grant.category());
                        }
                        if (depth != Depth.NONE) {
                            bases.add(grant.basis());
                            until = grant.until().isAfter(until) ? grant.until() : until;
                        }
                    }
                }
            }
        }
        return new Openness(depths, writable, bases, until);
    }

    private static boolean reaches(
            GrantFact grant, Collection<AssignmentFact> assignments, Set<UUID> circles, Instant now) {
        if (grant.worker() != null) {
            return circles.contains(grant.worker());
        }
        return assignments.stream()
                .filter(assignment -> assignment.organisation().equals(grant.organisation())
                        && Objects.equals(assignment.referral(), grant.referral())
                        && assignment.live(now))
                .anyMatch(assignment -> circles.contains(assignment.team())
                        || assignment.worker() != null && circles.contains(assignment.worker()));
    }

    static boolean writes(char level, char access) {
        return "FW".indexOf(level) >= 0 && "FW*".indexOf(access) >= 0;
    }

    /** What is granted, less what she keeps back; who writes or wrote goes on knowing of its own. */
    private static Depth granted(GrantFact grant, Collection<ExclusionFact> exclusions) {
        Depth given = given(grant.level());
        Depth left = exclusions.stream()
                .filter(exclusion -> exclusion.closes(grant))
                .map(exclusion -> leaves(exclusion.part(), given))
                .reduce(given, (a, b) -> a.reaches(b) ? b : a);
        return left == Depth.NONE && "FWE".indexOf(grant.level()) >= 0 ? Depth.EXISTENCE : left;
    }

    private static Depth given(char level) {
        return switch (level) {
            case 'F', 'R' -> Depth.FULL;
            case 'M' -> Depth.MINIMUM;
            default -> Depth.EXISTENCE;
        };
    }

    /** How far one grant of that level and on that basis reaches one role, by the role's letter in the matrix. */
    static Depth depth(char level, String basis, char access) {
        return depth(given(level), basis, access);
    }

    private static Depth depth(Depth granted, String basis, char access) {
        boolean consented = !WITHOUT_HER_WORD.contains(basis);
        Depth ever =
                switch (access) {
                    case 'F', 'R', '*' -> Depth.FULL;
                    case 'M' -> Depth.MINIMUM;
                    case 'W', 'E' -> Depth.EXISTENCE;
                    case 'C' -> consented && granted.reaches(Depth.MINIMUM) ? Depth.FULL : Depth.NONE;
                    default -> Depth.NONE;
                };
        return granted.reaches(ever) ? ever : granted;
    }

    /** As it would be, were this kept back from the caller, too. */
    public Openness less(Map<Category, String> keptBack) {
        Map<Category, Depth> left = new EnumMap<>(Category.class);
        depths.forEach((category, depth) ->
                left.put(category, keptBack.containsKey(category) ? leaves(keptBack.get(category), depth) : depth));
        return new Openness(left, writable, bases, until);
    }

    private static Depth leaves(String part, Depth depth) {
        Depth most = "WHOLE".equals(part) ? Depth.NONE : Depth.MINIMUM;
        return depth.reaches(most) ? most : depth;
    }

    /** Whether the header of the file, and so its existence, is open. */
    public boolean seen() {
        return !bases.isEmpty();
    }

    /** On what the access rests: codes of the grants' bases, in alphabetical order. */
    public Set<String> bases() {
        return Collections.unmodifiableSet(bases);
    }

    /** Whether it is open to the caller as to the lead, who alone writes identity, contact, consents and new referrals. */
    public boolean leads() {
        return bases.contains("LEAD");
    }

    /** Until when anything of the file is open, as far as that is known now; empty where no end is set. */
    public Optional<Instant> until() {
        return until.isBefore(NO_END) ? Optional.of(until) : Optional.empty();
    }

    public Depth depth(Category category) {
        return depths.getOrDefault(category, Depth.NONE);
    }

    public boolean minimum(Category category) {
        return depth(category).reaches(Depth.MINIMUM);
    }

    public boolean full(Category category) {
        return depth(category) == Depth.FULL;
    }

    public boolean writes(Category category) {
        return writable.contains(category);
    }

    /** Every category that is at least known to exist. */
    public Set<Category> open() {
        return Collections.unmodifiableSet(depths.keySet());
    }
}
