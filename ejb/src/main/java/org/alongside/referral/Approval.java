package org.alongside.referral;

/** Whether a second person of the sender looks at a referral, and when. */
public enum Approval {
    /** Not asked for. */
    NONE,
    /** Before it is sent: a child's referral, one to police or prosecution, or where the sender asks for it always. */
    BEFORE,
    /** An emergency to shelter or health goes at once and is reviewed afterwards. */
    AFTER
}
