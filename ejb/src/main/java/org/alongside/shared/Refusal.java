package org.alongside.shared;

import jakarta.ejb.ApplicationException;
import java.util.List;

/**
 * A door says no, with reasons that are fit to show; the transaction is rolled back.
 * It never carries anything personal: codes and field names only. The words stand in the web module's bundles.
 */
@ApplicationException(rollback = true)
public final class Refusal extends RuntimeException {
    /** What a refusal means to the one who asked. */
    public enum Kind {
        /** Not theirs, or not there at all; the two are never told apart (HTTP 404). */
        NOT_THERE,
        /** Theirs, and not allowed now, with a reason they can act on (HTTP 403). */
        NOT_ALLOWED,
        /** A field, a code, an order of dates or a combination is wrong (HTTP 422). */
        INVALID,
        /** The state of the thing does not allow it any more, for example already accepted (HTTP 409). */
        WRONG_STATE,
        /** Somebody changed it meanwhile; the reason says what (HTTP 412). */
        STALE
    }

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final transient List<Reason> reasons;

    public Refusal(Kind kind, List<Reason> reasons) {
        super(kind + " " + reasons.stream().map(Reason::code).toList(), null, false, false);
        this.kind = kind;
        this.reasons = List.copyOf(reasons);
    }

    public Kind kind() {
        return kind;
    }

    public List<Reason> reasons() {
        return reasons;
    }

    /** One field is wrong. */
    public static Refusal invalid(String field, String code, Object... values) {
        return new Refusal(Kind.INVALID, List.of(Reason.at(field, code, values)));
    }

    /** Not theirs or not there. */
    public static Refusal notThere() {
        return new Refusal(Kind.NOT_THERE, List.of(Reason.of("not-there")));
    }

    public static Refusal notAllowed(String code, Object... values) {
        return new Refusal(Kind.NOT_ALLOWED, List.of(Reason.of(code, values)));
    }

    public static Refusal wrongState(String code, Object... values) {
        return new Refusal(Kind.WRONG_STATE, List.of(Reason.of(code, values)));
    }

    public static Refusal stale(String code, Object... values) {
        return new Refusal(Kind.STALE, List.of(Reason.of(code, values)));
    }
}
