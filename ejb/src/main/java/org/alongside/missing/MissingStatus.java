package org.alongside.missing;

/** How far it is (machine MISSING of state_transitions), from its instants. */
public enum MissingStatus {
    /** Nobody knows where she is, and nothing is done yet. */
    ABSENT,
    /** She is looked for. */
    SEARCH,
    /** The police know. */
    REPORTED,
    /** She is found. */
    LOCATED,
    /** The time is over and she was not found; the alert stays. */
    UNRESOLVED
}
