package org.alongside.proceeding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.alongside.setup.Cases;
import org.alongside.setup.Cases.House;
import org.alongside.setup.Explained;
import org.alongside.setup.TestDatabase;
import org.junit.jupiter.api.Test;

/** How a month of a house's calendar is read, as the application role, among thousands of hearings. */
class LegalCalendarPlanTest {
    private static final House LEAD = House.demo(1, 3);
    private static final House LAWYERS = House.demo(6, 12);
    private static final int LEDS = 2_000;

    private static final TestDatabase DATABASE = TestDatabase.own();

    @Test
    void a_month_costs_what_is_in_it_and_never_a_look_at_all() throws Exception {
        fill();
        read(LAWYERS, "LAW", "of_lawyer");
        read(LEAD, "SUP", "of_lead");
        Explained ofOne = explained(LAWYERS, "LAW", "'" + LAWYERS.worker() + "'");
        assertThat(ofOne.plan()).contains("hearing_days_of_lawyer").doesNotContain("Seq Scan on hearing");
        assertThat(ofOne.rows()).isBetween(250, 450);
        assertThat(explained(LAWYERS, "LAW", "'" + LEAD.worker() + "'").rows())
                .as("of somebody who acts in none")
                .isZero();
    }

    private Explained explained(House house, String role, String counsel) throws Exception {
        LocalDate from = LocalDate.now();
        String asked = LegalCalendars.LINES
                .replace(":house", "'" + house.id() + "'::uuid")
                .replace(":counsel", counsel)
                .replace(":fromOn", "'" + from + "'::date")
                .replace(":untilOn", "'" + from.plusDays(30) + "'::date")
                .replace(":from", "'" + from + "'::timestamptz")
                .replace(":until", "'" + from.plusDays(30) + "'::timestamptz")
                .replace(":zone", "'UTC'")
                .replace(":size", "4001");
        return Explained.of(DATABASE, house.worker(), house.id(), role, asked);
    }

    private void read(House house, String role, String index) throws Exception {
        Explained explained = explained(house, role, "null");
        assertThat(explained.plan())
                .contains("hearing_days_" + index, "legal_deadline_days_" + index)
                .doesNotContain("Seq Scan on hearing")
                .doesNotContain("Seq Scan on legal_deadline")
                .doesNotContain("Seq Scan on case_access");
        assertThat(explained.rows()).isBetween(250, 450);
    }

    /** A matter each, with four hearings and a deadline in four years. */
    private void fill() throws Exception {
        try (Cases made = Cases.led(DATABASE, LEDS, LEAD)) {
            made.open(LEAD, LEAD.worker(), "LEAD", "M", "7").open(LAWYERS, LAWYERS.worker(), "REFERRAL", "W", "7");
            made.write("""
                    insert into matter (matter_id, case_id, organisation_id, opened_at, opened_by)
                    select id, id, '%s', now(), '%s' from made
                    """.formatted(LAWYERS.id(), LAWYERS.worker()));
            made.write("insert into hearing_minimum (matter_id, case_id, organisation_id) select id, id, '%s' from made"
                    .formatted(LAWYERS.id()));
            made.write("""
                    insert into hearing (hearing_id, matter_id, case_id, organisation_id, hearing_at, place, needs)
                    select gen_random_uuid(), id, id, '%s', now() + make_interval(days => (n * 7 + k * 365) %% 1000, hours => 1 + k), 'COURT', '{ESCORT}'
                      from made, generate_series(0, 3) k
                    """.formatted(LAWYERS.id()));
            made.write("""
                    insert into legal_deadline (deadline_id, matter_id, case_id, organisation_id, kind, due_on, zone)
                    select gen_random_uuid(), id, id, '%s', 'DEADLINE', current_date + n * 11 %% 1000, 'UTC' from made
                    """.formatted(LAWYERS.id()));
            made.keep("hearing, legal_deadline, hearing_minimum, matter, case_access, case_file");
        }
    }
}
