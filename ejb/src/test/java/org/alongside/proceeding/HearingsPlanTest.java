package org.alongside.proceeding;

import static org.assertj.core.api.Assertions.assertThat;

import org.alongside.setup.Cases;
import org.alongside.setup.Cases.House;
import org.alongside.setup.Explained;
import org.alongside.setup.TestDatabase;
import org.junit.jupiter.api.Test;

/** How the list of hearings is read, as the application role, by lawyers and by who leads thousands of cases with hearings. */
class HearingsPlanTest {
    private static final House LEAD = House.demo(1, 3);
    private static final House LAWYERS = House.demo(6, 12);
    private static final int SHOWN = 21;
    private static final int PAGES_A_ROW = 150;

    private static final TestDatabase DATABASE = TestDatabase.own();

    @Test
    void hearings_are_read_from_whose_they_are_and_never_by_looking_at_all() throws Exception {
        fill();
        read(LAWYERS, "LAW", "hearing_of_lawyer");
        read(LEAD, "SUP", "hearing_of_lead");
    }

    private void read(House house, String role, String index) throws Exception {
        String asked = Hearings.LIST
                .replace(":house", "'" + house.id() + "'")
                .replace(":until", "current_date + 7")
                .replace(":afterid", "'00000000-0000-0000-0000-000000000000'")
                .replace(":after", "'1970-01-01'")
                .replace(":now", "now()")
                .replace(":today", "current_date")
                .replace(":size", String.valueOf(SHOWN));
        Explained explained = Explained.of(DATABASE, house.worker(), house.id(), role, asked);
        assertThat(explained.plan())
                .contains("Index Scan using " + index)
                .doesNotContain("Seq Scan on hearing_minimum")
                .doesNotContain("Seq Scan on matter")
                .doesNotContain("Seq Scan on case_access")
                .doesNotContain("Seq Scan on case_file");
        assertThat(explained.pages()).as(explained.plan()).isLessThan(SHOWN * PAGES_A_ROW);
        assertThat(explained.rows()).isEqualTo(SHOWN);
    }

    /** 3,000 cases of one lead and one lawyer, a hearing each in the next sixty days. */
    private void fill() throws Exception {
        try (Cases made = Cases.led(DATABASE, 3_000, LEAD)) {
            made.open(LEAD, LEAD.worker(), "LEAD", "M", "7").open(LAWYERS, LAWYERS.worker(), "REFERRAL", "W", "7");
            made.write("""
                    insert into matter (matter_id, case_id, organisation_id, opened_at, opened_by)
                    select id, id, '%s', now(), '%s' from made
                    """.formatted(LAWYERS.id(), LAWYERS.worker()));
            made.write("""
                    insert into hearing_minimum (matter_id, case_id, organisation_id, hearing_at, place)
                    select id, id, '%s', now() + make_interval(days => n %% 60 + 1), 'COURT' from made
                    """.formatted(LAWYERS.id()));
            made.keep("hearing_minimum, matter, case_access, case_file");
        }
    }
}
