package org.alongside.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.alongside.setup.TestDatabase;
import org.junit.jupiter.api.Test;

/** What somebody could do by SQL as the application with an honest caller: only what is theirs to say here. */
class AdministrationBySqlTest {
    private static final Who MINA = new Who(1, 1, "CW");
    private static final Who JONAS = new Who(2, 1, "CW");
    private static final Who ILSE = new Who(3, 1, "SUP");
    private static final Who FARAH = new Who(5, 2, "SUP");
    private static final Who SANA = new Who(6, 3, "SHS");
    private static final Who PETRA = new Who(7, 3, "SHM");
    private static final Who KIM = new Who(16, 9, "ADM");
    private static final Who LEE = new Who(15, 8, "ADM");
    private static final List<Who> NOT_ADMINISTRATORS = List.of(MINA, ILSE, FARAH, SANA, PETRA, new Who(14, 8, "NRM"));
    private static final String ADMITS = """
            insert into organisation (organisation_id, alias, name, type, region, admitted_by)
            values (?, ?, 'New Harbour', 'NGO', 'NORTH', ?)
            """;

    private final TestDatabase database = TestDatabase.get();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

    private record Who(int number, int house, String role) {
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

    @FunctionalInterface
    private interface Act {
        void in(Connection connection) throws SQLException;
    }

    @Test
    void nobody_but_an_administrator_admits_suspends_or_invites() throws Exception {
        for (Who who : NOT_ADMINISTRATORS) {
            refused(who, ADMITS, UUID.randomUUID(), alias(), who.id());
            refused(
                    who,
                    "insert into worker (worker_id, organisation_id, name, invited_at, invited_by) values (?, ?, 'n', now(), ?)",
                    UUID.randomUUID(),
                    who.organisation(),
                    who.id());
            refused(who, "insert into worker_role (worker_id, role_code) values (?, 'ADM')", JONAS.id());
            refused(
                    who,
                    "insert into worker_login (worker_id, wanted, asked_at, asked_by) values (?, 'OPEN', now(), ?)",
                    JONAS.id(),
                    who.id());
            refused(
                    who,
                    "insert into team_member (team_id, worker_id, supervises, from_at) values (?, ?, true, caller_now())",
                    FARAH.team(),
                    who.id());
            assertThat(changed(
                            who,
                            "update organisation set vetted_at = now() where organisation_id = ?",
                            who.organisation()))
                    .isZero();
            assertThat(changed(
                            who,
                            "update worker set left_at = now(), left_by = ? where worker_id = ?",
                            who.id(),
                            JONAS.id()))
                    .isZero();
            assertThat(changed(who, "delete from worker_role where worker_id = ?", JONAS.id()))
                    .isZero();
        }
        UUID admitted = UUID.randomUUID();
        as(KIM, now, on -> run(on, ADMITS, admitted, alias(), KIM.id()));
        refused(KIM, ADMITS, UUID.randomUUID(), alias(), MINA.id());
    }

    @Test
    void a_suspended_organisation_is_described_by_any_administrator_and_each_suspends_in_their_own_name()
            throws Exception {
        UUID admitted = UUID.randomUUID();
        String suspends =
                "update organisation set suspended_at = caller_now(), suspended_by = ? where organisation_id = ?";
        as(KIM, now, on -> run(on, ADMITS, admitted, alias(), KIM.id()));
        denied(KIM, suspends, LEE.id(), admitted);
        assertThat(changed(KIM, suspends, KIM.id(), admitted)).isEqualTo(1);

        assertThat(changed(LEE, "update organisation set name = 'Harbour' where organisation_id = ?", admitted))
                .isEqualTo(1);
        denied(LEE, "update organisation set suspended_by = ? where organisation_id = ?", JONAS.id(), admitted);
        assertThat(changed(
                        LEE,
                        "update organisation set suspended_at = null, suspended_by = null where organisation_id = ?",
                        admitted))
                .isEqualTo(1);
    }

    @Test
    void an_administrator_invites_and_lets_leave() throws Exception {
        UUID worker = UUID.randomUUID();
        as(KIM, now, on -> {
            run(
                    on,
                    "insert into worker (worker_id, organisation_id, name, invited_at, invited_by) values (?, ?, 'n', now(), ?)",
                    worker,
                    FARAH.organisation(),
                    KIM.id());
            run(
                    on,
                    "insert into team_member (team_id, worker_id, from_at) values (?, ?, caller_now())",
                    FARAH.team(),
                    worker);
        });
        assertThat(changed(KIM, "update worker set left_at = now(), left_by = ? where worker_id = ?", KIM.id(), worker))
                .isEqualTo(1);
        assertThat(changed(KIM, "update team_member set until_at = caller_now() where worker_id = ?", worker))
                .isEqualTo(1);
    }

    @Test
    void an_administrator_changes_no_login_by_hand_and_not_their_own_standing() throws Exception {
        denied(
                KIM,
                "update worker set subject = ? where worker_id = ?",
                KIM.id().toString(),
                MINA.id());
        denied(KIM, "update worker set organisation_id = ? where worker_id = ?", KIM.organisation(), MINA.id());
        denied(KIM, "select login_linked(?, 'x')", MINA.id());
        refused(KIM, "insert into worker_role (worker_id, role_code) values (?, 'CW')", KIM.id());
        refused(KIM, "update worker set left_at = now(), left_by = ? where worker_id = ?", KIM.id(), KIM.id());
        assertThat(changed(KIM, "update organisation set name = 'x' where organisation_id = ?", demo("9000", 0)))
                .isZero();
        refused(
                KIM,
                "insert into worker (worker_id, organisation_id, name, kind, invited_at, invited_by) values (?, ?, 'n', 'SYSTEM', now(), ?)",
                UUID.randomUUID(),
                KIM.organisation(),
                KIM.id());
    }

    @Test
    void an_administrator_sees_no_file_and_nobody_else_sees_where_letters_go() throws Exception {
        UUID caseId = openCase();
        as(
                KIM,
                now,
                on -> run(
                        on,
                        "insert into worker_login (worker_id, username, email, wanted, asked_at, asked_by) values (?, ?, 'j@example.org', 'OPEN', now(), ?)",
                        JONAS.id(),
                        alias(),
                        KIM.id()));
        assertThat(count(KIM, "select count(*) from worker_login where worker_id = ?", JONAS.id()))
                .isEqualTo(1);
        assertThat(count(ILSE, "select count(*) from worker_login where worker_id = ?", JONAS.id()))
                .isZero();
        assertThat(count(JONAS, "select count(*) from worker_login where worker_id = ?", JONAS.id()))
                .isZero();
        assertThat(count(KIM, "select count(*) from case_file where case_id = ?", caseId))
                .isZero();
        assertThat(count(KIM, "select count(*) from assignment where case_id = ?", caseId))
                .isZero();
        denied(KIM, "select assign_case(?, null, ?)", caseId, JONAS.id());
    }

    @Test
    void what_an_organisation_offers_is_for_its_own_people_to_say() throws Exception {
        String full = "update service set capacity = 'FULL', capacity_told_at = caller_now() where service_id = ?";
        UUID safeHouse = demo("b000", 1);
        for (Who who : List.of(MINA, ILSE, FARAH, SANA, KIM)) {
            assertThat(changed(who, full, safeHouse)).as(who.toString()).isZero();
            refused(who, "insert into closed_day values (?, current_date, 'x')", PETRA.organisation());
            refused(who, "insert into service_hours values (?, 1, '09:00', '17:00')", safeHouse);
        }
        assertThat(changed(PETRA, full, safeHouse)).isEqualTo(1);
        denied(PETRA, "update service set organisation_id = ? where service_id = ?", FARAH.organisation(), safeHouse);
        refused(
                PETRA,
                "insert into service (service_id, organisation_id, team_id, service_type, name, region) values (?, ?, ?, 'FOOD', 'n', 'NORTH')",
                UUID.randomUUID(),
                PETRA.organisation(),
                FARAH.team());
        changed(PETRA, full.replace("FULL", "PLACES"), safeHouse);
    }

    @Test
    void a_case_is_given_to_somebody_of_the_team_by_its_supervisor_alone() throws Exception {
        UUID caseId = openCase();
        for (Who who : List.of(MINA, JONAS, FARAH, PETRA, new Who(2, 1, "SUP"), new Who(3, 1, "CW"))) {
            denied(who, "select assign_case(?, null, ?)", caseId, JONAS.id());
        }
        denied(ILSE, "select assign_case(?, null, ?)", caseId, FARAH.id());
        denied(ILSE, "select assign_case(?, null, ?)", caseId, MINA.id());
        denied(ILSE, "select assign_case(?, null, ?)", UUID.randomUUID(), JONAS.id());
        denied(
                ILSE,
                "insert into assignment (assignment_id, case_id, organisation_id, team_id, worker_id, from_at, assigned_by)"
                        + " values (gen_random_uuid(), ?, ?, ?, ?, now(), ?)",
                caseId,
                ILSE.organisation(),
                ILSE.team(),
                JONAS.id(),
                ILSE.id());
        as(ILSE, now.plusSeconds(5), on -> run(on, "select assign_case(?, null, ?)", caseId, JONAS.id()));
        assertThat(sees(JONAS, now.plusSeconds(5), caseId)).isTrue();
        assertThat(sees(MINA, now.plusSeconds(5), caseId)).isFalse();
        assertThat(sees(ILSE, now.plusSeconds(5), caseId)).isTrue();
        assertThat(count(
                        ILSE,
                        now.plusSeconds(6),
                        "select count(*) from case_file where lead_worker_id = ? and case_id = ?",
                        JONAS.id(),
                        caseId))
                .isEqualTo(1);
    }

    @Test
    void who_covers_reads_from_the_first_moment_to_the_last_and_no_longer() throws Exception {
        UUID caseId = openCase();
        UUID absence = UUID.randomUUID();
        Instant from = now.plus(Duration.ofDays(700));
        Instant until = from.plus(Duration.ofDays(3));
        denied(MINA, "select cover_begin(?, ?, ?, ?, ?)", absence, MINA.id(), JONAS.id(), utc(from), utc(until));
        denied(FARAH, "select cover_begin(?, ?, ?, ?, ?)", absence, MINA.id(), JONAS.id(), utc(from), utc(until));
        denied(ILSE, "select cover_begin(?, ?, ?, ?, ?)", absence, MINA.id(), FARAH.id(), utc(from), utc(until));
        as(
                ILSE,
                now,
                on -> run(
                        on,
                        "select cover_begin(?, ?, ?, ?, ?)",
                        absence,
                        MINA.id(),
                        JONAS.id(),
                        utc(from),
                        utc(until)));
        assertThat(sees(JONAS, from.minusMillis(1), caseId)).isFalse();
        assertThat(sees(JONAS, from, caseId)).isTrue();
        assertThat(sees(JONAS, until.minusMillis(1), caseId)).isTrue();
        assertThat(sees(JONAS, until, caseId)).isFalse();
        assertThatThrownBy(() -> as(
                        ILSE,
                        now,
                        on -> run(
                                on,
                                "select cover_begin(?, ?, ?, ?, ?)",
                                UUID.randomUUID(),
                                JONAS.id(),
                                MINA.id(),
                                utc(from),
                                utc(until))))
                .as("who covers is not away")
                .hasMessageContaining("away already");

        denied(FARAH, "select cover_end(?)", absence);
        as(ILSE, from.plusSeconds(60), on -> run(on, "select cover_end(?)", absence));
        assertThat(sees(JONAS, from.plusSeconds(60), caseId)).isFalse();
        assertThat(sees(MINA, from.plusSeconds(60), caseId)).isTrue();
    }

    @Test
    void who_covers_is_given_the_cases_of_their_own_team_alone() throws Exception {
        Who away = new Who(901, 2, "CW");
        Who covers = new Who(902, 2, "CW");
        Who supervisor = new Who(903, 2, "SUP");
        UUID other = demo("a000", 901);
        as(KIM, now, on -> {
            run(
                    on,
                    "insert into team (team_id, organisation_id, name, reach) values (?, ?, 'Other', 'PERSON')",
                    other,
                    away.organisation());
            for (Who who : List.of(away, covers, supervisor)) {
                run(
                        on,
                        "insert into worker (worker_id, organisation_id, name, invited_at, invited_by) values (?, ?, 'n', now(), ?)",
                        who.id(),
                        who.organisation(),
                        KIM.id());
                join(on, who.team(), who, who == supervisor);
            }
            join(on, other, away, false);
            join(on, other, supervisor, true);
        });
        UUID shared = openCase(away, away.team());
        UUID apart = openCase(away, other);
        UUID absence = UUID.randomUUID();
        Instant until = now.plus(Duration.ofDays(1));
        as(
                supervisor,
                now.plusSeconds(1),
                on -> run(
                        on,
                        "select cover_begin(?, ?, ?, ?, ?)",
                        absence,
                        away.id(),
                        covers.id(),
                        utc(now.plusSeconds(1)),
                        utc(until)));
        assertThat(sees(covers, now.plusSeconds(2), shared)).isTrue();
        assertThat(sees(covers, now.plusSeconds(2), apart)).isFalse();
    }

    private static void join(Connection on, UUID team, Who who, boolean supervises) throws SQLException {
        run(
                on,
                "insert into team_member (team_id, worker_id, supervises, from_at) values (?, ?, ?, caller_now())",
                team,
                who.id(),
                supervises);
    }

    @Test
    void who_has_a_conflict_of_interest_neither_takes_over_nor_covers() throws Exception {
        UUID caseId = openCase();
        try (Connection below = database.inside().getConnection()) {
            run(
                    below,
                    "insert into conflict_declaration (worker_id, case_id, declared_at) values (?, ?, now())",
                    JONAS.id(),
                    caseId);
        }
        assertThatThrownBy(() -> as(
                        ILSE, now.plusSeconds(5), on -> run(on, "select assign_case(?, null, ?)", caseId, JONAS.id())))
                .hasMessageContaining("conflict");
        UUID absence = UUID.randomUUID();
        Instant from = now.plus(Duration.ofDays(720));
        as(
                ILSE,
                now,
                on -> run(
                        on,
                        "select cover_begin(?, ?, ?, ?, ?)",
                        absence,
                        MINA.id(),
                        JONAS.id(),
                        utc(from),
                        utc(from.plusSeconds(60))));
        assertThat(count(ILSE, "select count(*) from assignment where absence_id = ? and case_id = ?", absence, caseId))
                .isZero();
    }

    private UUID openCase() throws SQLException {
        return openCase(MINA, MINA.team());
    }

    private UUID openCase(Who lead, UUID team) throws SQLException {
        UUID caseId = UUID.randomUUID();
        as(lead, now, on -> {
            run(on, """
                    insert into case_file (case_id, case_code, status, lead_organisation_id, lead_team_id, lead_worker_id, intake_source,
                                           opened_at, opened_by, next_due)
                    values (?, ?, 'ACTIVE', ?, ?, ?, 'SELF', now(), ?, current_date)
                    """, caseId, caseId.toString(), lead.organisation(), team, lead.id(), lead.id());
            run(on, "select lead_open(?)", caseId);
        });
        return caseId;
    }

    /** A row that the policies do not let in. */
    private void refused(Who who, String sql, Object... values) {
        assertThatThrownBy(() -> as(who, now, on -> run(on, sql, values)))
                .as(who + " " + sql)
                .hasMessageContaining("row-level security");
    }

    /** What the application may not do at all, or a function does not do for this caller. */
    private void denied(Who who, String sql, Object... values) {
        assertThatThrownBy(() -> as(who, now.plusSeconds(1), on -> run(on, sql, values)))
                .as(who + " " + sql)
                .isInstanceOf(SQLException.class)
                .extracting(thrown -> ((SQLException) thrown).getSQLState())
                .isEqualTo("42501");
    }

    private boolean sees(Who who, Instant at, UUID caseId) throws SQLException {
        return count(who, at, "select count(*) from case_file where case_id = ?", caseId) == 1;
    }

    private int count(Who who, String sql, Object... values) throws SQLException {
        return count(who, now.plusSeconds(1), sql, values);
    }

    private int count(Who who, Instant at, String sql, Object... values) throws SQLException {
        int[] rows = new int[1];
        as(who, at, on -> {
            try (PreparedStatement count = on.prepareStatement(sql)) {
                bind(count, values);
                ResultSet answer = count.executeQuery();
                answer.next();
                rows[0] = answer.getInt(1);
            }
        });
        return rows[0];
    }

    private int changed(Who who, String sql, Object... values) throws SQLException {
        int[] rows = new int[1];
        as(who, now, on -> {
            try (PreparedStatement change = on.prepareStatement(sql)) {
                bind(change, values);
                rows[0] = change.executeUpdate();
            }
        });
        return rows[0];
    }

    private void as(Who who, Instant at, Act act) throws SQLException {
        try (Connection connection = database.application().getConnection()) {
            connection.setAutoCommit(false);
            run(
                    connection,
                    "select caller_open(?, ?, string_to_array(?, ','), ?)",
                    who.id(),
                    who.organisation(),
                    who.role(),
                    utc(at));
            act.in(connection);
            connection.commit();
        }
    }

    private static void run(Connection on, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = on.prepareStatement(sql)) {
            bind(statement, values);
            statement.execute();
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int at = 0; at < values.length; at++) {
            statement.setObject(at + 1, values[at]);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String alias() {
        return "a" + UUID.randomUUID().toString().substring(0, 12);
    }

    private static UUID demo(String kind, int number) {
        return UUID.fromString("00000000-0000-4000-%s-%012d".formatted(kind, number));
    }
}
