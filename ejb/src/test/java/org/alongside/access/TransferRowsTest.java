package org.alongside.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What somebody could do by SQL as the application with files of cases that are brought or taken out. */
class TransferRowsTest extends ReferralsBySql {
    private static final Worker ILSE = new Worker(3, 1, "SUP");
    private static final Worker ROSA = new Worker(21, 1, "SUP");
    private static final Worker MINA = new Worker(1, 1, "CW");
    private static final Worker TOMAS = new Worker(4, 2, "CW");
    private static final Worker FARAH = new Worker(5, 2, "SUP");
    private static final String OPEN = """
            insert into case_file (case_id, case_code, status, lead_organisation_id, lead_team_id, lead_worker_id, intake_source,
                                   opened_at, opened_by, next_due)
            values (?, ?, 'ACTIVE', ?, ?, ?, 'OTHER', now(), ?, current_date)
            """;

    @Test
    void rows_of_a_file_are_open_to_the_one_who_brought_it_alone() throws Exception {
        UUID brought = bring(ILSE);
        assertThat(count(ILSE, "select count(*) from case_import_row where import_id = ?", brought))
                .isEqualTo(1);
        assertThat(count(ROSA, "select count(*) from case_import where import_id = ?", brought))
                .as("a supervisor of the house knows that it is there")
                .isEqualTo(1);
        for (Worker other : new Worker[] {ROSA, FARAH, MINA, TOMAS}) {
            assertThat(count(other, "select count(*) from case_import_row where import_id = ?", brought))
                    .isZero();
            assertThat(changed(other, "update case_import set discarded_at = now() where import_id = ?", brought))
                    .isZero();
        }
        assertThat(count(FARAH, "select count(*) from case_import where import_id = ?", brought))
                .isZero();
        assertThat(count(MINA, "select count(*) from case_import where import_id = ?", brought))
                .isZero();
        assertThatThrownBy(() -> bring(MINA)).hasMessageContaining("row-level security");
    }

    @Test
    void an_errand_begins_only_where_a_supervisor_has_chosen_and_still_is_one() throws Exception {
        UUID brought = bring(ILSE);
        assertThatThrownBy(() -> errand("IMPORT", brought, on -> {}))
                .as("nothing is chosen")
                .hasMessageContaining("not permitted");
        begin(ILSE, brought);
        errand("IMPORT", brought, on -> {});
        assertThatThrownBy(() -> errand("EXPORT", brought, on -> {})).hasMessageContaining("not permitted");
        inside("delete from worker_role where worker_id = ?", ILSE.id());
        try {
            assertThatThrownBy(() -> errand("IMPORT", brought, on -> {})).hasMessageContaining("not permitted");
        } finally {
            inside("insert into worker_role (worker_id, role_code) values (?, 'SUP')", ILSE.id());
        }
        assertThat(changed(ILSE, "update case_import set ended_at = now() where import_id = ?", brought))
                .isEqualTo(1);
        assertThatThrownBy(() -> errand("IMPORT", brought, on -> {}))
                .as("it has ended")
                .hasMessageContaining("not permitted");
    }

    @Test
    void an_import_opens_cases_of_the_supervisors_teams_and_writes_them_while_it_runs() throws Exception {
        UUID brought = bring(ILSE);
        begin(ILSE, brought);
        UUID caseId = UUID.randomUUID();
        assertThatThrownBy(() -> as(ILSE, now, on -> open(on, caseId, MINA)))
                .as("a supervisor alone opens nothing")
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> errand("IMPORT", brought, on -> open(on, UUID.randomUUID(), TOMAS)))
                .as("somebody of another house does not lead it")
                .hasMessageContaining("row-level security");
        errand("IMPORT", brought, on -> {
            open(on, caseId, MINA);
            run(on, "select lead_open(?)", caseId);
            run(
                    on,
                    "insert into identity_minimum (case_id, preferred_name, age_band, child) values (?, 'n', '18_24', false)",
                    caseId);
            run(
                    on,
                    "insert into case_origin (case_id, legal_basis, recorded_at, recorded_by) values (?, 'CONSENT', now(), ?)",
                    caseId,
                    ILSE.id());
            run(
                    on,
                    "insert into imported_record (organisation_id, key, case_id, imported_at) values (?, ?, ?, now())",
                    ILSE.organisation(),
                    caseId.toString(),
                    caseId);
        });
        assertThat(seen(MINA, now.plusSeconds(9), "identity_minimum", caseId)).isEqualTo(1);
        assertThat(seen(MINA, now.plusSeconds(9), "case_origin", caseId)).isEqualTo(1);
        assertThat(seen(TOMAS, now.plusSeconds(9), "case_origin", caseId)).isZero();
        assertThatThrownBy(() -> as(
                        ILSE,
                        now.plusSeconds(1),
                        on -> run(
                                on,
                                "insert into imported_record (organisation_id, key, case_id, imported_at) values (?, 'x', ?, now())",
                                ILSE.organisation(),
                                caseId)))
                .hasMessageContaining("row-level security");
        assertThat(count(FARAH, "select count(*) from imported_record where key = ?", caseId.toString()))
                .isZero();
    }

    @Test
    void nobody_decides_what_they_asked_for_and_nothing_is_packed_before() throws Exception {
        UUID asked = askExport(ILSE);
        assertThatThrownBy(() -> as(ILSE, now, on -> run(on, "select export_decide(?, true)", asked)))
                .hasMessageContaining("not permitted");
        for (Worker other : new Worker[] {FARAH, MINA, TOMAS}) {
            assertThatThrownBy(() -> as(other, now, on -> run(on, "select export_decide(?, true)", asked)))
                    .hasMessageContaining("not permitted");
        }
        assertThat(changed(ILSE, "update case_export set packing_asked_at = now() where export_id = ?", asked))
                .as("not yet approved")
                .isZero();
        assertThatThrownBy(() -> as(
                        ILSE,
                        now,
                        on -> run(on, "update case_export set approved_at = now() where export_id = ?", asked)))
                .hasMessageContaining("permission denied");
        as(ROSA, now, on -> run(on, "select export_decide(?, true)", asked));
        assertThatThrownBy(() -> as(ROSA, now, on -> run(on, "select export_decide(?, false)", asked)))
                .as("decided once")
                .hasMessageContaining("not permitted");
        assertThatThrownBy(() -> errand("EXPORT", asked, on -> {}))
                .as("no passphrase yet")
                .hasMessageContaining("not permitted");
    }

    @Test
    void an_export_reads_what_the_house_leads_and_no_case_of_a_conflict_and_writes_none() throws Exception {
        UUID caseId = openCase();
        UUID conflicted = openCase();
        inside(
                "insert into conflict_declaration (worker_id, case_id, declared_at) values (?, ?, now())",
                ILSE.id(),
                conflicted);
        UUID asked = askExport(ILSE);
        as(ROSA, now, on -> run(on, "select export_decide(?, true)", asked));
        assertThat(changed(ILSE, "update case_export set packing_asked_at = now() where export_id = ?", asked))
                .isEqualTo(1);
        errand("EXPORT", asked, on -> {
            assertThat(number(on, "select count(*) from identity where case_id = ?", caseId))
                    .isEqualTo(1);
            assertThat(number(on, "select count(*) from identity where case_id = ?", conflicted))
                    .isZero();
            run(on, "insert into case_export_file (export_id, content) values (?, ?)", asked, new byte[] {1});
        });
        assertThatThrownBy(() -> errand("EXPORT", asked, on -> open(on, UUID.randomUUID(), MINA)))
                .hasMessageContaining("row-level security");
        assertThat(count(ILSE, "select count(*) from case_export_file where export_id = ?", asked))
                .isEqualTo(1);
        for (Worker other : new Worker[] {ROSA, FARAH, MINA}) {
            assertThat(count(other, "select count(*) from case_export_file where export_id = ?", asked))
                    .isZero();
        }
    }

    private UUID bring(Worker worker) throws SQLException {
        UUID brought = UUID.randomUUID();
        as(worker, now, on -> {
            run(on, """
                    insert into case_import (import_id, organisation_id, requested_by, uploaded_at, format, file_hash, columns, caseworker_id,
                                             legal_basis, total, good, bad, known)
                    values (?, ?, ?, now(), 'CTDC', 'x', '{}', ?, 'CONSENT', 1, 1, 0, 0)
                    """, brought, worker.organisation(), worker.id(), MINA.id());
            run(
                    on,
                    "insert into case_import_row (import_id, line, key, content, state) values (?, 2, 'k', 'Woman', 'WAITING')",
                    brought);
        });
        return brought;
    }

    private void begin(Worker worker, UUID brought) throws SQLException {
        assertThat(changed(
                        worker, "update case_import set choice = 'ALL', begun_at = now() where import_id = ?", brought))
                .isEqualTo(1);
    }

    private UUID askExport(Worker worker) throws SQLException {
        UUID asked = UUID.randomUUID();
        as(
                worker,
                now,
                on -> run(
                        on,
                        "insert into case_export (export_id, organisation_id, requested_by, requested_at, reason) values (?, ?, ?, now(), 'r')",
                        asked,
                        worker.organisation(),
                        worker.id()));
        return asked;
    }

    private static void open(Connection on, UUID caseId, Worker lead) throws SQLException {
        run(on, OPEN, caseId, caseId.toString(), ILSE.organisation(), lead.team(), lead.id(), ILSE.id());
    }

    private void errand(String kind, UUID id, Act act) throws SQLException {
        try (Connection application = database.application().getConnection()) {
            application.setAutoCommit(false);
            Instant at = now.plusSeconds(5);
            run(application, "select * from errand_open(?, ?, ?)", kind, id, at.atOffset(ZoneOffset.UTC));
            act.in(application);
            application.commit();
        }
    }

    private void inside(String sql, Object... values) throws SQLException {
        try (Connection below = database.inside().getConnection()) {
            run(below, sql, values);
        }
    }

    private int changed(Worker worker, String sql, UUID id) throws SQLException {
        int[] rows = new int[1];
        as(worker, now.plusSeconds(2), on -> {
            try (PreparedStatement change = on.prepareStatement(sql)) {
                change.setObject(1, id);
                rows[0] = change.executeUpdate();
            }
        });
        return rows[0];
    }

    private int count(Worker worker, String sql, Object value) throws SQLException {
        int[] rows = new int[1];
        as(worker, now.plusSeconds(2), on -> rows[0] = number(on, sql, value));
        return rows[0];
    }

    private static int number(Connection on, String sql, Object value) throws SQLException {
        try (PreparedStatement count = on.prepareStatement(sql)) {
            count.setObject(1, value);
            ResultSet answer = count.executeQuery();
            answer.next();
            return answer.getInt(1);
        }
    }
}
