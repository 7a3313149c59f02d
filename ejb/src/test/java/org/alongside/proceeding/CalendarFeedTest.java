package org.alongside.proceeding;

import static org.alongside.setup.Care.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.alongside.access.Caller;
import org.alongside.proceeding.LegalCalendarService.CalendarQuery;
import org.alongside.setup.Care;
import org.alongside.setup.Connected;
import org.alongside.setup.Court;
import org.alongside.setup.Door;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.alongside.setup.Wired;
import org.alongside.shared.MatterId;
import org.alongside.shared.WorkerId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The calendar and the secret that opens one's own to a program: whose dates, until when, how often, and what is kept of it. */
class CalendarFeedTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Who LAWYER = Court.LAWYER;

    private final TestDatabase database = TestDatabase.get();
    private final Care care = new Care(database);
    private final Court court = new Court(database, care);
    private final Door<CalendarFeedService> door = new Door<>(care, on -> on.of(CalendarFeedService.class));
    private MatterId matter;

    @BeforeEach
    void a_hearing_in_a_week() throws Exception {
        matter = court.matter();
        care.writes(LAWYER, HOUR, """
                update hearing_minimum set hearing_at = caller_now() + interval '7 days', place = 'COURT', needs = '{ESCORT}',
                       deadline_on = current_date + 9 where matter_id = '%s'
                """.formatted(matter));
    }

    @AfterEach
    void nobody_has_left() throws Exception {
        care.below("update worker set left_at = null where worker_id = '%s' returning 1".formatted(LAWYER.id()));
    }

    @Test
    void the_calendar_says_whose_it_is_by_code_what_is_missing_and_to_nobody_else_anything() throws Exception {
        List<LegalCalendar.Line> lawyers = lines(LAWYER);
        assertThat(lawyers).extracting(LegalCalendar.Line::kind).containsExactly("HEARING", "DEADLINE");
        assertThat(lawyers.get(0).missing()).containsExactly("ESCORT");
        assertThat(lawyers).allMatch(LegalCalendar.Line::mine).allMatch(LegalCalendar.Line::own);
        assertThat(lines(LEAD)).hasSize(2).noneMatch(LegalCalendar.Line::mine);
        for (Who other : List.of(
                Care.COLLEAGUE,
                new Who(8, 4, "SHS"),
                new Who(13, 7, "LEL"),
                new Who(24, 11, "PRL"),
                Care.ADMINISTRATOR)) {
            assertThat(lines(other)).as(other.role()).isEmpty();
        }
    }

    @Test
    void a_secret_opens_its_owners_dates_and_nobody_elses_and_only_its_hash_is_kept() throws Exception {
        String secret = make(LAWYER);
        assertThat(open(secret, HOUR)).isEqualTo("READ " + LAWYER.id());
        assertThat(open("x".repeat(43), HOUR)).isNull();
        assertThat(care.below("select count(*) from calendar_feed where encode(token_hash, 'escape') like '%" + secret
                        + "%'"))
                .isEqualTo("0");
        assertThat(dates(secret)).as("and only in its own circle").isGreaterThanOrEqualTo(2);
        for (Who other : List.of(LEAD, new Who(13, 7, "LEL"), Care.ADMINISTRATOR)) {
            assertThat(care.sees(
                            other,
                            HOUR,
                            "select count(*) from calendar_feed where worker_id = '%s'".formatted(LAWYER.id())))
                    .as(other.role())
                    .isEqualTo("0");
        }
    }

    @Test
    void taken_back_replaced_or_left_it_opens_nothing_from_that_moment_on() throws Exception {
        String first = make(LAWYER);
        String second = make(LAWYER);
        assertThat(open(first, HOUR)).as("replaced").isNull();
        assertThat(open(second, HOUR)).startsWith("READ");
        care.below("update worker set left_at = '%s' where worker_id = '%s' returning 1"
                .formatted(care.now.plus(HOUR.multipliedBy(2)), LAWYER.id()));
        assertThat(open(second, HOUR)).startsWith("READ");
        assertThat(open(second, HOUR.multipliedBy(3))).as("left").isNull();
        nobody_has_left();
        door.does(LAWYER, HOUR, CalendarFeedService::takeBack);
        assertThat(open(second, HOUR)).as("taken back").isNull();
        care.writes(LAWYER, HOUR, "update calendar_feed set ended_at = null");
        assertThat(open(second, HOUR)).as("for good, also past the door").isNull();
    }

    @Test
    void it_is_read_so_many_times_an_hour_and_each_reading_is_kept() throws Exception {
        String secret = make(LAWYER);
        for (int at = 0; at < 30; at++) {
            assertThat(open(secret, HOUR.plusSeconds(at))).startsWith("READ");
        }
        assertThat(open(secret, HOUR.plusMinutes(5))).startsWith("TOO_MANY");
        assertThat(open(secret, HOUR.multipliedBy(3))).as("an hour later").startsWith("READ");
        assertThat(care.as(LAWYER, HOUR, on -> on.of(CalendarFeedService.class).read())
                        .reads())
                .isEqualTo(31);
    }

    @Test
    void by_lawyer_of_the_own_house_and_by_what_is_missing_with_how_often() throws Exception {
        LegalCalendar all = calendar(LAWYER, null, null);
        assertThat(all.lawyers()).extracting(one -> one.id().value()).contains(LAWYER.id());
        assertThat(all.lines()).extracting(LegalCalendar.Line::kind).contains("HEARING", "DEADLINE");
        assertThat(all.lackingHearings()).isPositive();
        assertThat(all.lacking()).extracting(LegalCalendar.Lacking::need).contains("ESCORT");
        assertThat(calendar(LAWYER, new WorkerId(LAWYER.id()), null).lines())
                .isNotEmpty()
                .allMatch(LegalCalendar.Line::mine);
        LegalCalendar lacking = calendar(LAWYER, null, "ESCORT");
        assertThat(lacking.lines()).isNotEmpty().allMatch(line -> line.missing().contains("ESCORT"));
        assertThat(lacking.lackingHearings())
                .as("counted over all of these days")
                .isEqualTo(all.lackingHearings());
        assertThat(calendar(LAWYER, null, "INTERPRETER").lines())
                .noneMatch(line -> line.matter().equals(matter));
        assertThat(calendar(LAWYER, null, CalendarQuery.ANYTHING).lines())
                .hasSize(Math.toIntExact(all.lackingHearings()));
        assertThat(reason(LAWYER, null, "MOON")).isEqualTo("lacking unknown-code");
        assertThat(reason(LAWYER, new WorkerId(LEAD.id()), null))
                .as("of another house")
                .isEqualTo("not-there");
        assertThat(reason(LEAD, new WorkerId(LAWYER.id()), null))
                .as("not hers to ask")
                .isEqualTo("not-there");
        assertThat(calendar(LEAD, null, null).lawyers())
                .as("her house has none")
                .isEmpty();
        assertThat(calendar(LEAD, null, null).lines())
                .as("nor does she learn who they are")
                .allMatch(line -> line.counsel().isEmpty());
    }

    private LegalCalendar calendar(Who who, WorkerId counsel, String lacking) throws Exception {
        return care.as(who, HOUR, on -> on.of(LegalCalendarService.class)
                .between(new CalendarQuery(null, 31, false, counsel, lacking)));
    }

    private String reason(Who who, WorkerId counsel, String lacking) {
        return new Door<>(care, on -> on.of(LegalCalendarService.class))
                .reason(who, doors -> doors.between(new CalendarQuery(null, 31, false, counsel, lacking)));
    }

    private String make(Who who) throws Exception {
        return care.as(who, HOUR, on -> on.of(CalendarFeedService.class).make()).secret();
    }

    private List<LegalCalendar.Line> lines(Who who) throws Exception {
        return care.as(who, HOUR, on -> {
            Caller caller = who.at(care.now.plus(HOUR));
            LocalDate today = LocalDate.ofInstant(caller.now(), ZoneOffset.UTC);
            return on
                    .of(LegalCalendars.class)
                    .between(caller, today, today.plusDays(30), ZoneId.of("UTC"), null, 4_000)
                    .lines()
                    .stream()
                    .filter(line -> line.matter().equals(matter))
                    .toList();
        });
    }

    /** As a program does, in a transaction without a caller; answers the state and who is the caller then. */
    private String open(String secret, Duration later) throws Exception {
        try (Connection sql = database.application().getConnection()) {
            sql.setAutoCommit(false);
            try (PreparedStatement open =
                    sql.prepareStatement("select state, caller_worker() from calendar_feed_open(?, ?)")) {
                open.setBytes(1, CalendarFeeds.hash(secret));
                open.setObject(2, care.now.plus(later).atOffset(ZoneOffset.UTC));
                ResultSet row = open.executeQuery();
                String answer = row.next() ? row.getString(1) + " " + row.getString(2) : null;
                sql.commit();
                return answer;
            }
        }
    }

    private int dates(String secret) throws Exception {
        try (Connection sql = database.application().getConnection()) {
            sql.setAutoCommit(false);
            CalendarFeeds.Feed feed = new Wired(new Connected(sql).em(), Who.SYSTEM.at(care.now))
                    .of(CalendarFeeds.class)
                    .read(secret);
            sql.commit();
            return feed.dates().size();
        }
    }
}
