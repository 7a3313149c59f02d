package org.alongside.careplan;

import java.time.Instant;
import java.util.UUID;
import org.alongside.shared.OrganisationId;

/** What happened on the way of a plan: ids and instants only, told inside its transaction. */
public sealed interface PlanEvent {
    /** The id of the plan. */
    UUID plan();

    /** There is a plan from now on. */
    record PlanBegun(UUID plan, OrganisationId lead) implements PlanEvent {}

    /**
     * When it is looked at again was set, or set anew.
     *
     * @param askAt from when the lead is asked, UTC
     * @param reviewBy by when it is to be done, UTC
     */
    record ReviewSet(UUID plan, Instant askAt, Instant reviewBy) implements PlanEvent {}

    /** It was looked at, asked for or not; a new time is set right after. */
    record PlanReviewed(UUID plan) implements PlanEvent {}

    /** A supervisor is asked to agree to it, by then. */
    record ApprovalAsked(UUID plan, Instant approveBy) implements PlanEvent {}

    /** A supervisor agreed. */
    record PlanApproved(UUID plan) implements PlanEvent {}

    /** A supervisor sent it back; {@code changeBy}: by when the lead is asked to change it. */
    record PlanSentBack(UUID plan, Instant changeBy) implements PlanEvent {}

    /** It ended with its case: nothing is asked about it any more. */
    record PlanEnded(UUID plan) implements PlanEvent {}
}
