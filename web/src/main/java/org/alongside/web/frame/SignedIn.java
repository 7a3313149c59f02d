package org.alongside.web.frame;

import java.util.Map;
import java.util.Optional;

/** The one seam to sign-in: who is here, and how much waits for them at each place. */
public interface SignedIn {
    /** The person of this request; empty on pages that are open to all. */
    Optional<Person> person();

    /** How many things wait, by place; a place without an entry shows no number. */
    Map<Place, Integer> waiting();
}
