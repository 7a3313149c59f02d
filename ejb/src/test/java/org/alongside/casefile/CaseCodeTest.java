package org.alongside.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody typed is a code or a name. */
class CaseCodeTest {
    @ParameterizedTest
    @CsvSource({
        "K7-4QXM9P, K7-4QXM9P",
        " k7-4qxm9p , K7-4QXM9P",
        "k74qxm9p, K7-4QXM9P",
        "K7 4QXM9P, K7-4QXM9P",
        "AB-CDEFGH, AB-CDEFGH"
    })
    void a_code_is_known_however_it_is_typed(String typed, String code) {
        assertThat(CaseCode.read(typed)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fatimahh", "Jo Anneke", "Maria", "", "فاطمة", "K7-4QXM9PX"})
    void a_name_is_no_code(String typed) {
        assertThat(CaseCode.read(typed)).isEmpty();
    }

    @Test
    void every_new_code_is_known_without_its_hyphen() {
        assertThat(Stream.generate(CaseCode::next).limit(2_000)).allSatisfy(code -> assertThat(
                        CaseCode.read(code.replace("-", "").toLowerCase(Locale.ROOT)))
                .contains(code));
    }
}
