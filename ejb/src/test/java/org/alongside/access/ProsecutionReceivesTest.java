package org.alongside.access;

import static org.assertj.core.api.Assertions.assertThat;

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
}
