package org.alongside.closing;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Files;
import org.alongside.access.Once;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.access.Workers;
import org.alongside.careplan.PlanClock;
import org.alongside.casefile.CaseFacts;
import org.alongside.closing.ClosingEvent.CaseClosed;
import org.alongside.closing.ClosingEvent.ClosingProposed;
import org.alongside.closing.ClosingEvent.ClosingSentBack;
import org.alongside.closing.ClosingEvent.ClosingWithdrawn;
import org.alongside.closing.NewGround.NewHearingOwner;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.housing.Lodgings;
import org.alongside.missing.StillMissing;
import org.alongside.reintegration.Returns;
import org.alongside.safety.OpenAlerts;
import org.alongside.safety.RiskWatch;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.ClosingId;
import org.alongside.shared.Refusal;

/** The door to closing: see what stands against it, propose it, agree to it, send it back. Nobody agrees to what they proposed. */
@Stateless
@PermitAll
public class ClosingService {
    /** People write minutes down, and a file may be opened within one. */
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    @Inject
    CallerContext callers;

    @Inject
    Files files;

    @Inject
    Closings closings;

    @Inject
    CaseFacts survivors;

    @Inject
    Workers workers;

    @Inject
    Codes codes;

    @Inject
    Instance<ClosingTimes> times;

    @Inject
    Grounds grounds;

    @Inject
    Once once;

    @Inject
    PlanClock plans;

    @Inject
    OpenAlerts alerts;

    @Inject
    RiskWatch risks;

    @Inject
    Lodgings lodgings;

    @Inject
    StillMissing missing;

    @Inject
    Returns returns;

    @Inject
    Event<ClosingEvent> events;

    /**
     * How the closing of a case stands.
     *
     * @param reason the reason that is thought of, code of closure_reason, or null: what it asks for is told with it
     */
    @Requires(Permission.READ_CLOSING)
    public ClosingView read(CaseId caseId, String reason) {
        Caller caller = callers.caller();
        if (!files.found(caller, caseId).leads()) {
            throw Refusal.notThere();
        }
        new Check().optionalCode(reason, "reason", codes.in("closure_reason")).orRefuse();
        ClosingFacts facts = closings.facts(caseId);
        Optional<Closing> latest = closings.latest(caseId, facts.episode());
        List<ClosingObstacle> obstacles = latest.filter(Closing::undecided)
                .map(one -> ClosingRules.against(
                        facts, one.reason(), one.conversation(), one.dataNotice(), one.followUp(), caller.now()))
                .orElseGet(() -> ClosingRules.against(facts, reason, caller.now()));
        return new ClosingView(
                facts.status(),
                facts.episodes(),
                codes.of("closure_reason").stream().filter(facts::closableAs).toList(),
                reason == null
                        ? List.of()
                        : Requirements.of(reason, facts.survivor().child()),
                facts.closable() ? obstacles : List.of(),
                facts.closable()
                        ? Checklist.of(
                                facts,
                                obstacles,
                                latest.filter(Closing::undecided).isPresent())
                        : List.of(),
                facts.ground(),
                facts.attempts(),
                facts.lostContact().attempts(),
                (int) facts.lostContact().over().toDays(),
                facts.followUpSaid(),
                latest.map(one -> one.view(caller)),
                closings.reopening(caseId, facts.episode()));
    }

    /** Notes what closing asks and nothing else knows; what was noted before stays, and the newest counts. Refuses INVALID by field. */
    @Requires(Permission.PROPOSE_CLOSING)
    public void note(CaseId caseId, NewGround ground) {
        Caller caller = callers.caller();
        ClosingRules.ground(ground, codes, workers.today(caller));
        survivors.of(caseId).requireOpen();
        grounds.note(caseId, ground, caller);
    }

    /** Notes who sees to a hearing or deadline once the file is closed; refuses {@code nothing-to-come} where there is none any more. */
    @Requires(Permission.PROPOSE_CLOSING)
    public void own(CaseId caseId, NewHearingOwner asked) {
        Fields.require(asked, codes);
        survivors.of(caseId).requireOpen();
        grounds.own(caseId, asked, callers.caller());
    }

    /** Writes down that she was looked for; where she was reached, nobody is asked to reach her any more. */
    @Requires(Permission.LOG_ATTEMPT)
    public void logAttempt(CaseId caseId, NewAttempt attempt) {
        Caller caller = callers.caller();
        Instant opened = survivors.of(caseId).openedAt();
        Check check = new Check();
        new Fields(codes, check).check(attempt, "");
        if (attempt.at() != null) {
            check.that(!attempt.at().isAfter(caller.now()), "at", "in-the-future")
                    .that(!attempt.at().isBefore(opened.minus(A_MINUTE)), "at", "before-the-file");
        }
        check.orRefuse();
        closings.addAttempt(caseId, attempt, caller);
        if (NewAttempt.REACHED.equals(attempt.outcome())) {
            risks.reached(caseId);
        }
    }

    /**
     * Proposes to close the case; nothing closes by it.
     *
     * @param key makes the call repeatable, or null
     * @return the proposal; refuses INVALID with every reason by field, what must be ended first among them
     */
    @Requires(Permission.PROPOSE_CLOSING)
    public ClosingId propose(CaseId caseId, NewClosing asked, String key) {
        Caller caller = callers.caller();
        ClosingId id = ClosingId.random();
        return once.perform(key, "CLOSE " + caseId, asked, id.value(), caller)
                .map(ClosingId::new)
                .orElseGet(() -> {
                    propose(id, caseId, asked, caller);
                    return id;
                });
    }

    private void propose(ClosingId id, CaseId caseId, NewClosing asked, Caller caller) {
        ClosingFacts facts = closings.facts(caseId);
        if (closings.latest(caseId, facts.episode()).filter(Closing::undecided).isPresent()) {
            throw Refusal.wrongState("closing-proposed-already");
        }
        List<String> obstacles = ClosingRules.check(asked, facts, codes, caller.now()).stream()
                .map(ClosingObstacle::code)
                .toList();
        closings.add(id, caseId, facts.episode(), asked, obstacles, caller);
        events.fire(new ClosingProposed(caseId, caller.now().plus(times.get().within("APPROVE"))));
    }

    /** Takes a proposal back, also one that was sent back, until another is proposed: the case stays open. */
    @Requires(Permission.PROPOSE_CLOSING)
    public void withdraw(ClosingId id) {
        Closing closing = closings.require(id);
        closing.requireWithdrawable();
        closings.withdraw(id, callers.caller());
        events.fire(new ClosingWithdrawn(closing.caseId()));
    }

    /** A supervisor who never proposed it sends it back with what to change; refuses {@code own-request}. */
    @Requires(Permission.APPROVE_CLOSING)
    public void sendBack(ClosingId id, String change) {
        new Check().text(change, "change", 500).orRefuse();
        Closing closing = closings.require(id);
        closing.requireDecidable();
        Caller caller = callers.caller();
        closings.sendBack(id, change.strip(), caller);
        events.fire(new ClosingSentBack(
                closing.caseId(), caller.now().plus(times.get().within("CHANGE"))));
    }

    /**
     * A supervisor who never proposed it agrees, and the case is closed: what was open to others ends in this instant. Refuses
     * {@code own-request}, what must be ended first, and what stands against it that was not weighed when it was proposed.
     */
    @Requires(Permission.APPROVE_CLOSING)
    public void approve(ClosingId id) {
        Closing closing = closings.require(id);
        closing.requireDecidable();
        ClosingRules.requireStillRight(
                closing, closings.facts(closing.caseId()), callers.caller().now());
        if (alerts.raisedSince(closing.caseId(), closing.proposedAt())) {
            throw Refusal.stale("closing-not-weighed");
        }
        plans.end(closing.caseId());
        risks.end(closing.caseId());
        closings.approve(id);
        missing.end(closing.caseId());
        alerts.end(closing.caseId());
        lodgings.end(closing.caseId());
        returns.end(closing.caseId());
        events.fire(new CaseClosed(closing.caseId(), closings.asksLater(closing.caseId())));
    }
}
