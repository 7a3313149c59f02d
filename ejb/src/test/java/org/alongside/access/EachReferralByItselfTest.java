package org.alongside.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.alongside.setup.TestDatabase;
import org.junit.jupiter.api.Test;

/** What a recipient, or somebody in a hurry, could do by SQL as the application with an honest caller: nothing that is not theirs. */
class EachReferralByItselfTest {
    private static final Worker LEAD = new Worker(1, 1, "CW");
    private static final Worker LEADS_SUPERVISOR = new Worker(3, 1, "SUP");
    private static final Worker MENTOR = new Worker(4, 2, "CW");
    private static final Worker COUNSELLOR = new Worker(10, 5, "COU");
    private static final Worker OTHER_COUNSELLOR = new Worker(11, 5, "COU");
    private static final Worker CASEWORKER_OF_COUNSELLORS = new Worker(10, 5, "CW");
    private static final int MENTORING = 8;
    private static final int COUNSELLING = 4;
    private static final int COUNSELLING_FOR_CHILDREN = 5;

    private final TestDatabase database = TestDatabase.get();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

    private record Worker(int number, int house, String role) {
        UUID id() {
            return demo("8000", number);
        }

        UUID organisation() {
            return demo("9000", house);
        }

        UUID team() {
            return demo("a000", house);
        }
    }

    private record Asked(UUID caseId, UUID consent, UUID referral) {}

    @FunctionalInterface
    private interface Act {
        void in(Connection connection) throws SQLException;
    }

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

    private Asked accepted(int service, Worker recipient) throws SQLException {
        Asked asked = ask(openCase(), service, recipient, "{0,1,3,4,9,10}", "NONE");
        accept(asked, recipient);
        return asked;
    }

    private UUID openCase() throws SQLException {
        UUID caseId = UUID.randomUUID();
        as(LEAD, now, on -> {
            run(on, """
                    insert into case_file (case_id, case_code, status, lead_organisation_id, lead_team_id, lead_worker_id, intake_source,
                                           opened_at, opened_by, next_due)
                    values (?, ?, 'ACTIVE', ?, ?, ?, 'SELF', now(), ?, current_date)
                    """, caseId, caseId.toString(), LEAD.organisation(), LEAD.team(), LEAD.id(), LEAD.id());
            run(on, "select lead_open(?)", caseId);
            run(
                    on,
                    "insert into identity_minimum (case_id, preferred_name, age_band, child) values (?, 'n', '18_24', false)",
                    caseId);
            run(on, "insert into identity (case_id, age_basis, maybe_child) values (?, 'ESTIMATED', false)", caseId);
            run(on, "insert into safety_minimum (case_id, risk_level, in_danger) values (?, 'HIGH', false)", caseId);
        });
        return caseId;
    }

    private Asked ask(UUID caseId, int service, Worker recipient, String categories, String approval)
            throws SQLException {
        UUID referral = UUID.randomUUID();
        UUID[] consent = new UUID[1];
        as(LEAD, now.plusSeconds(1), on -> {
            consent[0] = consent(on, LEAD, caseId, recipient, categories);
            card(on, referral, LEAD, recipient, service);
            referral(on, referral, LEAD, caseId, recipient, consent[0], categories, approval);
            run(
                    on,
                    "update referral_card set sent_at = now(), expires_at = caller_now() + interval '1 day', status = 'SENT' where referral_id = ?",
                    referral);
        });
        return new Asked(caseId, consent[0], referral);
    }

    private void accept(Asked asked, Worker recipient) throws SQLException {
        as(
                recipient,
                now.plusSeconds(10),
                on -> run(
                        on, "select open_on_acceptance(?, ?, ?)", asked.referral(), recipient.team(), recipient.id()));
    }

    private UUID consent(Connection on, Worker recorder, UUID caseId, Worker recipient, String categories)
            throws SQLException {
        UUID consent = UUID.randomUUID();
        run(on, """
                insert into consent (consent_id, case_id, recipient_organisation_id, purpose, categories, giver, medium, language, interpreter,
                                     given_at, expires_at, recorded_at, recorded_by)
                values (?, ?, ?, 'SHARE_REFERRAL', cast(? as smallint[]), 'SELF', 'WRITTEN', 'eng', 'NONE',
                        caller_now(), caller_now() + interval '90 days', caller_now(), ?)
                """, consent, caseId, recipient.organisation(), categories, recorder.id());
        return consent;
    }

    private void card(Connection on, UUID id, Worker sender, Worker recipient, int service) throws SQLException {
        run(on, """
                insert into referral_card (referral_id, sender_organisation_id, recipient_organisation_id, service_id, service_type, urgency,
                                           age_band, sex, child, language, interpreter, region, categories, submitted_at, status)
                select ?, ?, ?, service_id, service_type, 'URGENT', '18_24', 'FEMALE', false, 'eng', 'NONE', 'NORTH', '{0}', caller_now(),
                       'PENDING_APPROVAL'
                  from service where service_id = ?
                """, id, sender.organisation(), recipient.organisation(), demo("b000", service));
    }

    private void referral(
            Connection on,
            UUID id,
            Worker sender,
            UUID caseId,
            Worker recipient,
            UUID consent,
            String categories,
            String approval)
            throws SQLException {
        run(
                on,
                """
                insert into referral (referral_id, case_id, sender_organisation_id, recipient_organisation_id, consent_id, categories, approval,
                                      submitted_by)
                values (?, ?, ?, ?, ?, cast(? as smallint[]), ?, ?)
                """,
                id,
                caseId,
                sender.organisation(),
                recipient.organisation(),
                consent,
                categories,
                approval,
                sender.id());
    }

    private void change(Worker worker, String change, Asked asked) throws SQLException {
        as(
                worker,
                now.plusSeconds(5),
                on -> run(on, "update referral_card set " + change + " where referral_id = ?", asked.referral()));
    }

    private int seen(Worker worker, Instant at, String table, UUID caseId) throws SQLException {
        int[] rows = new int[1];
        as(worker, at, on -> {
            try (PreparedStatement count =
                    on.prepareStatement("select count(*) from " + table + " where case_id = ?")) {
                count.setObject(1, caseId);
                ResultSet answer = count.executeQuery();
                answer.next();
                rows[0] = answer.getInt(1);
            }
        });
        return rows[0];
    }

    private void as(Worker worker, Instant at, Act act) throws SQLException {
        try (Connection application = database.application().getConnection()) {
            application.setAutoCommit(false);
            run(
                    application,
                    "select caller_open(?, ?, ?, ?)",
                    worker.id(),
                    worker.organisation(),
                    application.createArrayOf("text", new Object[] {worker.role()}),
                    at.atOffset(java.time.ZoneOffset.UTC));
            act.in(application);
            application.commit();
        }
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            statement.execute();
        }
    }

    private static UUID demo(String kind, int number) {
        return UUID.fromString("00000000-0000-4000-%s-0000000000%02d".formatted(kind, number));
    }
}
