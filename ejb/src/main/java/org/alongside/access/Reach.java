package org.alongside.access;

import java.time.Instant;
import java.util.Optional;

/**
 * One reason why something of a file is open to the reader: a live grant, and what makes it reach them.
 *
 * @param depth how far, as deep as the reader's roles go
 * @param writes whether they also write there
 * @param basis code of the basis of the grant
 * @param giver who gave it, named to colleagues alone
 * @param giverOrganisation the organisation they work for
 * @param until when it ends; empty where no end is set
 * @param by what makes it reach the reader
 * @param team the team through which, unless it was given to the reader in person
 * @param role the role of the reader that counts here
 */
public record Reach(
        Category category,
        Depth depth,
        boolean writes,
        String basis,
        Optional<String> giver,
        String giverOrganisation,
        Instant since,
        Optional<Instant> until,
        By by,
        Optional<String> team,
        Role role) {

    /** What makes a grant reach somebody. */
    public enum By {
        /** They work on the case. */
        ASSIGNED,
        /** They belong to a shift that works on it. */
        SHIFT,
        /** They supervise whoever works on it. */
        SUPERVISES,
        /** It was given to them alone. */
        IN_PERSON
    }
}
