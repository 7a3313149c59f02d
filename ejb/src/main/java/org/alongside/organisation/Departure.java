package org.alongside.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.alongside.shared.AbsenceId;
import org.alongside.shared.CaseId;
import org.alongside.shared.WorkerId;

/**
 * What is still somebody's in the teams that the caller supervises, and who could take it over.
 *
 * @param hasLeft whether they work here no more
 * @param work their work on cases, soonest due first
 * @param covering whom they cover while they are away
 * @param successors who could take it over, by name
 */
public record Departure(
        WorkerId worker,
        String name,
        boolean hasLeft,
        List<PieceOfWork> work,
        List<Covering> covering,
        List<Successor> successors) {

    /** What kind of work it is. */
    public enum Kind {
        /** They work on it for the organisation that leads the case. */
        LEAD,
        /** They work on it under a referral. */
        REFERRAL,
        /** A step of her plan that they took. */
        STEP,
        /** What they promised for a hearing to come. */
        PROMISE
    }

    /**
     * One piece of work.
     *
     * @param code the code of the case
     */
    public record PieceOfWork(Kind kind, CaseId caseId, String code, LocalDate dueOn) {}

    /** Somebody is away, and they cover. */
    public record Covering(AbsenceId id, String workerName, Instant from, Instant until) {}

    /** Somebody of the teams who works here by name. */
    public record Successor(WorkerId id, String name) {}

    /** Whether nothing is left of it. */
    public boolean done() {
        return work.isEmpty() && covering.isEmpty();
    }
}
