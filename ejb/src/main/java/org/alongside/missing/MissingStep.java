package org.alongside.missing;

/** Something that is done while somebody is missing and can be done again: the first time counts for its clock. */
public enum MissingStep {
    /** Somebody looked for her, or tried to reach her: ABSENT becomes SEARCH. */
    SEARCHED,
    /** Somebody tried the channel that is safe for her (DL25); who leads knows it. */
    SAFE_CHANNEL_TRIED,
    /** Those who work for her have met (DL24). */
    CONFERENCE_HELD
}
