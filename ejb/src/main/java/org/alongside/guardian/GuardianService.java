package org.alongside.guardian;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Once;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.code.Settings;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.ExcludedPersonId;
import org.alongside.shared.GuardianId;
import org.alongside.shared.Refusal;
import org.alongside.shared.WorkerId;

/** The door to the people around a child: who stands for her, how that goes on, and who is excluded from it at once. */
@Stateless
@PermitAll
public class GuardianService {
    @Inject
    CallerContext callers;

    @Inject
    Guardians guardians;

    @Inject
    Codes codes;

    @Inject
    Settings settings;

    @Inject
    Once once;

    @Inject
    Event<PersonExcluded> excluded;

    @Inject
    Event<GuardianLeft> left;

    /** The people around her, and whether somebody is missing who stands for her. */
    @Requires(Permission.READ_GUARDIANS)
    public AroundChild of(CaseId caseId) {
        List<GuardianView> all = guardians.of(caseId);
        return new AroundChild(all, guardians.excluded(caseId), guardians.lifted(caseId), missing(caseId, all));
    }

    private Optional<AroundChild.Missing> missing(CaseId caseId, List<GuardianView> all) {
        if (all.stream().anyMatch(GuardianView::stands)) {
            return Optional.empty();
        }
        return guardians.openChildSince(caseId).map(opened -> {
            Instant since = all.stream()
                    .filter(one -> GuardianRules.OVER.contains(one.status()))
                    .map(GuardianView::since)
                    .max(Comparator.naturalOrder())
                    .orElse(opened);
            return new AroundChild.Missing(
                    since,
                    since.plus(settings.of("guardian-provisional-within")),
                    since.plus(settings.of("guardian-appointed-within")));
        });
    }

    /**
     * Records somebody who stands for her, or that somebody is needed. Refuses INVALID with every reason by field, and who is
     * excluded.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.KEEP_GUARDIANS)
    public GuardianId record(CaseId caseId, NewGuardian found, String key) {
        Caller caller = callers.caller();
        Check check = new Check();
        new Fields(codes, check).check(found, "");
        GuardianRules.found(check, found, caller.now());
        check.that(guardians.childSince(caseId).isPresent(), "", "only-for-a-child");
        GuardianId id = GuardianId.random();
        check.that(!guardians.wouldBeExcluded(caseId, id, found.name(), found.relation()), "name", "person-is-excluded")
                .orRefuse();
        return once.perform(key, "RECORD_GUARDIAN " + caseId, found, id.value(), caller)
                .map(GuardianId::new)
                .orElseGet(() -> {
                    guardians.add(Guardian.record(id, caseId, found, caller));
                    return id;
                });
    }

    /** The next step of a guardianship; refuses WRONG_STATE what does not follow, INVALID what a mandate lacks. */
    @Requires(Permission.KEEP_GUARDIANS)
    public void turn(CaseId caseId, GuardianId id, GuardianTurn turn) {
        Caller caller = callers.caller();
        Guardian guardian = guardians.require(caseId, id);
        GuardianView before = guardian.view(false, caller.now());
        Check check = new Check();
        new Fields(codes, check).check(turn, "");
        GuardianRules.turn(
                check, turn, before.name().isPresent(), before.orderReference().isPresent(), caller.now());
        String name = Guardian.stripped(turn.name()) == null ? before.name().orElse(null) : turn.name();
        String relation = turn.relation() == null ? before.relation().orElse(null) : turn.relation();
        check.that(
                        GuardianRules.LEFT.contains(String.valueOf(turn.to()))
                                || !guardians.wouldBeExcluded(caseId, id, name, relation),
                        "name",
                        "person-is-excluded")
                .orRefuse();
        guardian.turn(turn, caller.now());
        if (GuardianRules.OVER.contains(turn.to())) {
            left.fire(new GuardianLeft(caseId));
        }
    }

    /**
     * Excludes somebody, in this instant: their mandate ends, what they consented to ends, and they are never told. Somebody who
     * works here is closed out by a tie, which is recorded elsewhere.
     *
     * @param key makes the call repeatable, or null
     * @return the id of the record
     */
    @Requires(Permission.EXCLUDE_PERSON)
    public ExcludedPersonId exclude(CaseId caseId, NewExcludedPerson person, String key) {
        Caller caller = callers.caller();
        Check check = new Check();
        new Fields(codes, check).check(person, "");
        check.that(guardians.childSince(caseId).isPresent(), "", "only-for-a-child")
                .orRefuse();
        String name = person.guardian() == null
                ? person.name()
                : guardians.require(caseId, person.guardian()).name().orElse(person.name());
        ExcludedPersonId id = ExcludedPersonId.random();
        return once.perform(key, "EXCLUDE_PERSON " + caseId, person, id.value(), caller)
                .map(ExcludedPersonId::new)
                .orElseGet(() -> {
                    guardians.exclude(id, caseId, person, name, caller);
                    excluded.fire(new PersonExcluded(caseId, caller.now()));
                    return id;
                });
    }

    /**
     * Lifts an exclusion of the wrong person; refuses who excluded them. Nothing opens again by it: a mandate that ended stays
     * ended, and so does what they consented to.
     */
    @Requires(Permission.LIFT_EXCLUDED_PERSON)
    public void lift(CaseId caseId, ExcludedPersonId person, ExclusionLift lift) {
        Fields.require(lift, codes);
        WorkerId by = guardians.excludedBy(caseId, person).orElseThrow(Refusal::notThere);
        if (by.equals(callers.caller().worker())) {
            throw Refusal.notAllowed("own-request");
        }
        guardians.lift(person, lift.reason());
    }
}
