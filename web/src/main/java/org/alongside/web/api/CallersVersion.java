package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.alongside.access.ExpectedVersion;

/** Tells a door which version the caller has before them; the door holds it against what there is. */
@RequestScoped
public class CallersVersion {
    @Inject
    private ExpectedVersion expected;

    /**
     * The same door.
     *
     * @param ifMatch the header, or null where the caller says nothing; refused unless it is one strong tag
     */
    <D> D on(String ifMatch, D door) {
        Versions.optional(ifMatch).ifPresent(expected::set);
        return door;
    }
}
