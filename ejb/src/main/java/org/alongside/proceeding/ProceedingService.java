package org.alongside.proceeding;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Category;
import org.alongside.access.Files;
import org.alongside.access.Once;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.access.Workers;
import org.alongside.code.CodeOf;
import org.alongside.code.Codes;
import org.alongside.proceeding.NewMatter.NewCompensation;
import org.alongside.proceeding.NewMatter.NewHearing;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.MatterId;
import org.alongside.shared.Page;
import org.alongside.shared.Refusal;

/** The door to legal matters: open one, keep it, read what is one's own to know, and say who helps her at the hearing. */
@Stateless
@PermitAll
public class ProceedingService {
    @Inject
    CallerContext callers;

    @Inject
    Matters matters;

    @Inject
    StageMoves moves;

    @Inject
    MatterViews views;

    @Inject
    Hearings hearings;

    @Inject
    HearingClock clock;

    @Inject
    Files files;

    @Inject
    Workers workers;

    @Inject
    Codes codes;

    @Inject
    Once once;

    /** The legal matters of a case as far as they are the caller's to know. */
    @Requires(Permission.READ_LEGAL)
    public LegalView of(CaseId caseId) {
        LegalReach reach = reach(caseId, callers.caller());
        if (!reach.knows()) {
            throw Refusal.notAllowed("legal-not-open");
        }
        return new LegalView(
                caseId,
                reach.minimum() || reach.lawyer(),
                reach.writes(),
                reach.identification(),
                views.of(caseId, reach));
    }

    /**
     * Opens a matter; refuses INVALID with every reason by field. Where it is before a fund and the final act is known, its deadline is the last day to
     * apply unless an earlier one is said.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.WRITE_MATTER)
    public MatterId open(CaseId caseId, NewMatter written, String key) {
        Caller caller = callers.caller();
        if (!reach(caseId, caller).writes()) {
            throw Refusal.notAllowed("not-yours-to-write", Category.LEGAL.name());
        }
        rules(caller).matter(written, null, null);
        NewMatter kept = within(written, caller);
        MatterId id = MatterId.random();
        return once.perform(key, "WRITE_MATTER " + caseId, written, id.value(), caller)
                .map(MatterId::new)
                .orElseGet(() -> {
                    clock.following(id, caller, () -> matters.add(Matter.open(id, caseId, caller), kept));
                    return id;
                });
    }

    /** One matter. */
    @Requires(Permission.READ_LEGAL)
    public MatterView read(MatterId matterId) {
        CaseId caseId = matters.require(matterId).caseId();
        return views.of(caseId, reach(caseId, callers.caller())).stream()
                .filter(matter -> matter.id().equals(matterId))
                .findFirst()
                .orElseThrow(Refusal::notThere);
    }

    /**
     * Rewrites a matter; refuses stale with the fields that changed since {@code version}. What somebody took on for a hearing
     * is asked again where the hearing is moved.
     */
    @Requires(Permission.WRITE_MATTER)
    public void change(MatterId matterId, NewMatter written, int version) {
        Caller caller = callers.caller();
        Matter matter = matters.toChange(matterId);
        if (matter.version() != version) {
            throw Refusal.stale(
                    "changed-fields", matters.changedSince(matterId, version).toArray());
        }
        NewMatter before = matters.written(matterId);
        rules(caller).matter(written, at(before), before.deadlineOn());
        NewMatter kept = within(written, caller);
        List<String> changed = changed(before, kept);
        if (!changed.isEmpty()) {
            clock.following(matterId, caller, () -> matters.change(matter, kept));
            matters.keepFields(matter, changed, caller);
            if (changed.contains("stage")) {
                moves.follows(matterId, kept.stage(), caller);
            }
        }
    }

    /** The caller's organisation does that at the hearing; refuses where it is not asked for, or somebody does it already. */
    @Requires(Permission.TAKE_SUPPORT)
    public void take(MatterId matterId, NewSupport support) {
        new Check().code(support.need(), "need", codes.in("hearing_need")).orRefuse();
        Matter matter = matters.require(matterId);
        Matters.HearingSet set = ahead(matterId);
        if (!set.needs().contains(support.need())) {
            throw Refusal.wrongState("support-not-asked");
        }
        if (set.arranged().contains(support.need())) {
            throw Refusal.wrongState("support-taken");
        }
        Caller caller = callers.caller();
        clock.following(matterId, caller, () -> matters.take(matter, support.need(), set.at(), caller));
    }

    /** The caller's organisation does not do it after all: it is open again. */
    @Requires(Permission.TAKE_SUPPORT)
    public void giveBack(MatterId matterId, NewSupport support) {
        new Check().code(support.need(), "need", codes.in("hearing_need")).orRefuse();
        Caller caller = callers.caller();
        Matter matter = matters.require(matterId);
        Instant at = ahead(matterId).at();
        clock.following(matterId, caller, () -> {
            if (!matters.giveBack(matter, support.need(), at, caller)) {
                throw Refusal.notAllowed("support-not-ours");
            }
        });
    }

    /**
     * Hearings and deadlines of the caller's people, soonest first: all of those whose lawyers they are, also past ones, which
     * wait for what follows; and of the cases they lead those to come.
     */
    @Requires(Permission.READ_HEARINGS)
    public Page<DueHearing> hearings(HearingQuery query) {
        Caller caller = callers.caller();
        new Check()
                .that(
                        query.within() >= 0 && query.within() <= HearingQuery.FARTHEST,
                        "within",
                        "days-range",
                        HearingQuery.FARTHEST)
                .orRefuse();
        return hearings.list(caller, workers.today(caller), query);
    }

    /** With the last day to apply to a fund, where that time runs. */
    private NewMatter within(NewMatter written, Caller caller) {
        return MatterRules.fundWaits(written)
                ? rules(caller)
                        .within(
                                written,
                                matters.fundUntil(written.compensation().finalOn()))
                : written;
    }

    private Matters.HearingSet ahead(MatterId matterId) {
        return matters.set(matterId)
                .filter(set ->
                        set.at() != null && set.at().isAfter(callers.caller().now()))
                .orElseThrow(() -> Refusal.wrongState("no-hearing-ahead"));
    }

    private MatterRules rules(Caller caller) {
        return new MatterRules(codes, caller.now(), workers.today(caller));
    }

    private LegalReach reach(CaseId caseId, Caller caller) {
        return LegalReach.of(caller, files.found(caller, caseId), files.matrix());
    }

    private static Instant at(NewMatter matter) {
        return matter.hearing() == null ? null : matter.hearing().at();
    }

    private static List<String> changed(NewMatter before, NewMatter after) {
        List<String> changed = new ArrayList<>();
        note(changed, "track", before, after, NewMatter::track);
        note(changed, "stage", before, after, NewMatter::stage);
        note(changed, "note", before, after, matter -> MatterRules.stripped(matter.note()));
        note(changed, "hearing.at", before, after, ProceedingService::at);
        note(changed, "hearing.type", before, after, hearing(NewHearing::type));
        note(changed, "hearing.place", before, after, hearing(NewHearing::place));
        note(changed, "hearing.mode", before, after, hearing(NewHearing::mode));
        note(changed, "needs", before, after, NewMatter::needs);
        note(changed, "protection", before, after, NewMatter::protection);
        note(changed, "deadlineOn", before, after, NewMatter::deadlineOn);
        note(changed, "compensation.claimed", before, after, compensation(NewCompensation::claimed));
        note(changed, "compensation.ordered", before, after, compensation(NewCompensation::ordered));
        note(changed, "compensation.paid", before, after, compensation(NewCompensation::paid));
        note(changed, "compensation.most", before, after, compensation(NewCompensation::most));
        note(changed, "compensation.currency", before, after, compensation(NewCompensation::currency));
        note(changed, "compensation.freezeAskedOn", before, after, compensation(NewCompensation::freezeAskedOn));
        note(changed, "compensation.finalOn", before, after, compensation(NewCompensation::finalOn));
        return changed;
    }

    private static Function<NewMatter, Object> compensation(Function<NewCompensation, Object> part) {
        return matter -> Optional.ofNullable(NewCompensation.kept(matter.compensation()))
                .map(part)
                .orElse(null);
    }

    private static Function<NewMatter, Object> hearing(Function<NewHearing, String> part) {
        return matter -> Optional.ofNullable(matter.hearing()).map(part).orElse(null);
    }

    private static void note(
            List<String> changed, String field, NewMatter before, NewMatter after, Function<NewMatter, Object> part) {
        if (!Objects.equals(part.apply(before), part.apply(after))) {
            changed.add(field);
        }
    }

    /** Something she needs for a hearing: code of hearing_need. */
    public record NewSupport(
            @NotNull @CodeOf("hearing_need") String need) {}

    /**
     * Which hearings and deadlines.
     *
     * @param within how many days ahead of today to look, 0 to 400
     * @param cursor where the list goes on, or null
     */
    public record HearingQuery(int within, String cursor, int limit) {
        /** How far ahead one can look, in days. */
        public static final int FARTHEST = 400;
    }
}
