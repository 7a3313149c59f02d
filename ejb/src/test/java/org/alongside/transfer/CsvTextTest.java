package org.alongside.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.alongside.transfer.CsvText.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as people's programs write them, and cells that a spreadsheet would run. */
class CsvTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+49 170",
                "-1",
                "@name",
                "\tx",
                "\rx",
                "'quoted",
                "''=x",
                "'=1",
                "plain",
                "a,b",
                "two\nlines",
                "say \"no\"",
                "\u0645\u0631\u064a\u0645",
                "O'Neill",
                "'"
            })
    void a_cell_is_read_as_it_was_and_begins_no_formula(String cell) {
        String written = CsvText.write(List.of(cell, "x"));
        assertThat(written.replaceFirst("^\"", "")).doesNotStartWith("=").doesNotMatch("(?s)[+\\-@\t\r].*");
        assertThat(CsvText.read(written).orElseThrow().get(0).cells()).containsExactly(cell, "x");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void commas_semicolons_and_tabs_are_told_apart_whatever_ends_a_line(String between) {
        for (String end : List.of("\n", "\r\n")) {
            String text =
                    "\uFEFF" + String.join(between, "a", "b", "c") + end + String.join(between, "1", "\"x,;y\"", "3");
            assertThat(CsvText.read(text).orElseThrow())
                    .containsExactly(new Line(1, List.of("a", "b", "c")), new Line(2, List.of("1", "x,;y", "3")));
        }
    }

    @Test
    void a_line_is_numbered_as_an_editor_numbers_it() {
        List<Line> lines =
                CsvText.read("a,b\n\"one\ntwo\nthree\",2\n\n,\n5,6\n").orElseThrow();
        assertThat(lines).extracting(Line::number).containsExactly(1, 2, 6, 7);
        assertThat(lines.get(2).cells()).as("a row of empty cells is a row").containsExactly("", "");
    }

    @Test
    void what_is_no_table_is_none() {
        assertThat(CsvText.read("a,b\n\"never closed,2\n")).isEmpty();
        assertThat(CsvText.read("a,b\n\"x\"y,2\n")).isEmpty();
    }

    @Test
    void letters_are_never_guessed() {
        String text = "name\n\u0645\u0631\u064a\u0645\n";
        assertThat(CsvText.decode(text.getBytes(StandardCharsets.UTF_8))).contains(text);
        assertThat(CsvText.decode(text.getBytes(StandardCharsets.UTF_16))).contains(text);
        assertThat(CsvText.decode("Zo\u00eb".getBytes(StandardCharsets.ISO_8859_1)))
                .isEmpty();
    }
}
