package org.alongside.livelihood;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Category;
import org.alongside.access.Depth;
import org.alongside.access.Files;
import org.alongside.access.Once;
import org.alongside.access.Openness;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.access.Workers;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.code.Settings;
import org.alongside.livelihood.LivingEvent.Answered;
import org.alongside.livelihood.LivingEvent.NotAsked;
import org.alongside.livelihood.LivingEvent.ToBeAsked;
import org.alongside.livelihood.NewLiving.LivelihoodEnd;
import org.alongside.livelihood.NewLiving.NewEmployerCheck;
import org.alongside.livelihood.NewLiving.NewLivelihood;
import org.alongside.livelihood.NewLiving.NewVeto;
import org.alongside.livelihood.NewLiving.RetentionAnswer;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.QuestionId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql.Failed;

/** The door to how she comes to live by herself: her steps, the employers that one's house knows, and whether she still has the work. */
@Stateless
@PermitAll
public class LivingService {
    static final String CHECK_COUNTS = "employer-check-counts";

    private static final String BROKEN_RULE = "23514";
    private static final String JOB = "JOB";

    /** Of these it is asked after three and six months whether she still has it. */
    private static final Set<String> ASKED_AFTER = Set.of(JOB, "INCOME_PROJECT");

    @Inject
    CallerContext callers;

    @Inject
    Files files;

    @Inject
    Livelihoods livelihoods;

    @Inject
    Employers employers;

    @Inject
    Workers workers;

    @Inject
    Codes codes;

    @Inject
    Settings settings;

    @Inject
    Once once;

    @Inject
    Event<LivingEvent> events;

    /** Her steps, as far as they are the caller's to know; refuses {@code plan-not-open} where none is. */
    @Requires(Permission.READ_LIVING)
    public LivingView of(CaseId caseId) {
        Caller caller = callers.caller();
        Openness open = files.found(caller, caseId);
        if (!open.depth(Category.CARE_PLAN_GOALS).reaches(Depth.EXISTENCE)) {
            throw Refusal.notAllowed("plan-not-open");
        }
        boolean writes = open.writes(Category.CARE_PLAN_GOALS);
        return new LivingView(
                caseId,
                writes,
                livelihoods.steps(caseId, writes, open.leads(), caller),
                livelihoods.questions(caseId, caller),
                livelihoods.vetoes(caseId),
                writes ? employers.choices(caseId, workers.today(caller)) : List.of());
    }

    /**
     * Notes a step to which she agreed. Of work, refuses by the field {@code employer}: {@code employer-not-checked},
     * {@code employer-not-safe}, {@code employer-check-too-old}, {@code she-does-not-want-to}.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.WRITE_LIVING)
    public void begin(CaseId caseId, NewLivelihood step, String key) {
        Caller caller = writer(caseId);
        Check check = new Check();
        new Fields(codes, check).check(step, "");
        LocalDate today = workers.today(caller);
        boolean job = JOB.equals(step.kind());
        check.that(job || step.employer() == null, "employer", "only-with-work");
        check.that(!job || step.employer() != null, "employer", "missing");
        check.that(inOrder(step.beganOn(), step.untilOn()), "untilOn", "ends-before-it-begins");
        check.that(inOrder(step.agreedOn(), step.beganOn()), "agreedOn", "agreed-after-it-began");
        check.that(step.agreedOn() == null || !step.agreedOn().isAfter(today), "agreedOn", "in-the-future");
        check.that(
                step.beganOn() == null || !step.beganOn().isAfter(today.plusYears(1)), "beganOn", "too-far-ahead", 1);
        check.that(step.beganOn() == null || !step.beganOn().isBefore(today.minusYears(10)), "beganOn", "too-long-ago");
        if (job && step.employer() != null && step.beganOn() != null) {
            check.that(employers.has(step.employer()), "employer", "unknown-employer");
            employers
                    .against(step.employer(), caseId, step.beganOn(), today)
                    .ifPresent(why -> check.that(false, "employer", why));
        }
        check.orRefuse();
        UUID id = UUID.randomUUID();
        if (once.perform(key, "LIVELIHOOD " + caseId, step, id, caller).isEmpty()) {
            try {
                livelihoods.add(id, caseId, step, caller);
            } catch (Failed failed) {
                // somebody found the employer not safe, or she said no, in this very moment
                throw BROKEN_RULE.equals(failed.state()) ? Refusal.wrongState("changed-meanwhile") : failed;
            }
            if (ASKED_AFTER.contains(step.kind())) {
                OrganisationId lead = livelihoods.asked(caseId);
                ask(id, caseId, "M3", "job-asked-first", lead, caller);
                ask(id, caseId, "M6", "job-asked-second", lead, caller);
            }
        }
    }

    private void ask(UUID step, CaseId caseId, String point, String setting, OrganisationId lead, Caller caller) {
        livelihoods
                .ask(step, caseId, point, setting, caller)
                .ifPresent(asked -> events.fire(new ToBeAsked(asked.id(), lead, asked.askAt(), asked.answerBy())));
    }

    /** A step is over; nobody asks after it any more. Refuses {@code ended-already}. */
    @Requires(Permission.WRITE_LIVING)
    public void end(CaseId caseId, UUID step, LivelihoodEnd end) {
        Caller caller = writer(caseId);
        Check check = new Check();
        new Fields(codes, check).check(end, "");
        check.orRefuse();
        Livelihoods.Held held = livelihoods.hold(caseId, step);
        if (held.ended()) {
            throw Refusal.wrongState("ended-already");
        }
        check.that(inOrder(held.beganOn(), end.endedOn()), "endedOn", "ends-before-it-begins");
        check.that(!end.endedOn().isAfter(workers.today(caller)), "endedOn", "in-the-future");
        check.orRefuse();
        livelihoods.end(step, end);
        List<QuestionId> ended = livelihoods.endQuestions(step, caller);
        if (!ended.isEmpty()) {
            events.fire(new NotAsked(ended));
        }
    }

    /** What she says after three or six months. Refuses {@code ended-already}, and {@code not-asked-yet} before it is asked. */
    @Requires(Permission.WRITE_LIVING)
    public void answer(CaseId caseId, QuestionId question, RetentionAnswer answer) {
        Caller caller = writer(caseId);
        Check check = new Check();
        new Fields(codes, check).check(answer, "");
        check.orRefuse();
        Livelihoods.Open open = livelihoods.hold(caseId, question);
        if (open.over()) {
            throw Refusal.wrongState("ended-already");
        }
        if (open.askAt().isAfter(caller.now())) {
            throw Refusal.wrongState("not-asked-yet");
        }
        livelihoods.answer(question, answer, caller);
        events.fire(new Answered(question));
    }

    /** She does not want to work for them, or does not mind any more; she needs no reason. */
    @Requires(Permission.WRITE_LIVING)
    public void veto(CaseId caseId, NewVeto veto) {
        Caller caller = writer(caseId);
        Check check = new Check();
        new Fields(codes, check).check(veto, "");
        check.that(veto.employer() == null || employers.has(veto.employer()), "employer", "unknown-employer");
        check.orRefuse();
        if (veto.lasts()) {
            livelihoods.refuse(caseId, veto.employer(), workers.today(caller), caller);
        } else {
            livelihoods.mindNoMore(caseId, veto.employer(), caller);
        }
    }

    /** The employers that one's own house knows, by name, at most 500. */
    @Requires(Permission.READ_EMPLOYERS)
    public List<EmployerView> employers() {
        return employers.all(workers.today(callers.caller()));
    }

    /**
     * Notes who looked at an employer, against what, and what came of it; one that the house does not know yet is added. Refuses INVALID with
     * every reason by field.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.CHECK_EMPLOYER)
    public void check(NewEmployerCheck checked, String key) {
        Caller caller = callers.caller();
        Check check = new Check();
        new Fields(codes, check).check(checked, "");
        LocalDate today = workers.today(caller);
        check.that(checked.against() == null || !checked.against().isEmpty(), "against", "missing");
        check.that(checked.checkedOn() == null || !checked.checkedOn().isAfter(today), "checkedOn", "in-the-future");
        LocalDate counts = checked.checkedOn() == null
                ? today
                : checked.checkedOn().plusDays(settings.of(CHECK_COUNTS).toDays());
        check.that(counts.isAfter(today) || checked.checkedOn() == null, "checkedOn", "too-long-ago");
        check.orRefuse();
        UUID id = UUID.randomUUID();
        if (once.perform(key, "EMPLOYER_CHECK", checked, id, caller).isEmpty()) {
            employers.check(id, employers.named(checked.name(), caller), checked, counts, caller);
        }
    }

    private Caller writer(CaseId caseId) {
        Caller caller = callers.caller();
        if (!files.found(caller, caseId).writes(Category.CARE_PLAN_GOALS)) {
            throw Refusal.notAllowed("not-yours-to-write", Category.CARE_PLAN_GOALS.name());
        }
        return caller;
    }

    private static boolean inOrder(LocalDate first, LocalDate second) {
        return first == null || second == null || !second.isBefore(first);
    }
}
