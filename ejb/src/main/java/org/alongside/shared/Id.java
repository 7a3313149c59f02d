package org.alongside.shared;

import java.util.UUID;

/** A typed id: what the audit notes of something, whatever kind of thing it is. */
public interface Id {
    UUID value();
}
