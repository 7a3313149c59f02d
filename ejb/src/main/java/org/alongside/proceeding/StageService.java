package org.alongside.proceeding;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Once;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.access.Workers;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.proceeding.HearingRecords.OfMatter;
import org.alongside.proceeding.MatterStages.MatterAppeal;
import org.alongside.proceeding.MatterStages.MatterDecision;
import org.alongside.proceeding.NewStage.NewAppealAnswer;
import org.alongside.proceeding.NewStage.NewMatterAppeal;
import org.alongside.proceeding.NewStage.NewMatterDecision;
import org.alongside.proceeding.NewStage.NewMatterEnd;
import org.alongside.shared.Check;
import org.alongside.shared.MatterId;
import org.alongside.shared.Refusal;

/** The door to how far a matter is: the next stage, what was decided, appeals and how it ends; her lawyer's alone. */
@Stateless
@PermitAll
public class StageService {
    private static final String CHANGED = "CHANGED";
    private static final String CLOSED = "CLOSED";
    private static final String DECISION = "DECISION";
    private static final String APPEAL = "APPEAL";
    private static final Set<String> OVER = Set.of("FINAL", "ENFORCEMENT");

    @Inject
    CallerContext callers;

    @Inject
    Workers workers;

    @Inject
    HearingRecords matters;

    @Inject
    StageRecords records;

    @Inject
    StageMoves moves;

    @Inject
    LawyersMatters whose;

    @Inject
    Codes codes;

    @Inject
    Once once;

    /** How far it is and what may follow. Refuses {@code legal-not-open} to all but her lawyer. */
    @Requires(Permission.READ_LEGAL)
    public MatterStages of(MatterId matterId) {
        whose.forItsLawyer(matterId, callers.caller());
        return new MatterStages(
                moves.stage(matterId),
                records.steps(matterId),
                records.decisions(matterId),
                records.appeals(matterId),
                records.end(matterId),
                records.unpaid(matterId));
    }

    /** The next stage. Refuses with what it waits for, {@code stage-not-next} where it does not follow, {@code closed-has-no-date}. */
    @Requires(Permission.WRITE_MATTER)
    public void move(MatterId matterId, NewStage next) {
        Fields.require(next, codes);
        matters.hold(matterId);
        moves.to(matterId, next.stage(), callers.caller());
    }

    /**
     * What a court or authority decided: the stage goes on to the decision. Refuses {@code check-first}, {@code in-the-future}, and what the move waits for.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.WRITE_MATTER)
    public void decide(MatterId matterId, NewMatterDecision decided, String key) {
        Caller caller = callers.caller();
        Check check = Fields.of(decided, codes);
        check.notAhead(decided.decidedOn(), workers.today(caller), "decidedOn");
        check.orRefuse();
        OfMatter matter = matters.hold(matterId).afterTheCheck();
        UUID id = UUID.randomUUID();
        if (once.perform(key, "NOTE_DECISION " + matterId, decided, id, caller).isPresent()) {
            return;
        }
        records.decide(id, matterId, matter, decided.outcome(), decided.decidedOn(), null, caller);
        moves.to(matterId, DECISION, caller);
    }

    /**
     * Somebody appeals: the stage goes on to the appeal. Her own appeal keeps the last day for it. Refuses {@code before-it-was-decided},
     * {@code appealed-already}, {@code in-the-future}, {@code nothing-to-appeal} where the matter is elsewhere.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.WRITE_MATTER)
    public void appeal(MatterId matterId, UUID decisionId, NewMatterAppeal appeal, String key) {
        Caller caller = callers.caller();
        Check check = Fields.of(appeal, codes);
        check.notAhead(appeal.appealedOn(), workers.today(caller), "appealedOn");
        check.orRefuse();
        OfMatter matter = matters.hold(matterId).afterTheCheck();
        UUID id = UUID.randomUUID();
        if (once.perform(key, "NOTE_APPEAL " + decisionId, appeal, id, caller).isPresent()) {
            return;
        }
        String stage = moves.stage(matterId);
        if (!DECISION.equals(stage) && !APPEAL.equals(stage)) {
            throw Refusal.wrongState("nothing-to-appeal");
        }
        MatterDecision decision = records.decisions(matterId).stream()
                .filter(one -> one.id().equals(decisionId))
                .findFirst()
                .orElseThrow(Refusal::notThere);
        check.that(!appeal.appealedOn().isBefore(decision.decidedOn()), "appealedOn", "before-it-was-decided")
                .orRefuse();
        records.appeal(id, matterId, matter, decision, appeal, caller);
        if ("HERSELF".equals(appeal.appellant())) {
            moves.met(matterId, APPEAL, caller);
        }
        if (DECISION.equals(stage)) {
            moves.to(matterId, APPEAL, caller);
        }
    }

    /** What came of an appeal. Refuses {@code appeal-over}, {@code before-it-was-appealed}, {@code in-the-future}. */
    @Requires(Permission.WRITE_MATTER)
    public void answer(MatterId matterId, UUID appealId, NewAppealAnswer answer) {
        Caller caller = callers.caller();
        Check check = Fields.of(answer, codes);
        check.notAhead(answer.answeredOn(), workers.today(caller), "answeredOn");
        check.that(
                        answer.result() == null || CHANGED.equals(answer.result()) == (answer.outcome() != null),
                        "outcome",
                        CHANGED.equals(answer.result()) ? "missing" : "only-where-changed")
                .orRefuse();
        OfMatter matter = matters.hold(matterId).afterTheCheck();
        MatterAppeal appeal = records.appeals(matterId).stream()
                .filter(one -> one.id().equals(appealId))
                .findFirst()
                .orElseThrow(Refusal::notThere);
        if (appeal.result().isPresent()) {
            throw Refusal.wrongState("appeal-over");
        }
        check.that(!answer.answeredOn().isBefore(appeal.appealedOn()), "answeredOn", "before-it-was-appealed")
                .orRefuse();
        records.answer(appealId, answer.result(), answer.answeredOn());
        if (answer.outcome() != null) {
            records.decide(
                    UUID.randomUUID(), matterId, matter, answer.outcome(), answer.answeredOn(), appealId, caller);
        }
    }

    /**
     * Ends a matter before its time, or gives up what is unpaid. Refuses {@code matter-closed}, {@code closed-has-no-date} while a hearing or a last day is to
     * come, {@code missing} where money is unpaid and nothing is said of it, {@code nothing-to-give-up}.
     */
    @Requires(Permission.WRITE_MATTER)
    public void end(MatterId matterId, NewMatterEnd end) {
        Caller caller = callers.caller();
        Check check = Fields.of(end, codes);
        check.notAhead(end.endedOn(), workers.today(caller), "endedOn");
        OfMatter matter = matters.hold(matterId).open();
        boolean over = OVER.contains(moves.stage(matterId));
        boolean unpaid = over && records.unpaid(matterId);
        check.that(!unpaid || end.givenUp() != null, "givenUp", "missing")
                .that(unpaid || end.givenUp() == null, "givenUp", "nothing-to-give-up")
                .that(unpaid || end.outcome() != null, "outcome", "missing")
                .orRefuse();
        records.end(matterId, matter, end, caller);
        moves.to(matterId, CLOSED, caller);
    }
}
