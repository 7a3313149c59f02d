package org.alongside.organisation;

import org.alongside.shared.WorkerId;

/** Something about a worker is to be told to the identity provider: a login to make, roles to change, or a login to close. */
public record LoginAsked(WorkerId worker) {}
