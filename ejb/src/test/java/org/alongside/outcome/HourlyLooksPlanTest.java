package org.alongside.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import org.alongside.setup.Cases;
import org.alongside.setup.Cases.House;
import org.alongside.setup.Explained;
import org.alongside.setup.TestDatabase;
import org.junit.jupiter.api.Test;

/** What the hourly looks read, by the processes, among thousands of files of which nothing is due: no file by itself. */
class HourlyLooksPlanTest {
    private static final House LEAD = House.demo(1, 1);
    private static final House SYSTEM = House.demo(0, 0);
    private static final int FILES = 3_000;

    private static final TestDatabase DATABASE = TestDatabase.own();

    @Test
    void whom_to_measure_and_whom_to_plan_for_are_looked_for_all_at_once() throws Exception {
        fill();
        assertThat(pages("measure_asks_raise('1 day', '14 days', '90 days', '14 days', 200)"))
                .isLessThan(FILES);
        assertThat(pages("follow_ups_of_before('{M3}', '{90 days}', '{30 days}', 200)"))
                .isLessThan(FILES);
    }

    private static int pages(String look) throws Exception {
        Explained explained =
                Explained.of(DATABASE, SYSTEM.worker(), SYSTEM.id(), "", "select * from " + look + " found");
        assertThat(explained.rows()).as("nothing is due").isZero();
        return explained.pages();
    }

    /** Half of the open ones were asked and half of them measured a month ago; half of the closed ones are planned, half never agreed. */
    private static void fill() throws Exception {
        try (Cases made = Cases.led(DATABASE, 2 * FILES, LEAD)) {
            made.write("set local session_replication_role = replica");
            made.write("update case_file set opened_at = now() - interval '200 days' from made where case_id = id");
            made.write(
                    "insert into identity_minimum (case_id, preferred_name, age_band, child) select id, 'n', '25_34', n % 4 = 0 from made");
            made.write("""
                    insert into case_episode (case_id, episode_no, opened_at, opened_by, closed_at, closed_by)
                    select case_id, 1, opened_at, opened_by, case when n > %1$s then now() - interval '30 days' end,
                           case when n > %1$s then opened_by end
                      from case_file join made on case_id = id on conflict (case_id, episode_no) do update
                       set opened_at = excluded.opened_at, closed_at = excluded.closed_at, closed_by = excluded.closed_by
                    """.formatted(FILES));
            made.write("""
                    insert into measure_ask (measure_ask_id, case_id, episode_no, point, asked_at, due_at, settled_at, settled)
                    select gen_random_uuid(), id, 1, 'QUARTER', now() - a, now() - a + interval '14 days', now() - a + interval '9 days', 'NOT_NOW'
                      from made, (values (interval '120 days'), (interval '30 days')) v (a) where n <= %s and n %% 2 = 0
                    """.formatted(FILES));
            made.write("""
                    insert into measure (measure_id, case_id, organisation_id, scale_id, point, rater, measured_on, score, lead_may_know, recorded_at,
                                         recorded_by)
                    select gen_random_uuid(), id, '%s', '00000000-0000-4000-c100-000000000002', 'QUARTER', 'SELF', current_date - 30, 5, true,
                           now() - interval '30 days', '%s'
                      from made where n <= %s and n %% 2 = 1
                    """.formatted(LEAD.id(), LEAD.worker(), FILES));
            made.write("update case_file set status = 'CLOSED' from made where case_id = id and n > " + FILES);
            made.write("""
                    insert into closing (closing_id, case_id, episode_no, reason, conversation, data_notice, follow_up, follow_up_channel,
                                         follow_up_giver, proposed_at, proposed_by, approved_at, approved_by)
                    select gen_random_uuid(), id, 1, 'GOALS_ACHIEVED', 'AGREES', 'GIVEN', case when n %% 2 = 0 then 'YES' else 'NO' end, 'MESSAGE', 'SELF',
                           now() - interval '31 days', '%s', now() - interval '30 days', '%s'
                      from made where n > %s
                    """.formatted(LEAD.worker(), House.demo(1, 3).worker(), FILES));
            made.write("""
                    insert into follow_up (follow_up_id, case_id, episode_no, point, ask_at, due_at)
                    select gen_random_uuid(), id, 1, 'M3', now() + interval '60 days', now() + interval '90 days' from made where n > %s and n %% 2 = 0
                    """.formatted(FILES));
            made.write("set local session_replication_role = origin");
            made.keep("case_file, case_episode, identity_minimum, measure_ask, measure, closing, follow_up");
        }
    }
}
