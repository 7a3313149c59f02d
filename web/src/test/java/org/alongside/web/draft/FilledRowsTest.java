package org.alongside.web.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.alongside.shared.Check;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;
import org.junit.jupiter.api.Test;

/** What is said of a row stands beside the row of the form in which it was typed. */
class FilledRowsTest {
    @Test
    void a_reason_goes_back_to_its_row_past_those_that_were_left_empty() {
        FilledRows rows = new FilledRows("lines");
        rows.add(1);
        rows.add(4);
        Refusal refusal = catchThrowableOfType(
                Refusal.class,
                () -> rows.send(() -> new Check()
                        .that(false, "lines.0.words", "missing")
                        .that(false, "lines.1.words", "too-long", 500)
                        .that(false, "lines", "missing")
                        .that(false, "words", "missing")
                        .orRefuse()));
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
        assertThat(refusal.reasons())
                .containsExactly(
                        Reason.at("lines.1.words", "missing"),
                        Reason.at("lines.4.words", "too-long", 500),
                        Reason.at("lines", "missing"),
                        Reason.at("words", "missing"));
    }
}
