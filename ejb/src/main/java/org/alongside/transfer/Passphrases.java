package org.alongside.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.alongside.shared.ExportId;

/** Passphrases from the moment they are typed until the file is packed, in memory alone: one that is lost is typed again. */
@ApplicationScoped
class Passphrases {
    private final Map<ExportId, char[]> waiting = new ConcurrentHashMap<>();

    void put(ExportId id, String passphrase) {
        waiting.put(id, passphrase.toCharArray());
    }

    /** Hands it out, once. */
    Optional<char[]> take(ExportId id) {
        return Optional.ofNullable(waiting.remove(id));
    }
}
