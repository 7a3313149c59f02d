package org.alongside.missing;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Files;
import org.alongside.access.Openness;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.access.Role;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.missing.Episodes.Episode;
import org.alongside.missing.Episodes.Whole;
import org.alongside.missing.MissingEvent.LeftUnresolved;
import org.alongside.missing.MissingEvent.MissingStepDone;
import org.alongside.missing.MissingEvent.PoliceTold;
import org.alongside.missing.MissingEvent.ReturnTalkHeld;
import org.alongside.missing.MissingView.MissingAbility;
import org.alongside.missing.NewMissing.HowFound;
import org.alongside.missing.NewMissing.NewMissingStep;
import org.alongside.missing.NewMissing.NewPoliceReport;
import org.alongside.missing.NewMissing.NewReturnTalk;
import org.alongside.safety.OpenAlerts;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.MissingId;
import org.alongside.shared.Refusal;

/** The door to what is done when somebody is missing: begin, look for her, tell the police what they may know, find her, talk with her. */
@Stateless
@PermitAll
public class MissingService {
    /** Of a day further back the year is mistyped. */
    private static final Duration LONGEST_AGO = Duration.ofDays(366);

    private static final Pattern REFERENCE = Pattern.compile("[\\p{Alnum}][\\p{Alnum} ./-]{0,39}");

    @Inject
    CallerContext callers;

    @Inject
    Files files;

    @Inject
    Episodes episodes;

    @Inject
    Beginning beginning;

    @Inject
    OpenAlerts alerts;

    @Inject
    Codes codes;

    @Inject
    Event<MissingEvent> events;

    /** When she was missing, as far as it is the caller's to know, the newest first, at most 20. */
    @Requires(Permission.READ_MISSING)
    public List<MissingView> of(CaseId caseId) {
        Caller caller = callers.caller();
        Openness open = files.found(caller, caseId);
        Optional<String> plan = alerts.ifMissing(caseId);
        return episodes.of(caseId).stream()
                .filter(one -> new MissingReach(caller, open, one.houses()).knows())
                .map(one -> one.view().as(plan, may(one, open, caller)))
                .toList();
    }

    /** One of them. */
    @Requires(Permission.READ_MISSING)
    public MissingView read(MissingId id) {
        Caller caller = callers.caller();
        Whole one = episodes.whole(id).orElseThrow(Refusal::notThere);
        CaseId caseId = one.episode().caseId();
        return one.view().as(alerts.ifMissing(caseId), may(one, files.found(caller, caseId), caller));
    }

    private static MissingAbility may(Whole one, Openness open, Caller caller) {
        Episode episode = one.episode();
        MissingReach reach = new MissingReach(caller, open, one.houses());
        boolean acts = reach.acts() && episode.running();
        return new MissingAbility(
                acts ? steps(reach) : List.of(),
                acts && episode.reportedAt().isEmpty(),
                acts,
                reach.leads() && caller.has(Role.SUP) && episode.canBeLeft(caller.now()),
                reach.acts() && episode.talkWaits() && !episode.ended());
    }

    private static List<String> steps(MissingReach reach) {
        return Arrays.stream(MissingStep.values())
                .filter(step -> step != MissingStep.SAFE_CHANNEL_TRIED || reach.leads())
                .map(MissingStep::name)
                .toList();
    }

    /**
     * Who leads says that she is missing. Where somebody said so before, it is that one.
     *
     * @return its id; refuses INVALID {@code in-the-future} and, more than a year back, {@code too-long-ago}; NOT_ALLOWED {@code missing-not-yours}
     */
    @Requires(Permission.BEGIN_MISSING)
    public MissingId begin(CaseId caseId, NewMissing missing) {
        Caller caller = callers.caller();
        Instant since = missing.since() == null ? caller.now() : missing.since();
        new Check()
                .that(!since.isAfter(caller.now()), "since", "in-the-future")
                .that(!since.isBefore(caller.now().minus(LONGEST_AGO)), "since", "too-long-ago")
                .orRefuse();
        if (!new MissingReach(caller, files.found(caller, caseId), List.of()).leads()) {
            throw Refusal.notAllowed("missing-not-yours");
        }
        return beginning.begin(caseId, since, caller);
    }

    /** Notes that it was done, and nothing of what was said; again and again. Refuses {@code missing-over}. */
    @Requires(Permission.SEARCH_MISSING)
    public void done(MissingId id, NewMissingStep done) {
        Fields.require(done, codes);
        MissingStep step = MissingStep.valueOf(done.step());
        Episode one = running(id);
        Caller caller = callers.caller();
        if (step == MissingStep.SAFE_CHANNEL_TRIED && !reach(one, caller).leads()) {
            throw Refusal.notAllowed("missing-not-yours");
        }
        episodes.done(id, step);
        events.fire(new MissingStepDone(id, step));
    }

    /** What the police are told, before it is said that they were; nothing of her where they may not be told now, or she is found. */
    @Requires(Permission.REPORT_MISSING)
    public PoliceLeast least(MissingId id) {
        Episode one = require(id);
        Optional<String> ground = one.running() ? episodes.ground(id) : Optional.empty();
        return ground.isPresent() ? episodes.least(id, one, ground) : PoliceLeast.nothing(id, one.child());
    }

    /**
     * The police were told. A child's always; an adult's with her release or under a disclosure that a second person agreed to. Refuses
     * NOT_ALLOWED {@code police-need-her-word}, WRONG_STATE {@code police-know}, {@code missing-over}.
     */
    @Requires(Permission.REPORT_MISSING)
    public void report(MissingId id, NewPoliceReport report) {
        Fields.require(report, codes);
        new Check()
                .that(REFERENCE.matcher(report.reference().strip()).matches(), "reference", "not-a-reference")
                .orRefuse();
        if (running(id).reportedAt().isPresent()) {
            throw Refusal.wrongState("police-know");
        }
        if (episodes.ground(id).isEmpty()) {
            throw Refusal.notAllowed("police-need-her-word");
        }
        episodes.reported(id, report.reference().strip());
        events.fire(new PoliceTold(id));
    }

    /**
     * A supervisor of the lead says that the time is over and she was not found; the alert stays. Refuses WRONG_STATE
     * {@code not-time-yet}.
     */
    @Requires(Permission.LEAVE_UNRESOLVED)
    public void leaveUnresolved(MissingId id) {
        if (!running(id).canBeLeft(callers.caller().now())) {
            throw Refusal.wrongState("not-time-yet");
        }
        episodes.unresolved(id);
        events.fire(new LeftUnresolved(id));
    }

    /** She is found, as who leads or the house says; with it ends the alert, and somebody talks with her. */
    @Requires(Permission.SEARCH_MISSING)
    public void find(MissingId id, HowFound found) {
        Fields.require(found, codes);
        beginning.found(id, running(id).child(), found.how(), callers.caller());
    }

    /** Somebody talked with her about it, or she does not want to; once. Refuses WRONG_STATE {@code no-talk-waits}. */
    @Requires(Permission.TALK_AFTER_MISSING)
    public void talk(MissingId id, NewReturnTalk talk) {
        Fields.require(talk, codes);
        Caller caller = callers.caller();
        Instant held = talk.heldAt() == null ? caller.now() : talk.heldAt();
        Episode one = require(id);
        if (!one.talkWaits() || one.ended()) {
            throw Refusal.wrongState("no-talk-waits");
        }
        new Check()
                .that(!held.isAfter(caller.now()), "heldAt", "in-the-future")
                .that(!held.isBefore(one.locatedAt().orElseThrow()), "heldAt", "before-found")
                .orRefuse();
        episodes.talked(
                id,
                held,
                talk.words() == null || talk.words().isBlank()
                        ? null
                        : talk.words().strip());
        events.fire(new ReturnTalkHeld(id));
    }

    /** How many are missing, for coordinators. */
    @Requires(Permission.COUNT_MISSING)
    public List<MissingCount> counts() {
        return episodes.counts();
    }

    private Episode require(MissingId id) {
        return episodes.find(id).orElseThrow(Refusal::notThere);
    }

    private Episode running(MissingId id) {
        Episode one = require(id);
        if (!one.running()) {
            throw Refusal.wrongState("missing-over");
        }
        return one;
    }

    private MissingReach reach(Episode one, Caller caller) {
        return new MissingReach(caller, files.found(caller, one.caseId()), episodes.houses(one.id()));
    }
}
