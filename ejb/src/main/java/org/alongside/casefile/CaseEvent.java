package org.alongside.casefile;

import java.time.Instant;
import org.alongside.shared.CaseId;
import org.alongside.shared.OrganisationId;

/** What happened to a case: ids, codes and instants only, told inside the transaction in which it happened. */
public sealed interface CaseEvent {
    CaseId caseId();

    Instant at();

    /** A file was opened with consent; its process begins here. {@code childLane}: the child authority is to be notified. */
    record CaseOpened(CaseId caseId, OrganisationId lead, boolean childLane, boolean inDanger, Instant at)
            implements CaseEvent {}

    /** The notification of the child authority was recorded. */
    record ChildAuthorityNotified(CaseId caseId, Instant at) implements CaseEvent {}
}
