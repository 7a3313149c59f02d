package org.alongside.web.frame;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one seam to sign-in: who is here, and how much waits for them at each place. */
public interface SignedIn {
    /** As far as what waits is counted. */
    int COUNTED = 200;

    /** The person of this request; empty on pages that are open to all. */
    Optional<Person> person();

    /** What they have open in an emergency now: said on every page until it ends. */
    List<Emergency> emergencies();

    /** How many things wait, by place, told as far as {@link #COUNTED}; a place without an entry shows no number. */
    Map<Place, Integer> waiting();

    /**
     * A file that is open for a few hours.
     *
     * @param id of the emergency access
     * @param caseId of the file
     * @param code of the case
     */
    record Emergency(String id, String caseId, String code, Instant since, Instant until) {}
}
