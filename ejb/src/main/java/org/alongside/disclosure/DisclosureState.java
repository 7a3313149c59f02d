package org.alongside.disclosure;

/** How far a disclosure is, from its facts. */
public enum DisclosureState {
    /** Somebody is asked to agree. */
    PROPOSED,
    /** Everybody agreed; the recipient is to be told. */
    AGREED,
    /** Somebody said no. */
    REFUSED,
    /** The lead took it back. */
    TAKEN_BACK,
    /** The recipient was told. */
    DISCLOSED
}
