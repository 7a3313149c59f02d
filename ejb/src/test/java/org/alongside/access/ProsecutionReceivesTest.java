package org.alongside.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Prosecution receives packets as police do: what she agreed to and nothing more, and with her agreement it ends. */
class ProsecutionReceivesTest extends ReferralsBySql {
    private static final Worker PROSECUTION = new Worker(24, 11, "PRL");
    private static final Worker POLICE = new Worker(13, 7, "LEL");
    private static final int OF_POLICE = 7;
    private static final int OF_PROSECUTION = 77;

    @BeforeEach
    void prosecution_offers_what_police_offer() throws Exception {
        below("""
                insert into service
                select (jsonb_populate_record(s, jsonb_build_object('service_id', '%s', 'organisation_id', '%s'))).* from service s
                 where s.service_id = '%s' on conflict do nothing
                """.formatted(demo("b000", OF_PROSECUTION), PROSECUTION.organisation(), demo("b000", OF_POLICE)));
    }

    @Test
    void prosecution_reads_what_she_agreed_to_and_asks_and_police_read_nothing_of_it() throws Exception {
        Asked asked = ask(openCase(), OF_PROSECUTION, PROSECUTION, "{0,1,3,9}", "NONE");
        accept(asked, PROSECUTION);
        UUID caseId = asked.caseId();
        assertThat(readable(PROSECUTION, "identity_minimum", caseId)).isEqualTo(1);
        assertThat(readable(PROSECUTION, "identity", caseId)).isEqualTo(1);
        assertThat(readable(PROSECUTION, "safety_minimum", caseId)).isEqualTo(1);
        assertThat(readable(PROSECUTION, "contact", caseId))
                .as("how to reach her the matrix never opens to them")
                .isZero();
        assertThat(readable(POLICE, "identity_minimum", caseId)).isZero();
        as(
                PROSECUTION,
                now.plusSeconds(20),
                on -> run(
                        on,
                        "select interview_ask(gen_random_uuid(), ?, '{MONEY}', 30, '{}', '{}', null, caller_now() + interval '1 day')",
                        caseId));
        assertThat(readable(PROSECUTION, "interview", caseId)).isEqualTo(1);
        assertThat(readable(LEAD, "interview", caseId)).isEqualTo(1);
        as(LEAD, now.plusSeconds(30), on -> run(on, "select grants_end_for_consent(?)", asked.consent()));
        assertThat(readable(PROSECUTION, "identity_minimum", caseId)).isZero();
        assertThat(readable(PROSECUTION, "interview", caseId)).isZero();
    }

    @Test
    void of_a_referral_that_was_completed_they_know_after_its_time_that_it_was_and_ask_and_read_nothing_any_more()
            throws Exception {
        Worker coordinator = new Worker(14, 8, "NRM");
        UUID caseId = openCase();
        for (Worker who : List.of(POLICE, PROSECUTION)) {
            Asked asked = ask(caseId, who == POLICE ? OF_POLICE : OF_PROSECUTION, who, "{0,1,3,9}", "NONE");
            as(who, now.plusSeconds(10), on -> {
                run(on, "select open_on_acceptance(?, ?, ?)", asked.referral(), who.team(), who.id());
                run(on, "select open_own_domain(?)", asked.referral());
                run(
                        on,
                        "select interview_ask(gen_random_uuid(), ?, '{MONEY}', 30, '{}', '{}', null, caller_now() + interval '1 day')",
                        caseId);
                run(on, "select police_note_write(gen_random_uuid(), ?, 'n')", caseId);
                run(on, "select police_share_tell(gen_random_uuid(), ?, 'SUMMARY', 's')", caseId);
            });
            as(who, now.plusSeconds(20), on -> {
                run(
                        on,
                        "select grants_end_for_referral(?, 'COMPLETED', ?)",
                        asked.referral(),
                        now.plus(Duration.ofDays(30)).atOffset(ZoneOffset.UTC));
                run(on, "select own_domain_rests(?)", asked.referral());
            });
        }
        Instant within = now.plus(Duration.ofDays(3));
        Instant later = now.plus(Duration.ofDays(31));
        assertThat(seen(coordinator, within, "police_share", caseId)).isEqualTo(2);
        assertThat(seen(coordinator, later, "police_share", caseId)).isZero();
        for (Worker who : List.of(POLICE, PROSECUTION)) {
            for (String table : List.of("interview", "police_note", "police_share")) {
                assertThat(seen(who, within, table, caseId)).as(table).isEqualTo(1);
                assertThat(seen(who, later, table, caseId)).as(table).isZero();
            }
            assertThat(seen(who, later, "case_file", caseId))
                    .as("that she was helped")
                    .isEqualTo(1);
            String[] told = new String[1];
            as(who, later, on -> {
                try (java.sql.PreparedStatement asked = on.prepareStatement("select told_before(?)")) {
                    asked.setObject(1, caseId);
                    java.sql.ResultSet answer = asked.executeQuery();
                    answer.next();
                    told[0] = answer.getString(1);
                }
            });
            assertThat(told[0]).as("how often she told it since").isNull();
            for (String asking : List.of(
                    "select interview_ask(gen_random_uuid(), ?, '{MONEY}', 30, '{}', '{}', 'NEW_FACTS', caller_now() + interval '1 day')",
                    "select police_share_tell(gen_random_uuid(), ?, 'THREAT', 'x')",
                    "select statement_record(gen_random_uuid(), ?, 'POLICE', current_date, 'VIDEO', '{LAWYER}', null)")) {
                assertThat(messageOf(() -> as(who, later, on -> run(on, asking, caseId))))
                        .contains("not permitted");
            }
        }
    }
}
