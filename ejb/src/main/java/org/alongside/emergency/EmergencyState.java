package org.alongside.emergency;

/** How far an emergency access is, from its facts at an instant. */
public enum EmergencyState {
    /** A second person is asked. */
    ASKED,
    /** A second person said no. */
    REFUSED,
    /** Nobody answered in time. */
    LAPSED,
    /** Whoever asked took it back. */
    TAKEN_BACK,
    /** Agreed to, or life was in danger, and no file was opened: there is none by that code, or it is closed to who asked. */
    NOTHING_OPENED,
    /** The file is open. */
    OPEN,
    /** It was open. */
    OVER
}
