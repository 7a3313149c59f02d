package org.alongside.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.alongside.report.Coordination.Kept;
import org.alongside.report.Coordination.ReasonCount;
import org.alongside.report.Coordination.Stretch;
import org.alongside.web.frame.Text;
import org.junit.jupiter.api.Test;

class ChartsTest {
    @Test
    void reasons_under_five_are_drawn_together_and_their_number_only_from_five_on() {
        Text text = new Text(Locale.ENGLISH);
        List<Bars.Bar> few =
                Bars.together(List.of(new ReasonCount("NO_CAPACITY", 12), new ReasonCount("OUT_OF_AREA", 4)), text);
        assertThat(few).extracting(Bars.Bar::label).containsExactly("No place just now", "Other reasons, together");
        assertThat(few).extracting(Bars.Bar::count).containsExactly("12", "under 5");
        assertThat(Bars.together(List.of(new ReasonCount("NO_CAPACITY", 3), new ReasonCount("OUT_OF_AREA", 4)), text))
                .singleElement()
                .satisfies(bar -> {
                    assertThat(bar.code()).isNull();
                    assertThat(bar.count()).isEqualTo("7");
                });
    }

    @Test
    void a_week_with_too_little_in_it_is_left_to_the_table() {
        LocalDate first = LocalDate.of(2026, 10, 23);
        List<Stretch> weeks = List.of(
                new Stretch(first, first.plusDays(6), new Kept(7, 3)),
                new Stretch(first.plusWeeks(1), first.plusDays(13), new Kept(0, 4)),
                new Stretch(first.plusWeeks(2), first.plusDays(20), new Kept(19, 1)));
        KeptLine line = KeptLine.of(weeks);
        assertThat(line.isDrawn()).isTrue();
        assertThat(line.getPoints()).extracting(KeptLine.Point::percent).containsExactly(70, 95);
        assertThat(line.getMarks()).extracting(KeptLine.Mark::percent).containsExactly(100, 90, 80, 70, 60);
        assertThat(KeptLine.of(weeks.subList(0, 2)).isDrawn()).isFalse();
    }

    @Test
    void how_long_a_yes_took_is_told_as_about_because_only_the_span_is_known() {
        Text english = new Text(Locale.ENGLISH);
        assertThat(List.of(38L, 120L, 1800L, 4320L, 20_159L, 20_160L))
                .extracting(minutes -> CoordinatePage.span(minutes, english))
                .containsExactly(
                        "about 38 min", "about 2 h", "about 30 h", "about 3 days", "about 14 days", "14 days or more");
        Text arabic = new Text(Locale.forLanguageTag("ar"));
        assertThat(List.of(2L, 120L, 4320L))
                .extracting(minutes -> CoordinatePage.span(minutes, arabic))
                .containsExactly("نحو دقيقتين", "نحو ساعتين", "نحو 3 أيام");
    }

    @Test
    void names_beside_a_chart_fit_two_short_lines() {
        assertThat(Lines.of("Open Door Legal Aid")).containsExactly("Open Door", "Legal Aid");
        assertThat(Lines.of("Help with drugs or alcohol")).containsExactly("Help with", "drugs or…");
        assertThat(Lines.of("Anticonstitutionellement")).containsExactly("Anticonstituti…");
    }
}
