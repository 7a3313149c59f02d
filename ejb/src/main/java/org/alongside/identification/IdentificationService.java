package org.alongside.identification;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Category;
import org.alongside.access.Files;
import org.alongside.access.Once;
import org.alongside.access.Openness;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.access.Role;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.identification.IdentificationView.IdentificationDecided;
import org.alongside.identification.IdentificationView.RecoveryTime;
import org.alongside.identification.NewIdentification.NewDecisionTold;
import org.alongside.identification.NewIdentification.NewRecoveryWord;
import org.alongside.identification.RecoveryEvent.RecoveryBegan;
import org.alongside.identification.RecoveryEvent.RecoverySettled;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.Refusal;

/** The door to what was decided of her, and to her time to recover and think. Nothing in help asks for either. */
@Stateless
@PermitAll
public class IdentificationService {
    private static final String WITHDRAWN = "WITHDRAWN";
    private static final String NOT_IDENTIFIED = "NOT_IDENTIFIED";

    /** What can be done against a no up to a last day. */
    private static final Set<String> ENDS = Set.of("RECONSIDERATION", "APPEAL", "COURT");

    @Inject
    CallerContext callers;

    @Inject
    Files files;

    @Inject
    Identifications identifications;

    @Inject
    Codes codes;

    @Inject
    Once once;

    @Inject
    Event<RecoveryEvent> events;

    /** For those who lead the case and for her lawyer, each as far as her legal matters are open to them; else {@code legal-not-open}. */
    @Requires(Permission.READ_IDENTIFICATION)
    public IdentificationView of(CaseId caseId) {
        Caller caller = callers.caller();
        Openness open = files.found(caller, caseId);
        boolean lawyer = caller.roles().contains(Role.LAW) && open.full(Category.LEGAL);
        boolean leads = open.leads()
                && open.minimum(Category.LEGAL)
                && (caller.roles().contains(Role.CW) || caller.roles().contains(Role.SUP));
        if (!lawyer && !leads) {
            throw Refusal.notAllowed("legal-not-open");
        }
        return identifications.of(caseId, today(caller));
    }

    /**
     * Writes down what was decided; with it her time to recover and think begins, where the law has it so. Refuses INVALID by field.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.RECORD_IDENTIFICATION)
    public void decide(CaseId caseId, NewIdentification said, String key) {
        Caller caller = callers.caller();
        check(said, identifications.child(caseId), today(caller));
        UUID id = UUID.randomUUID();
        if (once.perform(key, "IDENTIFICATION " + caseId, said, id, caller).isEmpty()) {
            identifications.decide(id, caseId, said, caller);
            identifications
                    .begin(id)
                    .ifPresent(begun -> events.fire(
                            new RecoveryBegan(begun.id(), caller.organisation(), begun.askAt(), begun.dueAt())));
        }
    }

    /** She was told of the newest decision. Refuses {@code no-decision-untold}, also where nothing is decided. */
    @Requires(Permission.RECORD_IDENTIFICATION)
    public void told(CaseId caseId, NewDecisionTold said) {
        Caller caller = callers.caller();
        Check check = new Check();
        new Fields(codes, check).check(said, "");
        past(check, said.on(), "on", today(caller));
        List<IdentificationDecided> decisions =
                identifications.of(caseId, today(caller)).decisions();
        check.that(
                        said.on() == null
                                || decisions.isEmpty()
                                || !said.on().isBefore(decisions.get(0).decidedOn()),
                        "on",
                        "before-it-was-decided")
                .orRefuse();
        if (!identifications.told(caseId, said.on())) {
            throw Refusal.wrongState("no-decision-untold");
        }
    }

    /**
     * What she says in her time to recover and think, and whether she had legal advice. Where she decides to cooperate it ends that day; else it lasts to
     * its last day. Refuses INVALID by field, {@code no-time-to-think}, {@code time-to-think-over}.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.RECORD_IDENTIFICATION)
    public void say(CaseId caseId, NewRecoveryWord said, String key) {
        Caller caller = callers.caller();
        Check check = new Check();
        new Fields(codes, check).check(said, "");
        past(check, said.saidOn(), "saidOn", today(caller));
        check.orRefuse();
        RecoveryTime time = identifications
                .of(caseId, today(caller))
                .recovery()
                .orElseThrow(() -> Refusal.wrongState("no-time-to-think"));
        check.that(!said.saidOn().isBefore(time.beganOn()), "saidOn", "before-time-to-think")
                .orRefuse();
        if (once.perform(key, "RECOVERY_WORD " + caseId, said, UUID.randomUUID(), caller)
                .isPresent()) {
            return;
        }
        if (!time.speaks()) {
            throw Refusal.wrongState("time-to-think-over");
        }
        if (identifications.say(time.id(), said)) {
            events.fire(new RecoverySettled(List.of(time.id())));
        }
    }

    private void check(NewIdentification said, boolean child, LocalDate today) {
        Check check = new Check();
        new Fields(codes, check).check(said, "");
        boolean withdrew = WITHDRAWN.equals(said.decision());
        boolean no = NOT_IDENTIFIED.equals(said.decision());
        check.that(!withdrew || !child, "decision", "a-child-is-identified-by-duty")
                .that(!withdrew || said.decidedBy() == null, "decidedBy", "she-withdrew")
                .that(said.decision() == null || withdrew || said.decidedBy() != null, "decidedBy", "missing")
                .that(!no || said.remedy() != null, "remedy", "missing")
                .that(no || said.remedy() == null, "remedy", "only-of-a-no")
                .that(
                        said.remedyUntil() == null || said.remedy() != null && ENDS.contains(said.remedy()),
                        "remedyUntil",
                        "nothing-to-be-done-until")
                .that(
                        said.remedyUntil() == null
                                || said.decidedOn() == null
                                || !said.remedyUntil().isBefore(said.decidedOn()),
                        "remedyUntil",
                        "before-it-was-decided")
                .that(
                        said.toldOn() == null
                                || said.decidedOn() == null
                                || !said.toldOn().isBefore(said.decidedOn()),
                        "toldOn",
                        "before-it-was-decided");
        past(check, said.decidedOn(), "decidedOn", today);
        past(check, said.toldOn(), "toldOn", today);
        check.orRefuse();
    }

    private static void past(Check check, LocalDate day, String field, LocalDate today) {
        check.that(day == null || !day.isAfter(today), field, "in-the-future");
    }

    private static LocalDate today(Caller caller) {
        return caller.now().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
