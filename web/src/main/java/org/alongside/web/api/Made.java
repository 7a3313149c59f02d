package org.alongside.web.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The id of what was made. */
@Schema(
        description =
                "The id of what was made; repeated with the same Idempotency-Key, the id of what was made the first time")
public record Made(UUID id) {

    /** The answer 201 with the address of what was made. */
    static Response at(String collection, UUID id) {
        return Response.created(
                        UriBuilder.fromPath(collection).path(id.toString()).build())
                .entity(new Made(id))
                .build();
    }
}
