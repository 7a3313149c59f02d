package org.alongside.guardian;

import org.alongside.shared.OrganisationId;
import org.alongside.shared.WorkerId;

/** Somebody who can be named as the guardian who signs in. */
public record GuardianWorker(WorkerId id, String name, OrganisationId organisation, String organisationName) {}
