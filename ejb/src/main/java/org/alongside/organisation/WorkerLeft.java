package org.alongside.organisation;

import org.alongside.shared.WorkerId;

/** A worker works here no more. */
public record WorkerLeft(WorkerId worker) {}
