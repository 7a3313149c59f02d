package org.alongside.careplan;

/** Where a step stands (code list action_step_status), derived from its facts and never set by hand. */
public enum StepStatus {
    PLANNED,
    IN_PROGRESS,
    BLOCKED,
    DONE,
    CANCELLED;

    /** Whether something is still to be done about it. */
    public boolean isOpen() {
        return this != DONE && this != CANCELLED;
    }
}
