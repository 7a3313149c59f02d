package org.alongside.web.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.alongside.web.casefile.Story.Month;
import org.alongside.web.casefile.TellStoryPage.Moment;
import org.junit.jupiter.api.Test;

/** However long a story is, what is to come, what was last and what marks the way are read at a glance, and nothing of it is lost. */
class StoryTest {
    private final Moment next = new Moment("A look", day(2028, 1, 5), "ahead", true);

    @Test
    void a_short_one_stands_whole() {
        List<Moment> behind = months(2, 7);
        Story story = story(behind);
        assertThat(story.near()).hasSize(15).startsWith(next).endsWith(behind.get(13));
        assertThat(story.before()).isEmpty();
    }

    @Test
    void of_two_years_the_newest_months_stand_whole_and_of_the_others_what_marks_the_way() {
        List<Moment> behind = months(24, 4);
        Story story = story(behind);
        assertThat(story.near()).as("what is to come, and two months").hasSize(9);
        assertThat(story.before()).hasSize(22).first().extracting(Month::name).isEqualTo("2027-10");
        assertThat(story.before())
                .allSatisfy(month -> assertThat(month.marks()).hasSize(1).allMatch(Moment::marks))
                .allSatisfy(month -> assertThat(month.rest()).hasSize(3).noneMatch(Moment::marks));
    }

    @Test
    void nothing_is_lost_and_nothing_is_told_twice() {
        List<Moment> behind = months(9, 3);
        Story story = story(behind);
        assertThat(Stream.concat(
                        story.near().stream().skip(1),
                        story.before().stream()
                                .flatMap(month -> Stream.concat(month.marks().stream(), month.rest().stream()))))
                .containsExactlyInAnyOrderElementsOf(behind);
    }

    @Test
    void where_she_lives_and_how_it_ended_marks_the_way_and_paper_does_not() {
        assertThat(Stream.of(
                        "housing-admitted", "living-began", "case-closed", "follow-up-reached", "reintegration-left"))
                .allMatch(Story::marks);
        assertThat(Stream.of("consent-given", "needs-assessed", "health-kept", "changed-name"))
                .noneMatch(Story::marks);
    }

    @Test
    void what_marks_the_way_is_something_that_happens() throws IOException {
        Properties words = new Properties();
        try (Reader bundle =
                Files.newBufferedReader(Path.of("src/main/resources/org/alongside/web/text/journey.properties"))) {
            words.load(bundle);
        }
        assertThat(Story.MARKS).allSatisfy(kind -> assertThat(words).containsKey("journey." + kind));
    }

    @Test
    void what_should_have_been_done_is_said_to_be_late() {
        Instant now = day(2027, 12, 31);
        assertThat(Story.toCome("Look with her", day(2027, 11, 1), now, title -> "Late: " + title))
                .isEqualTo(new Moment("Late: Look with her", day(2027, 11, 1), "late", true));
        Moment ahead = Story.toCome("Look with her", day(2028, 1, 1), now, title -> "Late: " + title);
        assertThat(ahead).isEqualTo(new Moment("Look with her", day(2028, 1, 1), "ahead", true));
        assertThat(ahead.open()).isTrue();
        assertThat(months(1, 1).get(0).open()).isFalse();
    }

    @Test
    void codes_are_said_by_the_first_list_that_fits() {
        assertThat(Story.codes("housing-rules-told")).containsExactly("", "language");
        assertThat(Story.codes("housing-left")).containsExactly("", "accommodation_type");
        assertThat(Story.codes("reintegration-given")).containsExactly("support_purpose");
        assertThat(Story.codes("case-opened")).isEmpty();
    }

    private Story story(List<Moment> behind) {
        return Story.of(
                List.of(next),
                behind,
                at -> at.atZone(ZoneOffset.UTC).toLocalDate().toString().substring(0, 7));
    }

    /** So many months until the end of 2027, so many things in each, the first of a month a mark; newest first. */
    private static List<Moment> months(int count, int each) {
        List<Moment> moments = new ArrayList<>();
        for (int back = 0; back < count; back++) {
            LocalDate first = LocalDate.of(2027, 12, 1).minusMonths(back);
            for (int at = 1; at <= each; at++) {
                moments.add(new Moment(
                        first + " " + at,
                        first.plusDays(at).atStartOfDay(ZoneOffset.UTC).toInstant(),
                        null,
                        at == 1));
            }
        }
        moments.sort(Comparator.comparing(Moment::at).reversed());
        return moments;
    }

    private static Instant day(int year, int month, int day) {
        return LocalDate.of(year, month, day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
