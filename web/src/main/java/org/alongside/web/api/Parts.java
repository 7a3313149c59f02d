package org.alongside.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.servlet.http.HttpServletRequest;
import org.alongside.web.document.HandedInFilter;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Reads the record of a body that comes in parts as strictly as any other. */
final class Parts {
    static final String MEDIA_TYPE = "multipart/form-data";

    private Parts() {}

    /** The part of that name, as JSON; refused as missing where it is not there. */
    static <T> T read(HttpServletRequest request, String name, Class<T> type) throws JsonProcessingException {
        T read = Json.mapper().readValue(HandedInFilter.field(request, name).orElseThrow(BodyGuard::missing), type);
        if (read == null) {
            throw BodyGuard.missing();
        }
        return read;
    }

    /**
     * A document with its file.
     *
     * @param document what is said of it, as JSON
     * @param file the file, with its name
     */
    @Schema(name = "DocumentInParts")
    record DocumentInParts(
            org.alongside.document.NewDocument document,
            @Schema(format = "binary") String file) {}

    /**
     * A version with its file.
     *
     * @param version what is said of it, as JSON
     * @param file the file, with its name
     */
    @Schema(name = "VersionInParts")
    record VersionInParts(
            org.alongside.document.NewDocument.NewVersion version,
            @Schema(format = "binary") String file) {}
}
