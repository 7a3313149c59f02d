package org.alongside.housing;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.access.Workers;
import org.alongside.code.CodeOf;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.housing.PlacementEvent.StepDone;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.PlacementId;
import org.alongside.shared.Refusal;

/** The door to what is done about a placement beside the bed: looking for another place. */
@Stateless
@PermitAll
public class FollowService {
    @Inject
    CallerContext callers;

    @Inject
    Follows follows;

    @Inject
    Workers workers;

    @Inject
    Codes codes;

    @Inject
    Event<PlacementEvent> events;

    /** Notes that it was done, and nothing of what was said. */
    @Requires(Permission.FOLLOW_PLACEMENT)
    public void done(PlacementId id, NewFollow follow) {
        Fields.require(follow, codes);
        FollowStep step = FollowStep.valueOf(follow.step());
        Caller caller = callers.caller();
        Follows.Followed one = follows.of(id).orElseThrow(Refusal::notThere);
        if (!step.possibleIn(one.status())) {
            throw Refusal.wrongState("placement-moved-on", one.status().name());
        }
        if (step.ofTheHouse() && !caller.organisation().value().equals(one.house())) {
            throw Refusal.wrongState("step-of-the-house");
        }
        if (follows.done(id, one, step, caller)) {
            events.fire(new StepDone(List.of(id), step, caller.now()));
        }
    }

    /** What was done about a placement, and what can be noted now. */
    @Requires(Permission.READ_PLACEMENTS)
    public FollowView of(PlacementId id) {
        Follows.Followed one = follows.of(id).orElseThrow(() -> Refusal.notAllowed("housing-not-open"));
        boolean house = callers.caller().organisation().value().equals(one.house());
        List<String> possible = Arrays.stream(FollowStep.values())
                .filter(step -> step.possibleIn(one.status()) && (house || !step.ofTheHouse()))
                .map(FollowStep::name)
                .toList();
        return new FollowView(
                new CaseId(one.caseId()),
                one.code(),
                one.preferredName(),
                one.status().name(),
                possible,
                follows.done(id),
                follows.spoken(id),
                one.status().running());
    }

    /**
     * She spoke with the house herself before she came, or why not; the newest counts. Refuses INVALID by field, {@code placement-moved-on} where nothing
     * can become of it any more.
     */
    @Requires(Permission.FOLLOW_PLACEMENT)
    public void spoke(PlacementId id, NewSpokenBefore said) {
        Caller caller = callers.caller();
        Follows.Followed one = follows.of(id).orElseThrow(Refusal::notThere);
        Check check = new Check();
        new Fields(codes, check).check(said, "");
        boolean impossible = "NOT_POSSIBLE".equals(said.answer());
        LocalDate latest = one.cameOn().orElseGet(() -> workers.today(caller));
        check.that(!impossible || said.why() != null, "why", "missing")
                .that(impossible || said.why() == null, "why", "only-where-not-possible")
                .that(
                        said.on() == null || !said.on().isAfter(latest),
                        "on",
                        one.cameOn().isPresent() ? "after-she-came" : "in-the-future")
                .orRefuse();
        if (!one.status().running()) {
            throw Refusal.wrongState("placement-moved-on", one.status().name());
        }
        follows.spoke(id, one, said, caller);
    }

    /**
     * Whether she spoke with the house herself before she came.
     *
     * @param answer code of spoken_before
     * @param on the day, not after she came
     * @param why where it was not possible, code of not_spoken_reason
     */
    public record NewSpokenBefore(
            @NotNull @CodeOf("spoken_before") String answer,
            @NotNull LocalDate on,
            @CodeOf("not_spoken_reason") String why) {}

    /** What was done: code of follow_step. */
    public record NewFollow(@NotNull @CodeOf("follow_step") String step) {}
}
