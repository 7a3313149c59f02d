package org.alongside.organisation;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.OfCases;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.organisation.Departures.Handed;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;
import org.alongside.shared.WorkerId;

/** The supervisor's door to what somebody leaves behind: see all that is theirs, and hand it to a colleague. */
@Stateless
@PermitAll
public class DepartureService {
    @Inject
    CallerContext callers;

    @Inject
    Departures departures;

    @Inject
    Codes codes;

    @Inject
    Event<CaseAssigned> assigned;

    /** All that is somebody's in the teams that the caller supervises, whether they leave, have left or stay. */
    @Requires(Permission.READ_TEAM)
    public Departure read(Leaver leaver) {
        return departures.of(leaver.worker(), callers.caller()).orElseThrow(Refusal::notThere);
    }

    /**
     * Hands to a colleague all that is theirs, or what belongs to one case, in this transaction; what they had taken to do of it
     * goes back to those to whom it was offered. What the colleague has a tie to, or what is of a team to which they do not
     * belong, stays where it is; of one case alone that is refused {@code cannot-take-this-on}.
     *
     * @return what is still theirs after it, audited for each case that went over
     */
    @Requires(Permission.ASSIGN_CASE)
    public OfCases<Departure> handOver(Leaver leaver, NewDeparture given) {
        Caller caller = callers.caller();
        Departure before = departures.of(leaver.worker(), caller).orElseThrow(Refusal::notThere);
        Fields.require(given, codes);
        new Check()
                .that(before.successors().stream().anyMatch(one -> one.id().equals(given.to())), "to", "not-in-team")
                .that(
                        given.caseId() == null
                                || before.work().stream()
                                        .anyMatch(one -> one.caseId().equals(given.caseId())),
                        "caseId",
                        "nothing-of-theirs")
                .orRefuse();
        List<Handed> handed = departures.handOver(leaver.worker(), given.to(), given.caseId());
        if (!handed.isEmpty()) {
            assigned.fire(new CaseAssigned(leaver.worker(), departures.subjects(handed)));
        }
        Departure after = departures.of(leaver.worker(), caller).orElseThrow(Refusal::notThere);
        if (given.caseId() != null && after.work().equals(before.work())) {
            throw new Refusal(Refusal.Kind.NOT_ALLOWED, List.of(Reason.at("to", "cannot-take-this-on")));
        }
        return new OfCases<>(
                after, handed.stream().map(Handed::caseId).distinct().toList());
    }

    /** Whose work it is: somebody of a team, who need not be leaving yet. */
    public record Leaver(WorkerId worker) {}

    /**
     * Who takes over what is somebody's.
     *
     * @param caseId of one case alone; null: all of it
     */
    public record NewDeparture(@NotNull WorkerId to, CaseId caseId) {}
}
