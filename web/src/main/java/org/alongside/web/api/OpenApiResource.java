package org.alongside.web.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The description of this API, made from it when it was built. */
@Path("/openapi")
@Tag(name = "Directory")
public class OpenApiResource {

    private static final String DOCUMENT = read();

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "readOpenApi", summary = "Read the description of this API (OpenAPI 3.1)")
    @APIResponse(
            responseCode = "200",
            description = "The description",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public String document() {
        return DOCUMENT;
    }

    private static String read() {
        try (InputStream document = OpenApiResource.class.getResourceAsStream("openapi.json")) {
            return new String(Objects.requireNonNull(document).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
