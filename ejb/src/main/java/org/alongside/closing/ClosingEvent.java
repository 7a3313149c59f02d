package org.alongside.closing;

import java.time.Instant;
import org.alongside.shared.CaseId;
import org.alongside.shared.OrganisationId;

/** What happened towards the closing or reopening of a case: ids and instants only, told inside its transaction. */
public sealed interface ClosingEvent {
    CaseId caseId();

    /** @param approveBy by when a supervisor is asked to decide */
    record ClosingProposed(CaseId caseId, Instant approveBy) implements ClosingEvent {}

    /** @param changeBy by when the caseworker is asked to propose it anew or to leave the case open */
    record ClosingSentBack(CaseId caseId, Instant changeBy) implements ClosingEvent {}

    /** The caseworker took the proposal back. */
    record ClosingWithdrawn(CaseId caseId) implements ClosingEvent {}

    /** @param followUp whether she agreed to be asked later how she is */
    record CaseClosed(CaseId caseId, boolean followUp) implements ClosingEvent {}

    /** @param takeUpBy by when a supervisor is asked to see to it */
    record CaseReopened(CaseId caseId, OrganisationId lead, Instant takeUpBy) implements ClosingEvent {}

    /** A supervisor saw to it. */
    record ReopenedTakenUp(CaseId caseId) implements ClosingEvent {}
}
