package org.alongside.emergency;

import java.time.Instant;
import java.util.List;
import org.alongside.shared.EmergencyAccessId;
import org.alongside.shared.OrganisationId;

/** What happened to an emergency access: ids, codes and instants only, told inside its transaction. */
public sealed interface EmergencyEvent {
    EmergencyAccessId id();

    /**
     * Somebody asked and a second person is to decide.
     *
     * @param house the organisation whose people are asked to agree
     * @param lapsesAt until when they can
     */
    record AccessAsked(EmergencyAccessId id, OrganisationId house, Instant lapsesAt) implements EmergencyEvent {}

    /** A second person said no, or agreed and no file was opened. */
    record NothingOpened(EmergencyAccessId id) implements EmergencyEvent {}

    /**
     * A file is open.
     *
     * @param house the organisation of whoever asked
     * @param lead who leads the case
     * @param atOnce whether it was opened when it was asked for, because life is in danger
     * @param reviewers the organisations of data protection officers
     * @param overseers the organisations that coordinate, to see that it is reviewed
     * @param administrators the organisations of administrators
     * @param reviewBy by when it is reviewed
     * @param tellBy by when she is told
     */
    record AccessOpened(
            EmergencyAccessId id,
            OrganisationId house,
            OrganisationId lead,
            boolean atOnce,
            List<OrganisationId> reviewers,
            List<OrganisationId> overseers,
            List<OrganisationId> administrators,
            Instant reviewBy,
            Instant tellBy)
            implements EmergencyEvent {}

    /** What was asked was taken back before anybody agreed. */
    record AskingTakenBack(EmergencyAccessId id) implements EmergencyEvent {}

    /** It was reviewed. */
    record AccessReviewed(EmergencyAccessId id, boolean misuse) implements EmergencyEvent {}

    /** She, or her guardian, was told. */
    record SurvivorTold(EmergencyAccessId id) implements EmergencyEvent {}

    /**
     * She could not be told yet.
     *
     * @param lookAgainAt when it is asked again
     * @param tellBy by when it is to be answered then
     */
    record NotToldYet(EmergencyAccessId id, Instant lookAgainAt, Instant tellBy) implements EmergencyEvent {}

    /** One of those who are told of a misuse has seen it. */
    record MisuseSeen(EmergencyAccessId id, boolean administrator) implements EmergencyEvent {}
}
