package org.alongside.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ejb.EJBException;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.alongside.shared.Check;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;
import org.alongside.web.problem.Unacceptable.At;
import org.alongside.web.problem.Unacceptable.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way in which a request can fail is told as the right problem, and never with what was sent. */
class DiagnosisTest {

    private final Diagnosis english = new Diagnosis(Locale.ENGLISH, true);

    @ParameterizedTest
    @CsvSource({
        "NOT_THERE, 404, /problems/not-there",
        "NOT_ALLOWED, 403, /problems/own-request",
        "INVALID, 422, /problems/invalid",
        "WRONG_STATE, 409, /problems/own-request",
        "STALE, 412, /problems/own-request"
    })
    void each_kind_of_refusal_has_its_status(Refusal.Kind kind, int status, String type) {
        Problem problem = told(new Refusal(kind, List.of(Reason.of("own-request"))));

        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.type()).isEqualTo(type);
    }

    @Test
    void what_is_not_there_says_nothing_else_whatever_it_was() {
        assertThat(told(Refusal.notThere()))
                .isEqualTo(told(new Refusal(Refusal.Kind.NOT_THERE, List.of(Reason.at("service", "secret", 1)))))
                .isEqualTo(english.ofStatus(404));
    }

    @Test
    void every_field_is_pointed_at() {
        Problem problem = told(refused(new Check()
                .that(false, "child.excluded.0.relation", "unknown-code")
                .that(false, "name.preferred", "too-long", 80)
                .that(false, "Idempotency-Key", "unknown-key")));

        assertThat(problem.errors())
                .extracting(Problem.Reason::pointer)
                .containsExactly("/child/excluded/0/relation", "/name/preferred", null);
        assertThat(problem.errors().get(2).header()).isEqualTo("Idempotency-Key");
        assertThat(problem.errors().get(1).values()).containsExactly(80);
        assertThat(problem.errors().get(1).detail()).contains("80");
    }

    @Test
    void without_a_body_fields_are_parameters() {
        Problem problem = new Diagnosis(Locale.ENGLISH, false)
                .of(refused(new Check().that(false, "cursor", "unknown-cursor")))
                .orElseThrow();

        assertThat(problem.errors().get(0).parameter()).isEqualTo("cursor");
        assertThat(problem.errors().get(0).pointer()).isNull();
    }

    @Test
    void a_refusal_is_found_behind_what_the_container_puts_around_it() {
        assertThat(told(new EJBException(new IllegalStateException(Refusal.notAllowed("own-request"))))
                        .status())
                .isEqualTo(403);
        assertThat(told(new EJBException(new RuntimeException(new OptimisticLockException("row"))))
                        .status())
                .isEqualTo(412);
    }

    @ParameterizedTest
    @CsvSource({"40001, 503", "40P01, 503", "55P03, 503", "08006, 503", "57P01, 503", "53300, 503", "23505, 409"})
    void what_the_database_cannot_do_now_can_be_tried_again(String state, int status) {
        assertThat(told(new EJBException(new RuntimeException(new SQLException("row (Lale)", state))))
                        .status())
                .isEqualTo(status);
    }

    @Test
    void a_database_that_cannot_even_be_asked_is_away() {
        assertThat(told(new RuntimeException(new SQLException("no connection"))).type())
                .isEqualTo("/problems/away");
    }

    @Test
    void whatever_else_the_database_says_is_a_fault_of_ours() {
        assertThat(english.of(new RuntimeException(new SQLException("", "42501"))))
                .isEmpty();
        assertThat(english.of(new NullPointerException())).isEmpty();
    }

    @Test
    void a_fault_is_logged_without_its_words() {
        Throwable fault = new IllegalStateException("Lale lives in Harbour", new SQLException("value Lale"));

        assertThat(Fault.describe(fault))
                .contains("IllegalStateException", "caused by java.sql.SQLException", "DiagnosisTest")
                .doesNotContain("Lale", "Harbour");
    }

    @Test
    void reasons_are_told_in_the_language_of_the_one_who_asks() {
        Problem arabic = new Diagnosis(Locale.forLanguageTag("ar"), true)
                .of(refused(new Check().text("", "reason", 10)))
                .orElseThrow();

        assertThat(arabic.title())
                .isNotEqualTo(told(refused(new Check().text("", "reason", 10))).title());
        assertThat(arabic.errors().get(0).code()).isEqualTo("missing");
        assertThat(arabic.errors().get(0).detail()).matches(".*\\p{IsArabic}.*");
    }

    @Test
    void as_json_it_has_the_members_of_the_standard_and_none_that_are_empty() throws Exception {
        JsonNode plain = new ObjectMapper().readTree(english.ofStatus(405).json());
        assertThat(plain.fieldNames()).toIterable().containsExactly("type", "title", "status");

        JsonNode pointed = new ObjectMapper()
                .readTree(told(new Unacceptable(Kind.UNREADABLE, new At(Place.body(""), "body-missing")))
                        .json());
        assertThat(pointed.at("/errors/0/pointer").asText("none")).isEmpty();
        assertThat(pointed.at("/errors/0/code").asText()).isEqualTo("body-missing");
    }

    @Test
    void every_problem_has_a_title_in_words() {
        for (int status : List.of(400, 401, 403, 404, 405, 406, 413, 415, 418, 500, 502, 503)) {
            assertThat(english.ofStatus(status).title()).as("" + status).doesNotContain("⟦");
        }
        for (Kind kind : Kind.values()) {
            assertThat(told(new Unacceptable(kind)).title()).as(kind.name()).doesNotContain("⟦");
        }
    }

    @Test
    void a_pointer_escapes_what_it_is_made_of() {
        assertThat(Place.pointer("a/b", "m~n", "0")).isEqualTo("/a~1b/m~0n/0");
    }

    private Problem told(Throwable thrown) {
        return english.of(thrown).orElseThrow();
    }

    private static Refusal refused(Check check) {
        try {
            check.orRefuse();
        } catch (Refusal refusal) {
            return refusal;
        }
        throw new AssertionError(Optional.empty());
    }
}
