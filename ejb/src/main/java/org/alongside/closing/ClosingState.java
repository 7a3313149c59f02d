package org.alongside.closing;

/** Where a proposal to close stands. */
public enum ClosingState {
    PROPOSED,
    WITHDRAWN,
    SENT_BACK,
    APPROVED
}
