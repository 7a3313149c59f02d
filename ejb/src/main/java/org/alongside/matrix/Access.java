package org.alongside.matrix;

import java.util.Arrays;

/** What a role may ever make of a kind of information, where a file is open to them at all (DOMAIN 7.2). */
public enum Access {
    /** Reads and writes the whole. */
    FULL('F', 3, 3, 1, 0),
    /** Reads the whole. */
    READ('R', 3, 3, 0, 0),
    /** Writes entries of their own work, and of the others knows only that there are some. */
    OWN('W', 1, 1, 1, 0),
    /** Reads what their work cannot do without (DOMAIN 7.3). */
    MINIMUM('M', 2, 2, 0, 0),
    /** Reads it while a consent or a legal duty opens it to them. */
    CONDITIONAL('C', 0, 3, 0, 0),
    /** Knows that there is something. */
    EXISTENCE('E', 1, 1, 0, 0),
    /** As the class of the document says. */
    BY_DOCUMENT('*', 3, 3, 1, 0),
    /** Reads figures about many people. */
    AGGREGATE('A', 0, 0, 0, 1),
    /** Prepares such figures. */
    PREPARE('P', 0, 0, 0, 2),
    /** Reads in the audit who opened it, and never what it says. */
    AUDIT('L', 0, 0, 0, 1),
    /** Reads what is about themselves. */
    SELF('S', 0, 0, 0, 1),
    /** Nothing. */
    NOTHING('-', 0, 0, 0, 0);

    private final char letter;
    private final int[] reach;

    /** @param reach how deep a lead sees, how deep under a consent, whether it writes, and how much of what is no file */
    Access(char letter, int... reach) {
        this.letter = letter;
        this.reach = reach;
    }

    /** The letter of DOMAIN 7.2, as the database keeps it. */
    public char letter() {
        return letter;
    }

    /** The access of that letter. */
    public static Access of(char letter) {
        return Arrays.stream(values())
                .filter(one -> one.letter == letter)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No letter " + letter));
    }

    /** What it means to go from this to another. */
    public Effect to(Access after) {
        boolean more = false;
        boolean less = false;
        for (int at = 0; at < reach.length; at++) {
            more |= after.reach[at] > reach[at];
            less |= after.reach[at] < reach[at];
        }
        return more ? less ? Effect.BOTH : Effect.OPENS : Effect.CLOSES;
    }

    /** Whether a change lets a role reach more, less, or more of one thing and less of another. */
    public enum Effect {
        OPENS,
        CLOSES,
        BOTH
    }
}
