package org.alongside.proceeding;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
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
import org.alongside.proceeding.HearingRecords.Held;
import org.alongside.proceeding.HearingRecords.OfMatter;
import org.alongside.proceeding.NewHearingDay.NewHearingResult;
import org.alongside.proceeding.NewHearingDay.NewProtectionAnswer;
import org.alongside.proceeding.ProceedingService.NewSupport;
import org.alongside.shared.Check;
import org.alongside.shared.MatterId;
import org.alongside.shared.Refusal;

/** The door to the hearings of a matter: set one, move it, say what protects her there, who helps her, and what came of it. */
@Stateless
@PermitAll
public class HearingService {
    /** Of each kind, in one transaction. */
    private static final int MOST_AT_ONCE = 100;

    private static final int LONGEST_AHEAD_IN_YEARS = 10;

    /** What can be said of a hearing before its time. */
    private static final Set<String> BEFORE_ITS_TIME = Set.of("CANCELLED", "ADJOURNED");

    @Inject
    CallerContext callers;

    @Inject
    Workers workers;

    @Inject
    HearingRecords records;

    @Inject
    HearingClock clock;

    @Inject
    ClocksOfBefore before;

    @Inject
    LawyersMatters whose;

    @Inject
    Codes codes;

    @Inject
    Once once;

    /** The hearings of a matter as far as they are the caller's to know: those to come, the next one first, then what was. */
    @Requires(Permission.READ_LEGAL)
    public List<HearingView> of(MatterId matterId) {
        Caller caller = callers.caller();
        whose.forThoseWhoHelp(matterId, caller);
        return records.of(matterId, caller);
    }

    /**
     * Sets a hearing. Refuses {@code before-its-matter}, {@code in-the-past}, {@code matter-closed}, {@code hearing-there-already}.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.WRITE_MATTER)
    public UUID set(MatterId matterId, NewHearingDay day, String key) {
        Caller caller = callers.caller();
        OfMatter matter = records.matter(matterId);
        check(day, matter, caller, null);
        UUID id = UUID.randomUUID();
        return once.perform(key, "SET_HEARING " + matterId, day, id, caller).orElseGet(() -> {
            clock.following(matterId, caller, () -> records.add(id, matterId, matter, day, workers.today(caller)));
            return id;
        });
    }

    /** Moves a hearing, or says otherwise what is needed there: who helps her is asked again for a new time. Refuses {@code hearing-over}, stale. */
    @Requires(Permission.WRITE_MATTER)
    public void change(MatterId matterId, UUID hearing, NewHearingDay day, int version) {
        Caller caller = callers.caller();
        OfMatter matter = records.matter(matterId);
        Held held = open(matterId, hearing);
        if (held.version() != version) {
            throw Refusal.stale("changed-meanwhile");
        }
        check(day, matter, caller, held);
        clock.following(matterId, caller, () -> records.change(hearing, matterId, matter, day, workers.today(caller)));
    }

    /** What the court answered to what was asked of it to protect her. Refuses {@code protection-not-asked}, {@code before-it-was-asked}. */
    @Requires(Permission.WRITE_MATTER)
    public void answer(MatterId matterId, UUID hearing, NewProtectionAnswer answer) {
        Caller caller = callers.caller();
        Check check = Fields.of(answer, codes);
        check.orRefuse();
        records.hold(matterId, hearing);
        LocalDate asked = records.askedOn(hearing, answer.measure())
                .orElseThrow(() -> Refusal.wrongState("protection-not-asked"));
        LocalDate today = workers.today(caller);
        LocalDate on = answer.answeredOn() == null ? today : answer.answeredOn();
        check.that(!on.isBefore(asked), "answeredOn", "before-it-was-asked")
                .that(!on.isAfter(today), "answeredOn", "in-the-future")
                .orRefuse();
        records.answer(hearing, answer, on);
    }

    /** What became of it. Refuses {@code hearing-over}, and {@code hearing-not-yet} for what can only be said afterwards. */
    @Requires(Permission.WRITE_MATTER)
    public void end(MatterId matterId, UUID hearing, NewHearingResult result) {
        Caller caller = callers.caller();
        Fields.require(result, codes);
        Held held = open(matterId, hearing);
        if (held.at().isAfter(caller.now()) && !BEFORE_ITS_TIME.contains(result.result())) {
            throw Refusal.wrongState("hearing-not-yet");
        }
        clock.following(matterId, caller, () -> records.end(hearing, result, caller));
    }

    /** The caller's organisation does that at this hearing; refuses where it is not asked for, or somebody does it already. */
    @Requires(Permission.TAKE_SUPPORT)
    public void take(MatterId matterId, UUID hearing, NewSupport support) {
        Caller caller = callers.caller();
        Held held = ahead(matterId, hearing, support, caller);
        if (!held.needs().contains(support.need())) {
            throw Refusal.wrongState("support-not-asked");
        }
        if (held.arranged().contains(support.need())) {
            throw Refusal.wrongState("support-taken");
        }
        OfMatter matter = records.matter(matterId);
        clock.following(matterId, caller, () -> records.take(matterId, matter, support.need(), held.at(), caller));
    }

    /** The caller's organisation does not do it after all: it is open again. */
    @Requires(Permission.TAKE_SUPPORT)
    public void giveBack(MatterId matterId, UUID hearing, NewSupport support) {
        Caller caller = callers.caller();
        Held held = ahead(matterId, hearing, support, caller);
        clock.following(matterId, caller, () -> {
            if (!records.giveBack(matterId, support.need(), held.at(), caller)) {
                throw Refusal.notAllowed("support-not-ours");
            }
        });
    }

    /** Its time has come: what comes next in its matter is another one. Told by the process. */
    @Requires(Permission.RUN_HEARING_CLOCK)
    public void passed(UUID hearing) {
        records.passed(hearing);
    }

    /**
     * Begins the clocks of some hearings and last days that were written down before there were clocks; told by the process until none is
     * left, and none begins twice. Answers whether more are left.
     */
    @Requires(Permission.RUN_HEARING_CLOCK)
    public boolean beginClocks() {
        return before.begin(MOST_AT_ONCE, callers.caller().now());
    }

    private Held open(MatterId matterId, UUID hearing) {
        Held held = records.hold(matterId, hearing);
        if (held.over()) {
            throw Refusal.wrongState("hearing-over");
        }
        return held;
    }

    private Held ahead(MatterId matterId, UUID hearing, NewSupport support, Caller caller) {
        new Check().code(support.need(), "need", codes.in("hearing_need")).orRefuse();
        Held held = records.look(matterId, hearing);
        if (held.over() || !held.at().isAfter(caller.now())) {
            throw Refusal.wrongState("no-hearing-ahead");
        }
        return held;
    }

    private void check(NewHearingDay day, OfMatter matter, Caller caller, Held held) {
        Check check = Fields.of(day, codes);
        if (day.at() != null) {
            boolean stays = held != null && held.at().equals(day.at());
            boolean before = day.at().isBefore(matter.openedAt());
            check.that(stays || !before, "at", "before-its-matter")
                    .that(stays || before || day.at().isAfter(caller.now()), "at", "in-the-past")
                    .that(
                            !day.at()
                                    .isAfter(workers.today(caller)
                                            .plusYears(LONGEST_AHEAD_IN_YEARS)
                                            .atStartOfDay()
                                            .toInstant(ZoneOffset.UTC)),
                            "at",
                            "too-far-ahead",
                            LONGEST_AHEAD_IN_YEARS);
        }
        check.orRefuse();
        matter.open().afterTheCheck();
    }
}
