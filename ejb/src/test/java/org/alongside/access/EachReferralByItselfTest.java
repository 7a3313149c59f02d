package org.alongside.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a recipient, or somebody in a hurry, could do by SQL as the application with an honest caller: nothing that is not theirs. */
class EachReferralByItselfTest extends ReferralsBySql {
    @Test
    void a_recipient_records_no_consent_and_refers_nobody_onward() throws Exception {
        Asked asked = accepted(MENTORING, MENTOR);
        assertThat(seen(MENTOR, now.plusSeconds(20), "identity", asked.caseId()))
                .isEqualTo(1);
        assertThatThrownBy(() ->
                        as(MENTOR, now.plusSeconds(20), on -> consent(on, MENTOR, asked.caseId(), COUNSELLOR, "{0}")))
                .hasMessageContaining("row-level security");
        UUID own = asked.consent();
        assertThatThrownBy(() -> as(MENTOR, now.plusSeconds(20), on -> {
                    UUID card = UUID.randomUUID();
                    card(on, card, MENTOR, COUNSELLOR, COUNSELLING);
                    referral(on, card, MENTOR, asked.caseId(), COUNSELLOR, own, "{0}", "NONE");
                }))
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> as(MENTOR, now.plusSeconds(20), on -> run(on, """
                                insert into child_notification (case_id, authority, notified_at, recorded_at, recorded_by)
                                values (?, 'nobody', now(), now(), ?)
                                """, asked.caseId(), MENTOR.id())))
                .hasMessageContaining("row-level security");
    }

    @Test
    void what_is_called_back_closes_although_it_opened_while_the_caller_waited() throws Exception {
        Asked asked = accepted(MENTORING, MENTOR);
        as(
                LEAD,
                now.plusSeconds(9),
                on -> run(on, "select grants_end_for_referral(?, 'SAFETY', null)", asked.referral()));
        for (int seconds : new int[] {9, 10, 11, 3600}) {
            assertThat(seen(MENTOR, now.plusSeconds(seconds), "case_file", asked.caseId()))
                    .as("after %s seconds", seconds)
                    .isZero();
        }
    }

    @Test
    void what_one_referral_opens_does_not_reach_those_who_were_assigned_to_another() throws Exception {
        UUID caseId = openCase();
        Asked first = ask(caseId, COUNSELLING, COUNSELLOR, "{0}", "NONE");
        accept(first, COUNSELLOR);
        Asked second = ask(caseId, COUNSELLING_FOR_CHILDREN, OTHER_COUNSELLOR, "{0,9}", "NONE");
        assertThat(seen(COUNSELLOR, now.plusSeconds(20), "referral", caseId))
                .as("the other card is not known to be of this case")
                .isEqualTo(1);
        accept(second, OTHER_COUNSELLOR);
        assertThat(seen(OTHER_COUNSELLOR, now.plusSeconds(20), "safety_minimum", caseId))
                .isEqualTo(1);
        assertThat(seen(COUNSELLOR, now.plusSeconds(20), "safety_minimum", caseId))
                .isZero();
        assertThat(seen(COUNSELLOR, now.plusSeconds(20), "referral", caseId)).isEqualTo(1);
        assertThatThrownBy(() -> as(
                        COUNSELLOR,
                        now.plusSeconds(20),
                        on -> run(on, "select grants_end_for_referral(?, 'X', null)", second.referral())))
                .hasMessageContaining("not permitted");
    }

    @Test
    void a_colleague_of_another_trade_sees_no_deeper_than_those_who_give_the_service() throws Exception {
        Asked asked = accepted(COUNSELLING, CASEWORKER_OF_COUNSELLORS);
        assertThat(seen(CASEWORKER_OF_COUNSELLORS, now.plusSeconds(20), "identity_minimum", asked.caseId()))
                .isEqualTo(1);
        assertThat(seen(CASEWORKER_OF_COUNSELLORS, now.plusSeconds(20), "identity", asked.caseId()))
                .isZero();
    }

    @Test
    void what_waits_for_a_second_person_cannot_be_accepted_and_what_was_accepted_once_not_again() throws Exception {
        Asked waiting = ask(openCase(), COUNSELLING, COUNSELLOR, "{0}", "BEFORE");
        assertThatThrownBy(() -> accept(waiting, COUNSELLOR)).hasMessageContaining("not permitted");
        Asked once = accepted(MENTORING, MENTOR);
        as(
                LEAD,
                now.plusSeconds(20),
                on -> run(on, "select grants_end_for_referral(?, 'SAFETY', null)", once.referral()));
        assertThatThrownBy(() -> accept(once, MENTOR)).hasMessageContaining("not permitted");
    }

    @Test
    void a_recipient_cannot_give_itself_time_or_bring_back_what_ended() throws Exception {
        Asked asked = ask(openCase(), MENTORING, MENTOR, "{0}", "NONE");
        for (String change : new String[] {
            "expires_at = expires_at + interval '9 days'",
            "urgency = 'ROUTINE'",
            "categories = '{0,1,4}'",
            "status = 'REVOKED'"
        }) {
            assertThatThrownBy(() -> change(MENTOR, change, asked)).as(change).hasMessageContaining("not permitted");
        }
        change(MENTOR, "status = 'DECLINED', declined_at = now(), decline_reason = 'FULL'", asked);
        assertThatThrownBy(() -> change(MENTOR, "status = 'SENT', declined_at = null", asked))
                .hasMessageContaining("not permitted");
        assertThatThrownBy(() -> change(LEAD, "outcome = 'HELPED'", asked)).hasMessageContaining("not permitted");
    }

    @Test
    void nobody_agrees_in_the_name_of_another_and_a_recipient_changes_its_report_alone() throws Exception {
        Asked waiting = ask(openCase(), COUNSELLING, COUNSELLOR, "{0}", "BEFORE");
        assertThatThrownBy(() -> as(
                        LEAD,
                        now.plusSeconds(5),
                        on -> run(
                                on,
                                "update referral set approved_at = now(), approved_by = ? where referral_id = ?",
                                LEADS_SUPERVISOR.id(),
                                waiting.referral())))
                .hasMessageContaining("not permitted");
        Asked asked = accepted(MENTORING, MENTOR);
        as(
                MENTOR,
                now.plusSeconds(20),
                on -> run(on, "update referral set feedback = 'done' where referral_id = ?", asked.referral()));
        assertThatThrownBy(() -> as(
                        MENTOR,
                        now.plusSeconds(20),
                        on -> run(
                                on,
                                "update referral set categories = '{0,1,3,4}' where referral_id = ?",
                                asked.referral())))
                .hasMessageContaining("not permitted");
    }

    @Test
    void a_withdrawal_stands() throws Exception {
        Asked asked = accepted(MENTORING, MENTOR);
        as(LEAD, now.plusSeconds(20), on -> {
            ResultSet held = on.createStatement()
                    .executeQuery("select 1 from consent where consent_id = '" + asked.consent() + "' for share");
            assertThat(held.next()).as("the lead may hold it").isTrue();
            run(
                    on,
                    "update consent set withdrawn_at = now(), withdrawn_by = ? where consent_id = ?",
                    LEAD.id(),
                    asked.consent());
            run(on, "select grants_end_for_consent(?)", asked.consent());
        });
        assertThat(seen(MENTOR, now.plusSeconds(20), "case_file", asked.caseId()))
                .isZero();
        as(LEAD, now.plusSeconds(21), on -> {
            try (PreparedStatement back =
                    on.prepareStatement("update consent set withdrawn_at = null where consent_id = ?")) {
                back.setObject(1, asked.consent());
                assertThat(back.executeUpdate()).isZero();
            }
        });
    }

    @Test
    void after_completion_it_is_readable_for_a_time_and_then_known_to_exist() throws Exception {
        Asked asked = accepted(MENTORING, MENTOR);
        as(
                MENTOR,
                now.plusSeconds(20),
                on -> run(
                        on,
                        "select grants_end_for_referral(?, 'COMPLETED', ?)",
                        asked.referral(),
                        now.plus(Duration.ofDays(30)).atOffset(java.time.ZoneOffset.UTC)));
        assertThat(seen(MENTOR, now.plusSeconds(20), "identity", asked.caseId()))
                .isEqualTo(1);
        Instant later = now.plus(Duration.ofDays(31));
        assertThat(seen(MENTOR, later, "identity", asked.caseId())).isZero();
        assertThat(seen(MENTOR, later, "case_file", asked.caseId())).isEqualTo(1);
    }
}
