package org.alongside.handover;

/** Where an offer of the lead stands (code list handover_state). */
public enum HandoverState {
    /** A caseworker offers it; no supervisor has let it go out. */
    PROPOSED,
    /** A supervisor wants something changed first. */
    SENT_BACK,
    /** It waits for the other organisation; the old lead is responsible. */
    OFFERED,
    /** The lead has moved. */
    ACCEPTED,
    DECLINED,
    /** Nobody answered in time. */
    EXPIRED,
    WITHDRAWN;

    boolean undecided() {
        return this == PROPOSED || this == OFFERED;
    }
}
