package org.alongside.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.persistence.OptimisticLockException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.alongside.web.frame.Text;

/** Finds out what an exception means to the one who asked, and puts it into the words of their language. */
final class Diagnosis {

    private final Text text;
    private final boolean hasBody;

    /**
     * @param locale the language to answer in
     * @param hasBody whether the request has a body, to which reasons point
     */
    Diagnosis(Locale locale, boolean hasBody) {
        this.text = new Text(locale);
        this.hasBody = hasBody;
    }

    /** The problem, where the exception is one that is foreseen; empty: a fault of ours. */
    Optional<Problem> of(Throwable thrown) {
        return cause(Refusal.class, thrown)
                .map(this::refused)
                .or(() -> cause(Unacceptable.class, thrown).map(this::unacceptable))
                .or(() -> cause(StreamReadException.class, thrown)
                        .map(JsonFault::unreadable)
                        .map(this::unacceptable))
                .or(() -> cause(StreamConstraintsException.class, thrown)
                        .map(JsonFault::excessive)
                        .map(this::unacceptable))
                .or(() -> cause(JsonMappingException.class, thrown)
                        .map(JsonFault::misfit)
                        .map(this::unacceptable))
                .or(() -> cause(JsonProcessingException.class, thrown).map(other -> plain(400, "unreadable")))
                .or(() -> cause(OptimisticLockException.class, thrown)
                        .map(lost -> refused(Refusal.stale("changed-meanwhile"))))
                .or(() -> Sql.stateIn(thrown).flatMap(this::database));
    }

    /** A problem that has no more to say than its status. */
    Problem ofStatus(int status) {
        return switch (status) {
            case 400 -> plain(400, "unreadable");
            case 401 -> plain(401, "unauthenticated");
            case 403 -> plain(403, "not-allowed");
            case 404 -> refused(Refusal.notThere());
            case 405 -> plain(405, "method");
            case 406 -> plain(406, "not-acceptable");
            case 413 -> plain(413, "too-large");
            case 415 -> plain(415, "media-type");
            case 503 -> plain(503, "away");
            default -> status < 500 ? plain(status, "unreadable") : plain(status, "failed");
        };
    }

    private Problem refused(Refusal refusal) {
        List<Reason> reasons = refusal.reasons();
        return switch (refusal.kind()) {
            case NOT_THERE -> new Problem("/problems/not-there", title("not-there"), 404, null, List.of());
            case INVALID -> refused(422, "invalid", "invalid", reasons);
            case NOT_ALLOWED -> refused(403, type("not-allowed", reasons), "not-allowed", reasons);
            case WRONG_STATE -> refused(409, type("wrong-state", reasons), "wrong-state", reasons);
            case STALE -> refused(412, type("stale", reasons), "stale", reasons);
        };
    }

    private Problem refused(int status, String type, String title, List<Reason> reasons) {
        List<Problem.Reason> told = reasons.stream()
                .map(reason -> told(Place.of(reason.field(), hasBody), reason.code(), reason.values()))
                .toList();
        return new Problem("/problems/" + type, title(title), status, detail(title, told), told);
    }

    private Problem unacceptable(Unacceptable request) {
        String type = request.kind().type();
        List<Problem.Reason> told = request.reasons().stream()
                .map(at -> told(at.place(), at.code(), List.of(at.values())))
                .toList();
        return new Problem("/problems/" + type, title(type), request.kind().status(), detail(type, told), told);
    }

    /** What the database says when it cannot work now; whatever else it says is a fault of ours. */
    private Optional<Problem> database(String state) {
        boolean beaten = state.equals("40001") || state.equals("40P01") || state.equals("55P03");
        boolean away = Sql.away(state);
        if (state.equals("23505")) {
            return Optional.of(refused(Refusal.wrongState("changed-meanwhile")));
        }
        return beaten || away ? Optional.of(plain(503, beaten ? "busy" : "away")) : Optional.empty();
    }

    private Problem plain(int status, String type) {
        return new Problem("/problems/" + type, title(type), status, null, List.of());
    }

    private Problem.Reason told(Place place, String code, List<Object> values) {
        return new Problem.Reason(
                place.in() == Place.In.BODY ? place.name() : null,
                place.in() == Place.In.PARAMETER ? place.name() : null,
                place.in() == Place.In.HEADER ? place.name() : null,
                code,
                words(code, values),
                values.stream().map(Diagnosis::plainly).toList());
    }

    private String words(String code, List<Object> values) {
        return Stream.of("problem.reason." + code, "reason." + code)
                .filter(text::containsKey)
                .findFirst()
                .map(key -> text.of(key, values.toArray()))
                .orElse(null);
    }

    private String title(String type) {
        return text.get("problem." + type);
    }

    /** One reason that belongs nowhere in particular is what the problem is about; several are told one by one. */
    private String detail(String type, List<Problem.Reason> told) {
        return told.size() == 1
                ? told.get(0).detail()
                : text.containsKey("problem." + type + ".detail") ? text.get("problem." + type + ".detail") : null;
    }

    private static String type(String otherwise, List<Reason> reasons) {
        return reasons.size() == 1 ? reasons.get(0).code() : otherwise;
    }

    private static Object plainly(Object value) {
        return value instanceof Number || value instanceof Boolean ? value : String.valueOf(value);
    }

    private static <T extends Throwable> Optional<T> cause(Class<T> type, Throwable thrown) {
        return Stream.iterate(thrown, one -> one != null, Throwable::getCause)
                .limit(30)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
