package org.alongside.reintegration;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Files;
import org.alongside.access.Once;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.access.Workers;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.reintegration.NewReintegration.NewAim;
import org.alongside.reintegration.NewReintegration.NewGiven;
import org.alongside.reintegration.NewReintegration.NewReading;
import org.alongside.reintegration.NewReintegration.NewReceiver;
import org.alongside.reintegration.NewReintegration.NewReintegrationEnd;
import org.alongside.reintegration.NewReintegration.NewReturnArrival;
import org.alongside.reintegration.NewReintegration.NewReturnHelp;
import org.alongside.reintegration.NewReintegration.NewReturnStep;
import org.alongside.reintegration.ReintegrationEvent.Before;
import org.alongside.reintegration.ReintegrationEvent.ReceiverConfirmed;
import org.alongside.reintegration.ReintegrationEvent.ReintegrationDone;
import org.alongside.reintegration.ReintegrationEvent.ReintegrationPlanned;
import org.alongside.reintegration.ReintegrationEvent.ReintegrationReviewed;
import org.alongside.reintegration.ReintegrationEvent.ReintegrationsEnded;
import org.alongside.reintegration.ReintegrationEvent.ReturnArranged;
import org.alongside.reintegration.ReintegrationEvent.SurvivorArrived;
import org.alongside.reintegration.ReintegrationEvent.SurvivorLeft;
import org.alongside.reintegration.Reintegrations.Held;
import org.alongside.safety.OpenAlerts;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.Refusal;
import org.alongside.shared.ReintegrationId;
import org.alongside.shared.SupportId;

/** The door to going back or staying: what she decided, what must be there before she leaves, how she arrived, and how she builds her life. */
@Stateless
@PermitAll
public class ReintegrationService {
    @Inject
    CallerContext callers;

    @Inject
    Files files;

    @Inject
    Reintegrations reintegrations;

    @Inject
    ReintegrationViews views;

    @Inject
    OpenAlerts alerts;

    @Inject
    Instance<ReturnTimes> times;

    @Inject
    Workers workers;

    @Inject
    Codes codes;

    @Inject
    Once once;

    @Inject
    Event<ReintegrationEvent> events;

    /** What she decided, the newest first. */
    @Requires(Permission.READ_REINTEGRATION)
    public List<ReintegrationView> of(CaseId caseId) {
        if (!files.found(callers.caller(), caseId).leads()) {
            throw Refusal.notThere();
        }
        return views.of(caseId);
    }

    /** One of them. */
    @Requires(Permission.READ_REINTEGRATION)
    public ReintegrationView read(ReintegrationId id) {
        return views.find(id).orElseThrow(Refusal::notThere);
    }

    /**
     * Writes down what she decided. A return against her will is written down too, and is an alarm. Refuses INVALID by field, and
     * {@code planned-already} where one runs.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.PLAN_REINTEGRATION)
    public ReintegrationId plan(CaseId caseId, NewReintegration asked, String key) {
        Caller caller = callers.caller();
        ReintegrationRules.planned(asked, codes, workers.today(caller));
        ReintegrationId id = ReintegrationId.random();
        return once.perform(key, "REINTEGRATION " + caseId, asked, id.value(), caller)
                .map(ReintegrationId::new)
                .orElseGet(() -> {
                    begin(id, caseId, asked, caller);
                    return id;
                });
    }

    private void begin(ReintegrationId id, CaseId caseId, NewReintegration asked, Caller caller) {
        boolean stays = ReintegrationRules.STAYS.equals(asked.returnType());
        boolean forced = ReintegrationRules.FORCED.equals(asked.returnType());
        Optional<Before> before = stays || forced
                ? Optional.empty()
                : Optional.of(new Before(by("RISK", caller), by("RECEIVER", caller), by("READY", caller)));
        Instant reviewBy = by("REVIEW", caller);
        reintegrations.plan(id, caseId, asked, before, reviewBy, caller);
        events.fire(new ReintegrationPlanned(
                id, caller.organisation(), stays ? "STAYS" : forced ? "FORCED" : "PREPARED", before, reviewBy));
        if (forced) {
            alerts.raise(caseId, "REMOVAL_NOTICE", caller);
        }
    }

    /** Notes who is ready to receive her; the newest counts. Refuses INVALID by field, {@code receiver-did-not-accept}. */
    @Requires(Permission.PLAN_REINTEGRATION)
    public void confirm(ReintegrationId id, NewReceiver asked) {
        Caller caller = callers.caller();
        ReintegrationRules.receiver(asked, codes, workers.today(caller));
        reintegrations.confirm(beforeLeaving(id), asked, caller);
        events.fire(new ReceiverConfirmed(id));
    }

    /** Notes that documents, travel or reception are arranged. */
    @Requires(Permission.PLAN_REINTEGRATION)
    public void arrange(ReintegrationId id, NewReturnStep asked) {
        Fields.require(asked, codes);
        if (reintegrations.arranged(beforeLeaving(id), asked.step(), callers.caller())) {
            events.fire(new ReturnArranged(id));
        }
    }

    /**
     * Notes which kind of authority or body was asked to help on her way, and what it answered; the newest of each counts. Refuses INVALID by field, and
     * {@code she-stays}.
     */
    @Requires(Permission.PLAN_REINTEGRATION)
    public void helped(ReintegrationId id, NewReturnHelp asked) {
        Caller caller = callers.caller();
        Check check = new Check();
        new Fields(codes, check).check(asked, "");
        check.that(asked.on() == null || !asked.on().isAfter(workers.today(caller)), "on", "in-the-future")
                .orRefuse();
        Held held = running(id);
        if (ReintegrationRules.STAYS.equals(held.returnType())) {
            throw Refusal.wrongState("she-stays");
        }
        reintegrations.helped(held, asked, caller);
    }

    /**
     * She leaves. Refuses WRONG_STATE with everything that is missing, and what is no journey.
     */
    @Requires(Permission.PLAN_REINTEGRATION)
    public void depart(ReintegrationId id) {
        Held held = beforeLeaving(id);
        ReintegrationRules.requireReady(reintegrations.missing(held.id()));
        Instant arrivalBy = by("ARRIVAL", callers.caller());
        reintegrations.depart(id, arrivalBy);
        events.fire(new SurvivorLeft(id, arrivalBy));
    }

    /** She arrived. Refuses {@code not-on-her-way}. */
    @Requires(Permission.PLAN_REINTEGRATION)
    public void arrive(ReintegrationId id, NewReturnArrival asked) {
        Fields.require(asked, codes);
        Held held = reintegrations.require(id);
        if (held.ended() || !held.departed() || held.arrived()) {
            throw Refusal.wrongState("not-on-her-way");
        }
        Instant reviewBy = by("REVIEW", callers.caller());
        reintegrations.arrive(id, asked.how(), reviewBy);
        events.fire(new SurvivorArrived(id, reviewBy));
    }

    /**
     * What she wants to reach.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.PLAN_REINTEGRATION)
    public void aim(ReintegrationId id, NewAim asked, String key) {
        Fields.require(asked, codes);
        Held held = running(id);
        Caller caller = callers.caller();
        UUID aim = UUID.randomUUID();
        if (once.perform(key, "REINTEGRATION_AIM " + id, asked, aim, caller).isEmpty()) {
            reintegrations.aim(aim, held, asked, caller);
        }
    }

    /** How far she is by some indicators, as she says: it was looked at with her. */
    @Requires(Permission.PLAN_REINTEGRATION)
    public void review(ReintegrationId id, List<NewReading> readings) {
        Check check = new Check();
        check.that(!readings.isEmpty(), "readings", "missing");
        for (int at = 0; at < readings.size(); at++) {
            new Fields(codes, check).check(readings.get(at), "readings." + at);
        }
        check.that(
                        readings.stream().map(NewReading::indicator).distinct().count() == readings.size(),
                        "readings",
                        "asked-twice")
                .orRefuse();
        Held held = running(id);
        Caller caller = callers.caller();
        readings.forEach(one -> reintegrations.read(held, one, caller));
        Instant reviewBy = by("REVIEW", caller);
        reintegrations.review(id, reviewBy);
        events.fire(new ReintegrationReviewed(id, reviewBy));
    }

    /**
     * What she was given.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.PLAN_REINTEGRATION)
    public void give(ReintegrationId id, NewGiven asked, String key) {
        Caller caller = callers.caller();
        ReintegrationRules.support(asked, codes, workers.today(caller));
        Held held = running(id);
        UUID support = UUID.randomUUID();
        if (once.perform(key, "REINTEGRATION_SUPPORT " + id, asked, support, caller)
                .isEmpty()) {
            reintegrations.give(support, held, asked, caller);
        }
    }

    /** She says that she has what she was given. Refuses {@code confirmed-already}. */
    @Requires(Permission.PLAN_REINTEGRATION)
    public void has(ReintegrationId id, SupportId support) {
        reintegrations.has(running(id), support, callers.caller());
    }

    /** It is over: she changed her mind, it is not safe, or she lives on her own. Refuses {@code on-her-way}, {@code not-yet-arrived}. */
    @Requires(Permission.PLAN_REINTEGRATION)
    public void end(ReintegrationId id, NewReintegrationEnd asked) {
        Check check = new Check();
        new Fields(codes, check).check(asked, "");
        check.that(!"CASE_CLOSED".equals(asked.reason()), "reason", "unknown-code")
                .orRefuse();
        Held held = running(id);
        if (held.departed() && !held.arrived()) {
            throw Refusal.wrongState("on-her-way");
        }
        boolean done = "DONE".equals(asked.reason());
        if (done && !held.arrived() && !ReintegrationRules.STAYS.equals(held.returnType())) {
            throw Refusal.wrongState("not-yet-arrived");
        }
        reintegrations.end(id, asked.reason());
        events.fire(done ? new ReintegrationDone(id) : new ReintegrationsEnded(List.of(id)));
    }

    private Held running(ReintegrationId id) {
        Held held = reintegrations.require(id);
        if (held.ended()) {
            throw Refusal.wrongState("reintegration-over");
        }
        return held;
    }

    private Held beforeLeaving(ReintegrationId id) {
        Held held = running(id);
        if (ReintegrationRules.STAYS.equals(held.returnType())) {
            throw Refusal.wrongState("she-stays");
        }
        if (held.departed()) {
            throw Refusal.wrongState("left-already");
        }
        return held;
    }

    private Instant by(String step, Caller caller) {
        return caller.now().plus(times.get().within(step));
    }
}
