package org.alongside.web.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a form says so far, as pages, browsers and drafts hand it in. */
class AnswersTest {
    private final Answers answers = new Answers();

    @Test
    void an_answer_comes_back_as_it_was_typed() {
        answers.put("wish", "  I want to sleep.\n\"Here\" ");

        assertThat(Answers.of(answers.json())).isEqualTo(answers);
        assertThat(Answers.of(answers.json()).text("wish")).contains("  I want to sleep.\n\"Here\" ");
    }

    @Test
    void an_emptied_answer_is_none() {
        answers.put("wish", "a");
        answers.put("wish", " ");
        answers.put("needs", new String[] {"MEDICAL"});
        answers.put("needs", new String[0]);

        assertThat(answers).isEmpty();
    }

    @Test
    void one_of_several_boxes_is_also_several() {
        answers.take(Map.of("needs", new String[] {"MEDICAL"}));
        assertThat(answers.several("needs")).containsExactly("MEDICAL");

        answers.put("needs", new Object[] {"MEDICAL", "COUNSELLING"});
        assertThat(answers.several("needs")).containsExactly("MEDICAL", "COUNSELLING");
    }

    @Test
    void a_passphrase_is_never_kept() {
        answers.take(Map.of(
                "passphrase", new String[] {"correct horse"},
                "passphraseAgain", new String[] {"correct horse"},
                "reason", new String[] {"We move."}));

        assertThat(answers).containsOnly(Map.entry("reason", "We move."));
    }

    @Test
    void a_page_changes_its_own_answers_and_no_others() {
        answers.put("name_preferred", "Maya");
        answers.put("wish", "a");

        answers.take(Map.of("wish", new String[] {"b"}));

        assertThat(answers).containsOnly(Map.entry("name_preferred", "Maya"), Map.entry("wish", "b"));
    }

    @Test
    void boxes_that_were_all_cleared_are_told_apart_from_boxes_not_asked() {
        answers.put("needs", List.of("MEDICAL"));
        answers.put("constraints", List.of("NO_GROUP"));

        answers.take(Map.of("asked", new String[] {"needs"}));

        assertThat(answers.several("needs")).isEmpty();
        assertThat(answers.several("constraints")).containsExactly("NO_GROUP");
        assertThat(answers).doesNotContainKey("asked");
    }

    @Test
    void names_that_are_no_fields_are_left_out() {
        answers.take(Map.of("jakarta.faces.ViewState", new String[] {"x"}, "<b>", new String[] {"x"}));

        assertThat(answers).isEmpty();
    }

    @Test
    void what_is_no_object_is_refused_without_showing_it() {
        assertThatThrownBy(() -> Answers.of("{\"wish\": \"a secret"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    @Test
    void a_day_and_a_time_are_read_as_browsers_send_them() {
        answers.put("dueOn", "2026-03-29");
        answers.put("opens", "08:30");
        answers.put("hearing_at", "2026-03-29T08:30");

        assertThat(answers.day("dueOn")).contains(LocalDate.of(2026, 3, 29));
        assertThat(answers.time("opens")).contains(LocalTime.of(8, 30));
        assertThat(answers.instant("hearing_at", ZoneId.of("Europe/Bucharest")))
                .contains(Instant.parse("2026-03-29T05:30:00Z"));
        assertThat(answers.day("targetOn")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tomorrow", "2026-02-30", "29.3.2026", "+12026-03-29", "08:75"})
    void what_is_no_day_and_no_time_is_refused_beside_its_field(String typed) {
        answers.put("dueOn", typed);

        assertThat(refused(() -> answers.day("dueOn"))).containsExactly(Reason.at("dueOn", "unknown-day"));
        assertThat(refused(() -> answers.time("dueOn"))).containsExactly(Reason.at("dueOn", "unknown-time"));
        assertThat(refused(() -> answers.instant("dueOn", ZoneOffset.UTC)))
                .containsExactly(Reason.at("dueOn", "unknown-day"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1250.50 | 1250.50
            1250,50 | 1250.50
            ١٢٥٠٫٥٠ | 1250.50
            1250    | 1250
            0,5     | 0.5
            """)
    void an_amount_is_read_with_a_point_or_a_comma(String typed, BigDecimal amount) {
        answers.put("amount", " " + typed + " ");

        assertThat(answers.amount("amount")).contains(amount);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.250,50", "1,250", "1.250", "-5", "1e5", "much", "5 EUR", ",", "\uD835\uDFCF\uD835\uDFD0"})
    void what_may_be_another_amount_than_was_meant_is_refused_beside_its_field(String typed) {
        answers.put("amount", typed);

        assertThat(refused(() -> answers.amount("amount"))).containsExactly(Reason.at("amount", "no-amount"));
    }

    @Test
    void a_currency_is_read_however_it_was_typed() {
        answers.put("currency", " eur");

        assertThat(answers.currency("currency")).contains("EUR");
        assertThat(answers.currency("other")).isEmpty();
    }

    private static List<Reason> refused(ThrowingCallable reading) {
        return catchThrowableOfType(Refusal.class, reading).reasons();
    }
}
