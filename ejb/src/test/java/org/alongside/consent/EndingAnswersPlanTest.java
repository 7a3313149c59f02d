package org.alongside.consent;

import static org.assertj.core.api.Assertions.assertThat;

import org.alongside.setup.Cases;
import org.alongside.setup.Cases.House;
import org.alongside.setup.Explained;
import org.alongside.setup.TestDatabase;
import org.junit.jupiter.api.Test;

/** How the agreements that end are read, as the application role, by somebody with a caseload among thousands of cases. */
class EndingAnswersPlanTest {
    private static final House LEAD = House.demo(1, 3);
    private static final House COLLEAGUE = House.demo(1, 2);
    private static final int CASELOAD = 40;
    private static final int PAGES_A_CASE = 80;

    private static final TestDatabase DATABASE = TestDatabase.own();

    @Test
    void they_are_read_from_ones_own_cases_and_never_by_looking_at_all() throws Exception {
        fill(CASELOAD, LEAD);
        fill(3_000, COLLEAGUE);
        String asked = EndingAnswers.LIST
                .replace(":worker", "'" + LEAD.worker() + "'")
                .replace(":now", "caller_now()")
                .replace(":from", "caller_now() - interval '14 days'")
                .replace(":until", "caller_now() + interval '14 days'")
                .replace(":size", "50");
        Explained explained = Explained.of(DATABASE, LEAD.worker(), LEAD.id(), "CW", asked);
        assertThat(explained.plan())
                .contains("purpose_answer_ending")
                .doesNotContain("Seq Scan on purpose_answer")
                .doesNotContain("Seq Scan on case_access")
                .doesNotContain("Seq Scan on case_file");
        assertThat(explained.pages()).as(explained.plan()).isLessThan(CASELOAD * PAGES_A_CASE);
        assertThat(explained.rows())
                .as("of each case one that ends and was not asked again")
                .isEqualTo(CASELOAD);
    }

    /** Of each case: contact ends in a week, figures in a year, the medical examination ended and was refused since. */
    private static void fill(int cases, House worker) throws Exception {
        try (Cases made = Cases.led(DATABASE, cases, worker)) {
            made.open(worker, worker.worker(), "LEAD", "F", "0,11");
            made.write("""
                    insert into purpose_answer (purpose_answer_id, conversation_id, case_id, purpose, answer, given_at, until_at, giver, medium,
                                                language, interpreter, recorded_at, recorded_by)
                    select gen_random_uuid(), gen_random_uuid(), id, p, 'AGREED', now() - interval '80 days', now() + u, 'SELF', 'WRITTEN', 'eng',
                           'NONE', now(), '%s'
                      from made, (values ('SAFE_CONTACT', interval '7 days'), ('REPORTING_NONIDENT', interval '280 days'),
                                         ('MEDICAL', interval '-1 day')) said (p, u)
                    """.formatted(worker.worker()));
            made.write("""
                    insert into purpose_answer (purpose_answer_id, conversation_id, case_id, purpose, answer, given_at, language, interpreter,
                                                recorded_at, recorded_by)
                    select gen_random_uuid(), gen_random_uuid(), id, 'MEDICAL', 'REFUSED', now() - interval '1 hour', 'eng', 'NONE', now(), '%s'
                      from made
                    """.formatted(worker.worker()));
            made.keep("purpose_answer, case_access, case_file");
        }
    }
}
