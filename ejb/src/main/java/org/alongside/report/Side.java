package org.alongside.report;

/** Which referrals of an organisation are looked at. */
public enum Side {
    /** Those of everybody. */
    ALL,
    /** What it asked of others. */
    SENT,
    /** What others asked of it. */
    RECEIVED
}
