package org.alongside.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What went wrong, as RFC 9457 tells it to programs; it never repeats what was sent. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "What went wrong (RFC 9457). Nothing that was sent is repeated in it.")
public record Problem(
        @Schema(
                description = "Which problem it is, as a relative reference that never changes its meaning",
                examples = "/problems/invalid",
                required = true)
        String type,

        @Schema(description = "The type in words, in the language of Accept-Language", required = true)
        String title,

        @Schema(description = "The HTTP status", required = true)
        int status,

        @Schema(description = "What happened this time and what to do, in words")
        String detail,

        @Schema(description = "Every reason, where there are any")
        List<Reason> errors) {

    /** The media type of every problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final ObjectMapper JSON = new ObjectMapper();

    public Problem {
        errors = List.copyOf(errors);
    }

    /** As JSON in UTF-8. */
    byte[] json() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** One reason, and where it belongs: in the body, in a parameter, in a header, or nowhere in particular. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ProblemReason", description = "One reason of a problem")
    public record Reason(
            @Schema(description = "Where in the body, as a JSON pointer (RFC 6901)", examples = "/name/preferred")
            String pointer,

            @Schema(description = "Which parameter of the address", examples = "limit")
            String parameter,

            @Schema(description = "Which header", examples = "Idempotency-Key")
            String header,

            @Schema(description = "The reason for programs", examples = "too-long", required = true)
            String code,

            @Schema(description = "The reason in words") String detail,

            @Schema(description = "What the reason mentions: limits, codes, instants or names of fields")
            @JsonInclude(JsonInclude.Include.NON_EMPTY)
            List<Object> values) {}
}
