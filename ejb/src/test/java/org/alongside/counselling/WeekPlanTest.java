package org.alongside.counselling;

import static org.assertj.core.api.Assertions.assertThat;

import org.alongside.setup.Cases;
import org.alongside.setup.Cases.House;
import org.alongside.setup.Explained;
import org.alongside.setup.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How a counsellor's week is read, as the application's role, where 5,000 sessions are held every week and half a year of them is kept. */
class WeekPlanTest {
    private static final House CEDAR = House.demo(5, 10);
    private static final House SUPERVISOR = House.demo(5, 11);
    private static final int OWN_A_WEEK = 25;
    private static final int PAGES_A_SESSION = 100;

    private static final TestDatabase DATABASE = TestDatabase.own();

    @Test
    void a_week_is_read_from_whose_it_is_and_never_by_looking_at_all() throws Exception {
        Explained week = Explained.of(
                DATABASE,
                CEDAR.worker(),
                CEDAR.id(),
                "COU",
                Weeks.WEEK
                        .replace(":worker", "'" + CEDAR.worker() + "'")
                        .replace(":from", "now() - interval '7 days'")
                        .replace(":until", "now()"));
        assertThat(week.rows()).isEqualTo(OWN_A_WEEK);
        assertThat(week.plan()).contains("sitting_week");
        reads_none_whole(week);
        Explained unsaid = Explained.of(
                DATABASE,
                CEDAR.worker(),
                CEDAR.id(),
                "COU",
                Weeks.UNSAID.replace(":worker", "'" + CEDAR.worker() + "'").replace(":now", "now()"));
        assertThat(unsaid.plan()).contains("sitting_open");
        reads_none_whole(unsaid);
        assertThat(Explained.of(
                                DATABASE,
                                CEDAR.worker(),
                                CEDAR.id(),
                                "COU",
                                "select 1 from counselling_session where referral_id = '%s' and attendance = 'PLANNED'"
                                        .formatted(CEDAR.id()))
                        .plan())
                .as("whenever a referral ends")
                .contains("counselling_session_referral");
        Explained load = Explained.of(
                DATABASE,
                CEDAR.worker(),
                CEDAR.id(),
                "SUP",
                "select * from counselling_load(now() - interval '7 days', now())");
        assertThat(load.pages()).as("what a whole house carries").isLessThan(20_000);
    }

    @Test
    void the_newest_records_of_whom_one_supervises_are_read_and_not_all_that_there_ever_were() throws Exception {
        Explained supervised = Explained.of(
                DATABASE,
                SUPERVISOR.worker(),
                SUPERVISOR.id(),
                "COU",
                Weeks.SUPERVISED
                        .replace(":worker", "'" + SUPERVISOR.worker() + "'")
                        .replace(":behind", "0"));
        assertThat(supervised.rows()).isEqualTo(WeekService.SUPERVISED_AT_ONCE);
        assertThat(supervised.plan()).contains("sitting_week");
        reads_none_whole(supervised);
    }

    private static void reads_none_whole(Explained explained) {
        assertThat(explained.plan())
                .doesNotContain("Seq Scan on sitting")
                .doesNotContain("Seq Scan on counselling_session")
                .doesNotContain("Seq Scan on case_access")
                .doesNotContain("Seq Scan on case_file");
        assertThat(explained.pages()).as(explained.plan()).isLessThan(2 * OWN_A_WEEK * PAGES_A_SESSION);
    }

    /** 200 counsellors of 60 houses with 25 sessions a week for half a year; those of one are with cases of her own. */
    @BeforeAll
    static void fill() throws Exception {
        try (Cases made = Cases.led(DATABASE, 3_000, House.demo(1, 1))) {
            made.open(CEDAR, CEDAR.worker(), "REFERRAL", "W", "6,11");
            made.write("set local session_replication_role = replica");
            made.write("""
                    create temp table hours on commit drop as
                    select gen_random_uuid() id, k, w, n,
                           case when k = 0 then '%1$s'::uuid else md5('counsellor ' || k)::uuid end counsellor,
                           case when k %% 60 = 0 then '%2$s'::uuid else md5('house ' || k %% 60)::uuid end house
                      from generate_series(0, 199) k, generate_series(0, 25) w, generate_series(0, 24) n
                    """.formatted(CEDAR.worker(), CEDAR.id()));
            made.write("""
                    insert into sitting (sitting_id, organisation_id, counsellor_id, starts_at, ends_at, planned_by, planned_at, recorded_at)
                    select id, house, counsellor, now() - make_interval(days => 7 * w, hours => 6 * n + 2),
                           now() - make_interval(days => 7 * w, hours => 6 * n + 1), counsellor, now(), case when w > 0 or n > 3 then now() end
                      from hours
                    """);
            made.write("""
                    insert into counselling_session (session_id, sitting_id, case_id, organisation_id, counsellor_id, type, modality, place, interpreter,
                                                     attendance, recorded_at, recorded_by, planned_at)
                    select gen_random_uuid(), h.id, m.id, h.house, h.counsellor, 'INDIVIDUAL', 'IN_PERSON', 'CLINIC', 'NONE',
                           case when w > 0 or h.n > 3 then 'ATTENDED' else 'PLANNED' end, case when w > 0 or h.n > 3 then now() end,
                           case when w > 0 or h.n > 3 then h.counsellor end, now()
                      from hours h join made m on m.n = (h.k * 7 + h.w * 25 + h.n) %% 3000 + 1
                    """.replace("%%", "%"));
            made.write("""
                    insert into clinical_record (record_id, session_id, case_id, organisation_id, author_id, words, written_at)
                    select gen_random_uuid(), session_id, case_id, organisation_id, counsellor_id, 'w', now()
                      from counselling_session where counsellor_id = '%s'
                    """.formatted(CEDAR.worker()));
            made.write("""
                    insert into clinical_supervision (supervision_id, organisation_id, counsellor_id, supervisor_id, named_at, named_by)
                    values (gen_random_uuid(), '%s', '%s', '%s', now() - interval '1 day', '%s')
                    """.formatted(
                            CEDAR.id(),
                            CEDAR.worker(),
                            SUPERVISOR.worker(),
                            House.demo(5, 32).worker()));
            made.write("set local session_replication_role = origin");
            made.keep(
                    "clinical_record, clinical_supervision, sitting, counselling_session, case_access, case_file, access_grant, assignment");
        }
    }
}
