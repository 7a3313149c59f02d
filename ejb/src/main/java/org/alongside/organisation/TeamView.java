package org.alongside.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.alongside.shared.AbsenceId;
import org.alongside.shared.CaseId;
import org.alongside.shared.ReferralId;
import org.alongside.shared.TeamId;
import org.alongside.shared.WorkerId;

/**
 * The teams that the caller supervises: who works there with how much, and who is away.
 *
 * @param absences those under way and those to come, soonest first
 */
public record TeamView(List<Member> members, List<Absence> absences) {

    /**
     * Somebody of a team.
     *
     * @param roles codes of user_role, as they were given
     * @param cases how many cases they work on now, those of others whom they cover not among them
     * @param hasLeft whether they work here no more: their cases wait for somebody else
     * @param supervises whether they supervise the team too
     */
    public record Member(
            WorkerId id,
            String name,
            List<String> roles,
            TeamId team,
            String teamName,
            String reach,
            boolean supervises,
            boolean hasLeft,
            int cases) {}

    /**
     * Somebody is away and somebody covers.
     *
     * @param from when it begins
     * @param until when it ends by itself
     * @param cases how many cases are covered
     */
    public record Absence(
            AbsenceId id,
            WorkerId worker,
            String workerName,
            WorkerId coveredBy,
            String coveredByName,
            Instant from,
            Instant until,
            int cases) {}

    /**
     * A case on which somebody of the team works.
     *
     * @param status code of case_status
     * @param referral the referral under which they work on it; empty: for the lead
     * @param coveredByName who covers now, if somebody does
     */
    public record TeamCase(
            CaseId id,
            String code,
            String status,
            LocalDate nextDue,
            WorkerId worker,
            String workerName,
            boolean hasLeft,
            Optional<ReferralId> referral,
            Instant since,
            Optional<String> coveredByName) {}
}
