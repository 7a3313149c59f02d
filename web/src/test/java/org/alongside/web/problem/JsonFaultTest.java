package org.alongside.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Locale;
import org.alongside.casefile.NewCase;
import org.alongside.web.api.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A body that cannot be taken is told where and why, and never with its own words. */
class JsonFaultTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"nickname": "Lale"}                              | 422 | /nickname           | unknown-field
                    {"name": {"nick": "Lale"}}                        | 422 | /name/nick          | unknown-field
                    {"child": {"excluded": [{}, {"Lale": 1}]}}        | 422 | /child/excluded/1/Lale | unknown-field
                    {"name": "Lale"}                                  | 422 | /name               | wrong-type
                    {"name": {"preferred": 5}}                        | 422 | /name/preferred     | wrong-type
                    {"needs": ["MEDICAL", null]}                      | 422 | /needs/1            | missing
                    {"needs": ["MEDICAL", 7]}                         | 422 | /needs/1            | wrong-type
                    {"safety": {}}                                    | 422 | /safety/inDanger    | missing
                    {"safety": {"inDanger": null}}                    | 422 | /safety/inDanger    | missing
                    {"safety": {"inDanger": "Lale"}}                  | 422 | /safety/inDanger    | wrong-type
                    {"age": {"birthDate": "Lale"}}                    | 422 | /age/birthDate      | not-a-date
                    {"age": {"stated": "27"}}                         | 422 | /age/stated         | wrong-type
                    {"age": {"stated": 99999999999}}                  | 422 | /age/stated         | wrong-type
                    []                                                | 422 | ''                  | wrong-type
                    {"name": {"preferred": "Lale"                     | 400 | /name/preferred     | not-json
                    {"wish": "a", "wish": "Lale"}                     | 400 | /wish               | not-json
                    {"name": {"preferred": Lale}}                     | 400 | /name/preferred     | not-json
                    {"wish": "a"} Lale                                | 400 | ''                  | not-json
                    """)
    void a_misfit_is_pointed_at(String body, int status, String pointer, String code) {
        Problem problem = told(body);

        assertThat(problem.status()).as(problem.toString()).isEqualTo(status);
        assertThat(problem.errors()).hasSize(1);
        assertThat(problem.errors().get(0).code()).isEqualTo(code);
        assertThat(problem.errors().get(0).pointer()).isEqualTo(pointer);
        assertThat(problem.detail()).doesNotContain("Lale");
    }

    @org.junit.jupiter.api.Test
    void a_field_of_an_unknown_name_is_the_only_thing_of_the_body_that_is_repeated() {
        assertThat(new String(told("{\"nickname\": \"Lale\"}").json(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("Lale");
    }

    private static Problem told(String body) {
        try {
            new Json().getContext(NewCase.class).readValue(body, NewCase.class);
        } catch (JsonProcessingException fault) {
            return new Diagnosis(Locale.ENGLISH, true).of(fault).orElseThrow();
        }
        throw new AssertionError("was read: " + body);
    }
}
