package org.alongside.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.function.Function;
import org.alongside.setup.Care.On;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;

/**
 * The door of one feature for whoever asks, each act a transaction of its own.
 *
 * @param opened makes the door in a transaction
 */
public record Door<S>(Care care, Function<On, S> opened) {
    private static final Duration HOUR = Duration.ofHours(1);

    @FunctionalInterface
    public interface Deed<S> {
        void in(S door) throws Exception;
    }

    public void does(Who who, Duration later, Deed<S> deed) throws Exception {
        care.as(who, later, on -> {
            deed.in(opened.apply(on));
            return null;
        });
    }

    /** Why it is refused: the field, if it is about one, and the first reason. */
    public String reason(Who who, Duration later, Deed<S> deed) {
        Refusal refused = catchThrowableOfType(Refusal.class, () -> does(who, later, deed));
        assertThat(refused).as("refused").isNotNull();
        Reason why = refused.reasons().get(0);
        return (why.field().isEmpty() ? "" : why.field() + " ") + why.code();
    }

    /** Why it is refused after an hour. */
    public String reason(Who who, Deed<S> deed) {
        return reason(who, HOUR, deed);
    }
}
