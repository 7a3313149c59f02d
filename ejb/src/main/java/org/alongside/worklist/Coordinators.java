package org.alongside.worklist;

import java.util.List;
import org.alongside.shared.OrganisationId;

/** Port to the directory: the organisations that coordinate, whose coordinators look at what others leave unanswered. */
public interface Coordinators {
    /** Every coordinating organisation that is active; empty where none is known. */
    List<OrganisationId> all();
}
