package org.alongside.counselling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.alongside.counselling.NewSession.NewAttendance;
import org.alongside.counselling.NewSession.NewNote;
import org.alongside.counselling.NewSession.NewSummary;
import org.alongside.setup.Cases;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.alongside.shared.CaseId;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;
import org.alongside.shared.SessionId;
import org.alongside.shared.Sql;

/** A house of counsellors in a real database: its doors for whoever asks, each act a transaction of its own as the application. */
final class Practice implements AutoCloseable {
    static final Who NOOR = new Who(10, 5, "COU");
    static final Who ELIF = new Who(11, 5, "COU");
    static final Who THIRD = new Who(93, 5, "COU");
    static final Who SUPERVISOR = new Who(32, 5, "SUP");
    static final Who LEAD = new Who(1, 1, "CW");
    static final Who LEADS_SUPERVISOR = new Who(3, 1, "SUP");
    static final Who HEALTH = new Who(23, 10, "HLT");
    static final Who LAWYER = new Who(12, 6, "LAW");
    static final Who POLICE = new Who(13, 7, "LEL");
    static final Who PROSECUTION = new Who(24, 11, "PRL");
    static final Who COORDINATOR = new Who(14, 8, "NRM");
    static final Who OFFICER = new Who(31, 1, "DPO");
    static final Who ADMINISTRATOR = new Who(16, 9, "ADM");
    static final Who SHELTER = new Who(7, 3, "SHM");

    static final String CEDAR = Who.demo("9000", 5).toString();

    final TestDatabase database;
    final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

    private final Connection application;
    private final Connection superuser;

    Practice(TestDatabase database) throws SQLException {
        this.database = database;
        application = database.application().getConnection();
        superuser = database.inside().getConnection();
        arrange(
                "insert into worker (worker_id, subject, organisation_id, name) values ('%1$s', '%1$s', '%2$s', 'W%3$s')"
                        .formatted(THIRD.id(), THIRD.organisation(), THIRD.number()));
        arrange("insert into worker_role (worker_id, role_code) values ('%s', '%s')"
                .formatted(THIRD.id(), THIRD.role()));
    }

    @Override
    public void close() throws SQLException {
        application.close();
        superuser.close();
    }

    @FunctionalInterface
    interface Act<T> {
        T in(Doors doors) throws Exception;
    }

    @FunctionalInterface
    interface Deed {
        void in(Doors doors) throws Exception;
    }

    /**
     * A case that Harbour Light leads and Cedar Counselling counsels under an accepted referral, assigned to these counsellors. Everybody else of
     * the demo who could ever be given anything is given all that a grant can give, as if she had agreed to it.
     */
    CaseId counselled(Who... counsellors) throws SQLException {
        UUID caseId = UUID.randomUUID();
        UUID referral = UUID.randomUUID();
        arrange("""
                insert into case_file (case_id, case_code, status, lead_organisation_id, lead_team_id, lead_worker_id, intake_source,
                                       opened_at, opened_by, next_due)
                values ('%1$s', '%1$s', 'ACTIVE', '%2$s', '%3$s', '%4$s', 'SELF', now() - interval '9 days', '%4$s', current_date)
                """.formatted(caseId, LEAD.organisation(), Who.demo("a000", 1), LEAD.id()));
        arrange(
                "insert into identity_minimum (case_id, preferred_name, age_band, child) values ('%s', 'Quillara', '18_24', false)"
                        .formatted(caseId));
        arrange("insert into safety_minimum (case_id, risk_level, in_danger) values ('%s', 'MEDIUM', false)"
                .formatted(caseId));
        arrange(Cases.acceptedReferral(
                caseId, referral, LEAD.organisation(), LEAD.id(), NOOR.organisation(), NOOR.id()));
        assign(caseId, LEAD, null);
        grant(caseId, LEAD, "LEAD", null, "(0,'F'),(6,'E'),(9,'F'),(10,'F'),(11,'F')");
        for (Who counsellor : counsellors) {
            assign(caseId, counsellor, referral);
        }
        grant(caseId, NOOR, "REFERRAL", referral, "(0,'M'),(6,'W'),(11,'W')");
        for (Who who :
                List.of(HEALTH, LAWYER, POLICE, PROSECUTION, COORDINATOR, SHELTER, ADMINISTRATOR, LEADS_SUPERVISOR)) {
            assign(caseId, who, null);
            if (who.house() != LEAD.house()) {
                grant(caseId, who, "CONSENT", null, "(0,'R'),(6,'R'),(7,'R'),(9,'R')");
            }
        }
        return new CaseId(caseId);
    }

    private void assign(UUID caseId, Who who, UUID referral) throws SQLException {
        arrange("""
                insert into assignment (assignment_id, case_id, organisation_id, team_id, worker_id, from_at, assigned_by, referral_id)
                values (gen_random_uuid(), '%s', '%s', '%s', '%s', now() - interval '9 days', '%s', %s)
                """.formatted(
                caseId, who.organisation(), Who.demo("a000", who.house()), who.id(), LEAD.id(), quoted(referral)));
    }

    private void grant(UUID caseId, Who who, String basis, UUID referral, String levels) throws SQLException {
        arrange("""
                insert into access_grant (grant_id, case_id, organisation_id, category, level, basis, valid_from, valid_until, given_by, referral_id)
                select gen_random_uuid(), '%s', '%s', c, l, '%s', now() - interval '9 days', now() + interval '90 days', '%s', %s::uuid
                  from (values %s) v (c, l)
                """.formatted(caseId, who.organisation(), basis, LEAD.id(), quoted(referral), levels));
    }

    private static String quoted(UUID id) {
        return id == null ? "null" : "'" + id + "'";
    }

    /** With a database of its own. */
    static Practice own() {
        try {
            return new Practice(TestDatabase.own());
        } catch (SQLException away) {
            throw new IllegalStateException(away);
        }
    }

    static NewSession session(Instant at) {
        return new NewSession(null, at, 50, "TRAUMA_FOCUSED", "IN_PERSON", "COUNSELLING_ROOM", "WOMAN");
    }

    /** A session of Noor's with her that is over, of which everything is written. */
    SessionId held(CaseId her) throws Exception {
        SessionId id = planned(NOOR, her, at(2));
        does(NOOR, Duration.ofHours(4), doors -> {
            doors.sessions().record(id, new NewAttendance("ATTENDED"));
            doors.notes().write(id, new NewNote("Mine alone"), 0);
            doors.notes().add(id, new NewNote("Grounding exercise practised"), null);
            doors.notes().summarise(id, new NewSummary("We work on sleep", true, day(at(2)), false));
        });
        return id;
    }

    SessionId planned(Who who, CaseId caseId, Instant at) throws Exception {
        return as(who, Duration.ofHours(1), doors -> doors.sessions().plan(caseId, session(at), null));
    }

    Instant at(int hours) {
        return now.plus(Duration.ofHours(hours));
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    <T> T as(Who who, Duration later, Act<T> act) throws Exception {
        Instant at = now.plus(later);
        try {
            TestDatabase.call(application, who, at);
            T answer = act.in(Doors.open(application, who, at));
            application.commit();
            return answer;
        } finally {
            application.rollback();
        }
    }

    void does(Who who, Duration later, Deed deed) throws Exception {
        as(who, later, doors -> {
            deed.in(doors);
            return null;
        });
    }

    List<Object> told(Who who, Duration later, Deed deed) throws Exception {
        return as(who, later, doors -> {
            deed.in(doors);
            return doors.told();
        });
    }

    /** The first column of every row, by SQL past every door. */
    List<String> sees(Who who, Duration later, String question) throws Exception {
        return as(who, later, doors -> texts(doors.sql(), question));
    }

    List<CounsellingView.ClinicalEntry> record(Who who, SessionId id) throws Exception {
        return as(who, Duration.ofDays(1), doors -> doors.notes().record(id));
    }

    List<CounsellingJournal.Story> stories(Who who, CaseId caseId) throws Exception {
        return as(who, Duration.ofDays(1), doors -> doors.journal().of(caseId));
    }

    /** Whether the session is there for somebody. */
    boolean there(Who who, SessionId id) throws Exception {
        return as(who, Duration.ofDays(1), doors -> doors.policy()
                .standing(doors.caller(), id)
                .isPresent());
    }

    /** From below, bound by nothing. */
    void arrange(String statement) throws SQLException {
        try (Statement sql = superuser.createStatement()) {
            sql.execute(statement);
        }
    }

    List<String> below(String question) throws SQLException {
        return texts(superuser, question);
    }

    static List<String> texts(Connection on, String question) throws SQLException {
        List<String> seen = new ArrayList<>();
        try (Statement sql = on.createStatement();
                ResultSet rows = sql.executeQuery(question)) {
            while (rows.next()) {
                seen.add(rows.getString(1));
            }
        }
        return seen;
    }

    /** Why it is refused: the field, if it is about one, and the first reason. */
    String reason(Who who, Duration later, Act<?> act) {
        Refusal refused = catchThrowableOfType(Refusal.class, () -> as(who, later, act));
        assertThat(refused).as("refused").isNotNull();
        Reason why = refused.reasons().get(0);
        return (why.field().isEmpty() ? "" : why.field() + " ") + why.code();
    }

    /** The state in which a statement past every door ends after an hour. */
    String state(Who who, String statement) {
        Throwable failed = catchThrowable(() -> does(
                who, Duration.ofHours(1), doors -> doors.sql().createStatement().execute(statement)));
        return Sql.stateIn(failed).orElse("nothing");
    }
}
