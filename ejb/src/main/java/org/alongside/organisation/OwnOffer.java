package org.alongside.organisation;

import java.time.Instant;
import java.util.Optional;
import org.alongside.shared.ServiceId;

/**
 * A service of the caller's own organisation, as it is described and may be described anew.
 *
 * @param capacityToldAt when the capacity was last said
 * @param withdrawnAt when it was taken out of the directory, if it was
 * @param version grows with every change
 */
public record OwnOffer(
        ServiceId id,
        NewService described,
        Optional<Instant> capacityToldAt,
        Optional<Instant> withdrawnAt,
        int version) {}
