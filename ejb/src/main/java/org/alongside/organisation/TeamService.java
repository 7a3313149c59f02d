package org.alongside.organisation;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.organisation.TeamView.TeamCase;
import org.alongside.organisation.Teams.Assigned;
import org.alongside.shared.AbsenceId;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.Page;
import org.alongside.shared.Reason;
import org.alongside.shared.ReferralId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.alongside.shared.WorkerId;

/** The supervisor's door to their teams: who works on what, who takes it over, who covers for whom. */
@Stateless
@PermitAll
public class TeamService {
    private static final int A_PAGE = 200;
    private static final int LONGEST_ABSENCE_DAYS = 366;
    private static final String CONFLICT = "AL002";
    private static final String AWAY_ALREADY = "AL003";

    @Inject
    CallerContext callers;

    @Inject
    Teams teams;

    @Inject
    Codes codes;

    @Inject
    Event<CaseAssigned> assigned;

    @Inject
    Event<AbsenceRecorded> recorded;

    /** Who works in the teams that the caller supervises, with how many cases, and who is away. */
    @Requires(Permission.READ_TEAM)
    public TeamView team() {
        Caller caller = callers.caller();
        return new TeamView(teams.members(caller), teams.absences(caller));
    }

    /** Their cases, soonest due first, 200 a page; of one worker or one case alone where it is named. */
    @Requires(Permission.READ_TEAM)
    public Page<TeamCase> cases(TeamQuery query) {
        return teams.cases(callers.caller(), query, A_PAGE);
    }

    /**
     * Gives a case to somebody else of the team, and what the one before has taken of it back to those to whom it was offered;
     * refuses where they have a tie to the survivor or do not belong to it.
     */
    @Requires(Permission.ASSIGN_CASE)
    public void assign(CaseId caseId, NewAssignment assignment) {
        Caller caller = callers.caller();
        Check check = new Check();
        new Fields(codes, check).check(assignment, "");
        check.orRefuse();
        Assigned now = teams.assigned(caller, caseId, assignment.referral())
                .orElseThrow(() -> Refusal.wrongState("nobody-assigned"));
        if (!now.supervised()) {
            throw Refusal.notAllowed("not-your-team");
        }
        new Check()
                .that(teams.belongs(assignment.worker(), now.team()), "worker", "not-in-team")
                .that(!now.worker().equals(assignment.worker()), "worker", "assigned-already")
                .orRefuse();
        meaning(() -> teams.assign(caseId, assignment.referral(), assignment.worker()));
        assigned.fire(new CaseAssigned(now.worker(), teams.subjects(caseId, assignment.referral())));
    }

    /**
     * Records that somebody of the team is away and who covers: what they have taken goes back to those to whom it was
     * offered, and their cases are open to who covers, from the first day to the last and no longer.
     */
    @Requires(Permission.RECORD_ABSENCE)
    public AbsenceId recordAbsence(NewAbsence absence) {
        Caller caller = callers.caller();
        Check check = new Check();
        new Fields(codes, check).check(absence, "");
        check.orRefuse();
        teams.shared(absence.worker(), absence.worker()).orElseThrow(Refusal::notThere);
        ZoneId zone = teams.zoneOf(absence.worker()).orElseThrow(Refusal::notThere);
        check(absence, LocalDate.ofInstant(caller.now(), zone));
        AbsenceId id = AbsenceId.random();
        Instant from = absence.from().atStartOfDay(zone).toInstant();
        Instant begins = from.isBefore(caller.now()) ? caller.now() : from;
        Instant ends = absence.until().plusDays(1).atStartOfDay(zone).toInstant();
        meaning(() -> teams.cover(id, absence.worker(), absence.coveredBy(), begins, ends));
        recorded.fire(new AbsenceRecorded(id, begins));
        return id;
    }

    /** Ends it before its time: they are back. */
    @Requires(Permission.RECORD_ABSENCE)
    public void endAbsence(AbsenceId id) {
        if (teams.absences(callers.caller()).stream().noneMatch(one -> one.id().equals(id))) {
            throw Refusal.notThere();
        }
        teams.end(id);
    }

    /** Who is away by that absence now, if it still stands. */
    @Requires(Permission.RETURN_TASKS)
    public Optional<WorkerId> away(AbsenceId id) {
        return teams.away(id, callers.caller().now());
    }

    private void check(NewAbsence absence, LocalDate today) {
        Check check = new Check()
                .that(!absence.until().isBefore(absence.from()), "until", "ends-before-it-begins")
                .that(!absence.until().isBefore(today), "until", "past-already")
                .that(absence.from().isAfter(today.minusDays(LONGEST_ABSENCE_DAYS)), "from", "unknown-day")
                .that(absence.until().isBefore(today.plusDays(LONGEST_ABSENCE_DAYS)), "until", "unknown-day")
                .that(!absence.worker().equals(absence.coveredBy()), "coveredBy", "covers-themselves");
        check.that(teams.shared(absence.worker(), absence.coveredBy()).isPresent(), "coveredBy", "not-in-team");
        check.orRefuse();
    }

    /** What the database refuses for a reason that the supervisor can act on. */
    private static void meaning(Runnable act) {
        try {
            act.run();
        } catch (Sql.Failed failed) {
            if (CONFLICT.equals(failed.state())) {
                throw new Refusal(Refusal.Kind.NOT_ALLOWED, List.of(Reason.at("worker", "cannot-take-this-on")));
            }
            if (AWAY_ALREADY.equals(failed.state())) {
                throw Refusal.wrongState("away-already");
            }
            throw failed;
        }
    }

    /** Whose cases, null for everybody's; which, null for all; and from where on, null for the first. */
    public record TeamQuery(WorkerId worker, CaseId caseId, String cursor) {}

    /**
     * Who takes a case over.
     *
     * @param referral under which the team works on it; null: for the lead
     */
    public record NewAssignment(@NotNull WorkerId worker, ReferralId referral) {}

    /**
     * Somebody is away.
     *
     * @param from first day, by the clock of the one who is away
     * @param until last day, a year at most
     */
    public record NewAbsence(
            @NotNull WorkerId worker,
            @NotNull WorkerId coveredBy,
            @NotNull LocalDate from,
            @NotNull LocalDate until) {}
}
