package org.alongside.web.proceeding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStart;
import org.alongside.proceeding.CalendarFeeds.FeedDate;
import org.junit.jupiter.api.Test;

/** A subscribed calendar as another library reads it than the one that writes it. */
class CalendarFileTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final FeedDate IN_SUMMER = hearing("2027-03-29T07:00:00Z");
    private static final FeedDate IN_WINTER = hearing("2027-03-22T08:00:00Z");
    private static final FeedDate LAST_DAY =
            new FeedDate(UUID.randomUUID(), Optional.empty(), LocalDate.parse("2026-12-31"));

    @Test
    void a_client_reads_each_date_at_its_instant_and_a_last_day_as_a_whole_day() throws Exception {
        List<VEvent> events = read(IN_WINTER, IN_SUMMER, LAST_DAY).getComponents("VEVENT");
        assertThat(events).hasSize(3);
        assertThat(start(events.get(0))).isEqualTo(Instant.parse("2027-03-22T08:00:00Z"));
        assertThat(start(events.get(1))).isEqualTo(Instant.parse("2027-03-29T07:00:00Z"));
        assertThat(start(events.get(2))).isEqualTo(LocalDate.parse("2026-12-31"));
        assertThat(events.get(2).getProperty("SUMMARY").orElseThrow().getValue())
                .isEqualTo("Last day");
        assertThat(events.get(0).getUid().orElseThrow().getValue())
                .isEqualTo(IN_WINTER.id().toString());
        events.forEach(event -> event.validate());
    }

    @Test
    void it_says_when_and_nothing_else() throws Exception {
        Set<String> said = read(IN_WINTER, LAST_DAY).getComponents("VEVENT").stream()
                .flatMap(event -> event.getPropertyList().getAll().stream())
                .map(property -> property.getName())
                .collect(Collectors.toSet());
        assertThat(said)
                .containsExactlyInAnyOrder("UID", "DTSTAMP", "CLASS", "SUMMARY", "DTSTART", "DURATION", "TRANSP");
    }

    @Test
    void one_without_dates_is_a_calendar_too() throws Exception {
        assertThat(read().getComponents("VEVENT")).isEmpty();
    }

    private static Object start(VEvent event) {
        Temporal at =
                event.<DtStart<Temporal>>getProperty("DTSTART").orElseThrow().getDate();
        return at instanceof LocalDate ? at : Instant.from(at);
    }

    private static Calendar read(FeedDate... dates) throws Exception {
        return new CalendarBuilder()
                .build(new StringReader(CalendarFile.of(List.of(dates), "Appointment", "Last day", NOW)));
    }

    private static FeedDate hearing(String at) {
        Instant instant = Instant.parse(at);
        return new FeedDate(UUID.randomUUID(), Optional.of(instant), LocalDate.parse(at.substring(0, 10)));
    }
}
