package org.alongside.proceeding;

import static org.assertj.core.api.Assertions.assertThat;

import org.alongside.setup.Cases;
import org.alongside.setup.Cases.House;
import org.alongside.setup.Explained;
import org.alongside.setup.TestDatabase;
import org.junit.jupiter.api.Test;

/** How the list of what is not paid is read, as the application role, by lawyers to whose people thousands of awards are owed. */
class UnpaidPlanTest {
    private static final House LEAD = House.demo(1, 3);
    private static final House LAWYERS = House.demo(6, 12);
    private static final int SHOWN = 21;
    private static final int PAGES_A_ROW = 150;

    private static final TestDatabase DATABASE = TestDatabase.own();

    @Test
    void it_costs_what_is_shown_and_not_what_there_is() throws Exception {
        fill();
        String asked = MoneyRecords.UNPAID
                .replace(":house", "'" + LAWYERS.id() + "'")
                .replace(":afterid", "'00000000-0000-0000-0000-000000000000'")
                .replace(":after", "'1970-01-01'")
                .replace(":size", String.valueOf(SHOWN));
        Explained explained = Explained.of(DATABASE, LAWYERS.worker(), LAWYERS.id(), "LAW", asked);
        assertThat(explained.plan())
                .contains("Index Scan using matter_file_unpaid")
                .doesNotContain("Seq Scan on matter_file")
                .doesNotContain("Seq Scan on matter_stage")
                .doesNotContain("Seq Scan on case_file");
        assertThat(explained.rows()).isEqualTo(SHOWN);
        assertThat(explained.pages()).as(explained.plan()).isLessThan(SHOWN * PAGES_A_ROW);
    }

    /** 3,000 cases of one lead and one lawyer, in each of which something was ordered; half of it is paid, or all. */
    private void fill() throws Exception {
        try (Cases made = Cases.led(DATABASE, 3_000, LEAD)) {
            made.open(LEAD, LEAD.worker(), "LEAD", "M", "7").open(LAWYERS, LAWYERS.worker(), "REFERRAL", "W", "7");
            made.write("""
                    insert into matter (matter_id, case_id, organisation_id, opened_at, opened_by)
                    select id, id, '%s', now() - make_interval(days => n %% 300), '%s' from made
                    """.formatted(LAWYERS.id(), LAWYERS.worker()));
            made.write(
                    "insert into matter_stage (matter_id, case_id, organisation_id, stage) select id, id, '%s', 'ENFORCEMENT' from made"
                            .formatted(LAWYERS.id()));
            made.write("""
                    insert into matter_file (matter_id, case_id, organisation_id, track, currency, ordered, paid)
                    select id, id, '%s', 'ADHESION', 'EUR', 1000, case when n %% 3 = 0 then 1000 else 500 end from made
                    """.formatted(LAWYERS.id()));
            made.keep("matter_file, matter_stage, matter, case_access, case_file");
        }
    }
}
