package org.alongside.interview;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Once;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.access.Role;
import org.alongside.access.Workers;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.code.Settings;
import org.alongside.interview.InterviewEvent.InterviewAdvised;
import org.alongside.interview.InterviewEvent.InterviewAsked;
import org.alongside.interview.InterviewEvent.InterviewDecided;
import org.alongside.interview.InterviewEvent.InterviewLater;
import org.alongside.interview.InterviewEvent.InterviewsEnded;
import org.alongside.interview.InterviewView.InterviewMay;
import org.alongside.interview.NewInterview.NewAdvice;
import org.alongside.interview.NewInterview.NewCooperation;
import org.alongside.interview.NewInterview.NewInterviewAnswer;
import org.alongside.interview.NewInterview.NewStatement;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.InterviewId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;

/**
 * The door to what police and prosecution ask of her: ask for an interview, write down what she answered, advise, note that she told it, and what she
 * decided about cooperating.
 */
@Stateless
@PermitAll
public class InterviewService {
    private static final String YES = "YES";
    private static final String LATER = "LATER";
    private static final int SHORTEST = 10;
    private static final int LONGEST = 240;
    private static final int MONTHS_AHEAD = 6;

    @Inject
    CallerContext callers;

    @Inject
    Workers workers;

    @Inject
    Interviews interviews;

    @Inject
    Codes codes;

    @Inject
    Settings settings;

    @Inject
    Once once;

    @Inject
    Event<InterviewEvent> events;

    /** What is asked of her and how often she has told it, by as much as is the caller's; refuses {@code interviews-not-open} where that is nothing. */
    @Requires(Permission.READ_INTERVIEWS)
    public InterviewView of(CaseId caseId) {
        Caller caller = callers.caller();
        Interviews.Standing standing = interviews.standing(caseId);
        if (!standing.somehow()) {
            throw Refusal.notAllowed("interviews-not-open");
        }
        boolean leads = standing.asksHer() && caller.has(Role.CW);
        return new InterviewView(
                caseId,
                standing.told(),
                standing.reasonNeeded(),
                standing.child(),
                new InterviewMay(
                        standing.polices(),
                        leads,
                        standing.defends(),
                        standing.polices() || leads,
                        leads || standing.defends()),
                interviews.of(caseId, standing.child(), List.copyOf(codes.of("child_interview_check")), caller),
                interviews.statements(caseId),
                interviews.cooperation(caseId));
    }

    /**
     * Police or prosecution ask for an interview. Refuses INVALID with every reason by field, {@code interview-again-why} where she has told it often
     * enough, {@code interview-asked-already} where one of theirs is open.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.ASK_INTERVIEW)
    public void ask(CaseId caseId, NewInterview asked, String key) {
        Caller caller = callers.caller();
        Interviews.Standing standing = interviews.standing(caseId);
        permitted(standing.polices());
        Check check = Fields.of(asked, codes);
        check.that(!asked.about().isEmpty(), "about", "missing")
                .that(asked.minutes() >= SHORTEST && asked.minutes() <= LONGEST, "minutes", "interview-minutes")
                .that(!standing.child() || !asked.checks().isEmpty(), "checks", "interview-of-child")
                .that(!standing.reasonNeeded() || asked.again() != null, "again", "interview-again-why");
        check.orRefuse();
        make(key, "INTERVIEW " + caseId, asked, caller, uuid -> {
            InterviewId id = new InterviewId(uuid);
            Instant answerBy = answerBy(caller.now());
            OrganisationId lead = interviews.ask(id, caseId, asked, answerBy);
            events.fire(new InterviewAsked(id, lead, answerBy));
        });
    }

    /** Those who asked take it back. Refuses {@code interview-over}. */
    @Requires(Permission.ASK_INTERVIEW)
    public void takeBack(CaseId caseId, InterviewId id) {
        permitted(interviews.standing(caseId).polices());
        ofCase(caseId, id);
        if (!interviews.takeBack(id)) {
            throw Refusal.wrongState("interview-over");
        }
        events.fire(new InterviewsEnded(List.of(id)));
    }

    /**
     * Writes down what she answered; a yes is hers to turn into a no until she was heard. Refuses INVALID with every reason by field,
     * {@code interview-over}, {@code interview-later-already}.
     */
    @Requires(Permission.ANSWER_INTERVIEW)
    public void answer(CaseId caseId, InterviewId id, NewInterviewAnswer said) {
        Caller caller = callers.caller();
        permitted(interviews.standing(caseId).asksHer());
        ofCase(caseId, id);
        Check check = Fields.of(said, codes);
        boolean yes = YES.equals(said.answer());
        boolean later = LATER.equals(said.answer());
        check.that(!yes || said.place() != null, "place", "missing")
                .that(!yes || !said.company().isEmpty(), "company", "missing")
                .that(yes || said.place() == null, "place", "interview-only-with-yes")
                .that(yes || said.company().isEmpty(), "company", "interview-only-with-yes")
                .that(yes || said.protection().isEmpty(), "protection", "interview-only-with-yes")
                .that(!later || said.laterOn() != null, "laterOn", "missing")
                .that(later || said.laterOn() == null, "laterOn", "interview-only-with-later");
        LocalDate today = workers.today(caller);
        check.that(said.laterOn() == null || said.laterOn().isAfter(today), "laterOn", "in-the-past")
                .that(
                        said.laterOn() == null || !said.laterOn().isAfter(today.plusMonths(MONTHS_AHEAD)),
                        "laterOn",
                        "interview-too-far");
        check.orRefuse();
        if (later && interviews.laterOn(id).filter(day -> day.isAfter(today)).isPresent()) {
            throw Refusal.wrongState("interview-later-already");
        }
        boolean waited = interviews.waits(id);
        if (!interviews.answer(id, said)) {
            throw Refusal.wrongState("interview-over");
        }
        if (!waited) {
            return;
        }
        if (later) {
            ZoneId zone = workers.zone(caller);
            Instant again = said.laterOn().atStartOfDay(zone).toInstant();
            events.fire(new InterviewLater(id, again, answerBy(again)));
        } else {
            events.fire(new InterviewDecided(id));
        }
    }

    /** Her lawyer advises her, as long as she has not decided. Refuses {@code interview-over}. */
    @Requires(Permission.ADVISE_INTERVIEW)
    public void advise(CaseId caseId, InterviewId id, NewAdvice advice) {
        permitted(interviews.standing(caseId).defends());
        ofCase(caseId, id);
        Fields.require(advice, codes);
        if (!interviews.advise(id, advice.advice())) {
            throw Refusal.wrongState("interview-over");
        }
        events.fire(new InterviewAdvised(id));
    }

    /**
     * Notes that she told it: by the agency that took it, or, of an agency that is no partner here, by who leads. Refuses INVALID with every reason by
     * field.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.RECORD_STATEMENT)
    public void record(CaseId caseId, NewStatement told, String key) {
        Caller caller = callers.caller();
        Interviews.Standing standing = interviews.standing(caseId);
        permitted(standing.polices() || standing.asksHer());
        Check check = Fields.of(told, codes);
        check.that(!told.company().isEmpty(), "company", "missing");
        check.notAhead(told.takenOn(), workers.today(caller), "takenOn");
        check.that(
                told.interview() == null || interviews.agreed(caseId, told.interview(), caller),
                "interview",
                "interview-not-agreed");
        check.orRefuse();
        make(key, "STATEMENT " + caseId, told, caller, id -> interviews.record(id, caseId, told));
    }

    /**
     * Notes what she decided about cooperating; nothing waits for it and nothing changes by it.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.RECORD_COOPERATION)
    public void decide(CaseId caseId, NewCooperation decided, String key) {
        Caller caller = callers.caller();
        Interviews.Standing standing = interviews.standing(caseId);
        permitted(standing.asksHer() || standing.defends());
        Check check = Fields.of(decided, codes);
        check.notAhead(decided.decidedOn(), workers.today(caller), "decidedOn");
        check.orRefuse();
        make(key, "COOPERATION " + caseId, decided, caller, id -> interviews.record(id, caseId, decided));
    }

    /** The houses of her lawyers, who are asked to advise; for the process. */
    @Requires(Permission.RUN_INTERVIEW_CLOCK)
    public List<OrganisationId> lawyers(InterviewId id) {
        return interviews.lawyers(id);
    }

    private void ofCase(CaseId caseId, InterviewId id) {
        if (!interviews.isOf(caseId, id)) {
            throw Refusal.notThere();
        }
    }

    private static void permitted(boolean may) {
        if (!may) {
            throw Refusal.notAllowed("interviews-not-open");
        }
    }

    private Instant answerBy(Instant from) {
        return from.plus(settings.of("interview-answered-within"));
    }

    private void make(String key, String action, Record body, Caller caller, Consumer<UUID> making) {
        UUID id = UUID.randomUUID();
        if (once.perform(key, action, body, id, caller).isEmpty()) {
            making.accept(id);
        }
    }
}
