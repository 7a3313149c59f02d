package org.alongside.disclosure;

import java.time.Instant;
import java.util.List;
import org.alongside.shared.CaseId;
import org.alongside.shared.DisclosureId;
import org.alongside.shared.OrganisationId;

/** What happened to a disclosure without consent: ids, codes and instants only, told inside its transaction. */
public sealed interface DisclosureEvent {
    DisclosureId id();

    /**
     * It was proposed, and the first who is to agree is asked.
     *
     * @param lead who leads the case
     * @param asked who is asked
     * @param urgent whether life is in danger
     */
    record DisclosureProposed(DisclosureId id, OrganisationId lead, Asked asked, boolean urgent)
            implements DisclosureEvent {}

    /** One agreed, and the next one is asked. */
    record OneAgreed(DisclosureId id, Asked asked) implements DisclosureEvent {}

    /**
     * Everybody agreed, and with that it was told by this product itself.
     *
     * @param tellBy by when she is to be told
     */
    record ToldByItself(DisclosureId id, Instant tellBy) implements DisclosureEvent {}

    /** The lead of the case moved while it waited: others are asked now. */
    record OthersAsked(DisclosureId id, Asked asked) implements DisclosureEvent {}

    /** @param makeBy by when the recipient is to be told, or the proposal taken back */
    record AllAgreed(DisclosureId id, Instant makeBy) implements DisclosureEvent {}

    /** It was refused or taken back. */
    record NothingDisclosed(DisclosureId id, CaseId caseId) implements DisclosureEvent {}

    /**
     * The recipient was told.
     *
     * @param told whether she knows already
     * @param tellBy by when she is to be told
     */
    record DisclosureMade(DisclosureId id, boolean told, Instant tellBy) implements DisclosureEvent {}

    /** She knows. */
    record ToldOfDisclosure(DisclosureId id) implements DisclosureEvent {}

    /**
     * She could not be told yet.
     *
     * @param lookAgainAt when it is asked again
     * @param tellBy by when she is to be told then
     */
    record NotToldOfDisclosure(DisclosureId id, Instant lookAgainAt, Instant tellBy) implements DisclosureEvent {}

    /**
     * Who is asked to agree.
     *
     * @param role code of user_role
     * @param houses where they work
     * @param by until when they are to answer
     */
    record Asked(String role, List<OrganisationId> houses, Instant by) {}
}
