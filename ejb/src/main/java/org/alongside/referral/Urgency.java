package org.alongside.referral;

/** How soon an answer is needed (code list referral_urgency); the hours stand in a decision table that coordinators own. */
public enum Urgency {
    EMERGENCY,
    URGENT,
    PRIORITY,
    ROUTINE
}
