package org.alongside.careplan;

/** Whether a supervisor agrees to a plan. */
public enum ApprovalState {
    /** Neither a child's nor at high risk. */
    NOT_NEEDED,
    NEEDED,
    ASKED,
    APPROVED,
    /** Approved, and changed since. */
    CHANGED_SINCE,
    SENT_BACK
}
