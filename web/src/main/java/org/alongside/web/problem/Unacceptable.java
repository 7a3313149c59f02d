package org.alongside.web.problem;

import java.util.List;

/** A request that no door is asked about, because it is not what the API says it must be; it carries codes and places only. */
public final class Unacceptable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Kind kind;
    private final transient List<At> reasons;

    /** What the whole request is refused as. */
    public enum Kind {
        /** It cannot be read. */
        UNREADABLE(400, "unreadable"),
        /** It can be read, and what it says is wrong. */
        INVALID(422, "invalid"),
        /** It is too large. */
        TOO_LARGE(413, "too-large"),
        /** It does not say what it is based on. */
        UNBASED(428, "precondition-required");

        private final int status;
        private final String type;

        Kind(int status, String type) {
            this.status = status;
            this.type = type;
        }

        int status() {
            return status;
        }

        String type() {
            return type;
        }
    }

    /** A reason and where it belongs. */
    public record At(Place place, String code, Object... values) {}

    public Unacceptable(Kind kind, At... reasons) {
        super(kind.type(), null, false, false);
        this.kind = kind;
        this.reasons = List.of(reasons);
    }

    Kind kind() {
        return kind;
    }

    List<At> reasons() {
        return reasons;
    }
}
