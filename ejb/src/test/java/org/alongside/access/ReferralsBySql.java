package org.alongside.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.alongside.setup.TestDatabase;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Cases, consents and referrals made by SQL as the application, each with an honest caller. */
class ReferralsBySql {
    static final Worker LEAD = new Worker(1, 1, "CW");
    static final Worker LEADS_SUPERVISOR = new Worker(3, 1, "SUP");
    static final Worker MENTOR = new Worker(4, 2, "CW");
    static final Worker COUNSELLOR = new Worker(10, 5, "COU");
    static final Worker OTHER_COUNSELLOR = new Worker(11, 5, "COU");
    static final Worker COUNSELLORS_SUPERVISOR = new Worker(32, 5, "SUP");
    static final Worker CASEWORKER_OF_COUNSELLORS = new Worker(10, 5, "CW");
    static final int MENTORING = 8;
    static final int COUNSELLING = 4;
    static final int COUNSELLING_FOR_CHILDREN = 5;

    final TestDatabase database = TestDatabase.get();
    final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

    record Worker(int number, int house, String role) {
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

    record Asked(UUID caseId, UUID consent, UUID referral) {}

    @FunctionalInterface
    interface Act {
        void in(Connection connection) throws SQLException;
    }

    Asked accepted(int service, Worker recipient) throws SQLException {
        Asked asked = ask(openCase(), service, recipient, "{0,1,3,4,9,10}", "NONE");
        accept(asked, recipient);
        return asked;
    }

    UUID openCase() throws SQLException {
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

    Asked ask(UUID caseId, int service, Worker recipient, String categories, String approval) throws SQLException {
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

    void accept(Asked asked, Worker recipient) throws SQLException {
        as(
                recipient,
                now.plusSeconds(10),
                on -> run(
                        on, "select open_on_acceptance(?, ?, ?)", asked.referral(), recipient.team(), recipient.id()));
    }

    /** How long a consent lasts that is recorded from now on. */
    String lasts = "90 days";

    UUID consent(Connection on, Worker recorder, UUID caseId, Worker recipient, String categories) throws SQLException {
        UUID consent = UUID.randomUUID();
        run(on, """
                insert into consent (consent_id, case_id, recipient_organisation_id, purpose, categories, giver, medium, language, interpreter,
                                     given_at, expires_at, recorded_at, recorded_by)
                values (?, ?, ?, 'SHARE_REFERRAL', cast(? as smallint[]), 'SELF', 'WRITTEN', 'eng', 'NONE',
                        caller_now(), caller_now() + cast(? as interval), caller_now(), ?)
                """, consent, caseId, recipient.organisation(), categories, lasts, recorder.id());
        return consent;
    }

    void card(Connection on, UUID id, Worker sender, Worker recipient, int service) throws SQLException {
        run(on, """
                insert into referral_card (referral_id, sender_organisation_id, recipient_organisation_id, service_id, service_type, urgency,
                                           age_band, sex, child, language, interpreter, region, categories, submitted_at, status, agreed_until)
                select ?, ?, ?, service_id, service_type, 'URGENT', '18_24', 'FEMALE', false, 'eng', 'NONE', 'NORTH', '{0}', caller_now(),
                       'PENDING_APPROVAL', caller_now() + interval '90 days'
                  from service where service_id = ?
                """, id, sender.organisation(), recipient.organisation(), demo("b000", service));
    }

    void referral(
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
                                      submitted_by, askers)
                values (?, ?, ?, ?, ?, cast(? as smallint[]), ?, ?, array[?])
                """,
                id,
                caseId,
                sender.organisation(),
                recipient.organisation(),
                consent,
                categories,
                approval,
                sender.id(),
                sender.id());
    }

    void change(Worker worker, String change, Asked asked) throws SQLException {
        as(
                worker,
                now.plusSeconds(5),
                on -> run(on, "update referral_card set " + change + " where referral_id = ?", asked.referral()));
    }

    int seen(Worker worker, Instant at, String table, UUID caseId) throws SQLException {
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

    void as(Worker worker, Instant at, Act act) throws SQLException {
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

    /** From below, bound by nothing. */
    String below(String sql) throws SQLException {
        try (Connection superuser = database.inside().getConnection();
                PreparedStatement statement = superuser.prepareStatement(sql)) {
            if (!statement.execute()) {
                return null;
            }
            ResultSet answer = statement.getResultSet();
            return answer.next() ? answer.getString(1) : null;
        }
    }

    static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            statement.execute();
        }
    }

    static UUID demo(String kind, int number) {
        return UUID.fromString("00000000-0000-4000-%s-0000000000%02d".formatted(kind, number));
    }

    static String messageOf(ThrowingCallable act) {
        Throwable thrown = catchThrowable(act);
        assertThat(thrown).isNotNull();
        return thrown.getMessage();
    }

    Asked helped(int service, Worker recipient, String categories) throws SQLException {
        Asked asked = ask(openCase(), service, recipient, categories, "NONE");
        as(recipient, now.plusSeconds(10), on -> {
            run(on, "select open_on_acceptance(?, ?, ?)", asked.referral(), recipient.team(), recipient.id());
            run(on, "select open_own_domain(?)", asked.referral());
        });
        return asked;
    }

    int readable(Worker worker, String table, UUID caseId) throws SQLException {
        int[] rows = new int[1];
        as(worker, now.plusSeconds(40), on -> rows[0] = rows(on, table, caseId));
        return rows[0];
    }

    static int rows(Connection on, String table, UUID caseId) throws SQLException {
        try (PreparedStatement count = on.prepareStatement("select count(*) from " + table + " where case_id = ?")) {
            count.setObject(1, caseId);
            ResultSet answer = count.executeQuery();
            answer.next();
            return answer.getInt(1);
        }
    }
}
