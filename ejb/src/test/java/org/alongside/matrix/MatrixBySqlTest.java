package org.alongside.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.alongside.access.Category;
import org.alongside.setup.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** As the application's role, by SQL alone: who changes the matrix, and from when on it is so. */
class MatrixBySqlTest {
    private static final int HEALTH = Category.HEALTH.ordinal();
    private static final String PLATFORM = "00000000-0000-4000-9000-000000000009";
    private static final String KIM = "00000000-0000-4000-8000-000000000016";
    private static final String OTHER = "00000000-0000-4000-8000-0000000000f1";
    private static final String NOOR = "00000000-0000-4000-8000-000000000010";
    private static final String CEDAR = "00000000-0000-4000-9000-000000000005";

    private final TestDatabase database = TestDatabase.get();
    private final UUID change = UUID.randomUUID();

    @BeforeEach
    void a_second_administrator_works_here() throws SQLException {
        superuser("insert into worker (worker_id, subject, organisation_id, name) values ('" + OTHER
                + "', 'other-admin', '" + PLATFORM + "', 'Ada Other') on conflict do nothing");
    }

    @AfterEach
    void nothing_of_it_stays() throws SQLException {
        superuser(
                "delete from matrix_change; update role_category set access = 'C' where role_code = 'COU' and category = "
                        + HEALTH);
    }

    @Test
    void what_one_proposes_another_confirms_and_the_next_transaction_of_everybody_goes_by_it() throws Exception {
        long codes = codes();
        assertThat(reads()).isFalse();
        propose(KIM, "ADM", "COU", HEALTH, "C", "R");
        assertThat(reads()).as("a proposal opens nothing").isFalse();

        try (Connection counsellor = as(NOOR, CEDAR, "COU")) {
            assertThat(decide(OTHER, "ADM", true)).isEqualTo("DONE");
            assertThat(readMask(counsellor))
                    .as("one under way ends as it began")
                    .isFalse();
            counsellor.rollback();
        }

        assertThat(reads()).isTrue();
        assertThat(codes()).as("what the gate keeps in memory is told").isGreaterThan(codes);
        assertThat(text("select before || after || version from matrix_change where change_id = '" + change + "'"))
                .startsWith("CR")
                .isNotEqualTo("CR1");
    }

    @Test
    void nobody_confirms_what_they_proposed_but_may_take_it_back() throws Exception {
        propose(KIM, "ADM", "COU", HEALTH, "C", "R");

        assertThatThrownBy(() -> decide(KIM, "ADM", true)).hasMessageContaining("not permitted");
        assertThat(decide(KIM, "ADM", false)).isEqualTo("DONE");

        assertThat(reads()).isFalse();
        assertThat(decide(OTHER, "ADM", true)).isEqualTo("DECIDED");
        assertThat(reads()).isFalse();
    }

    @Test
    void an_accomplice_of_ones_own_making_is_no_second_administrator() throws Exception {
        String first = invited("f2", KIM);
        String second = invited("f3", first);
        String sibling = invited("f4", KIM);
        propose(first, "ADM", "COU", HEALTH, "C", "R");
        for (String line : List.of(KIM, second, sibling)) {
            assertThatThrownBy(() -> decide(line, "ADM", true)).hasMessageContaining("not permitted");
        }
        assertThat(reads()).isFalse();
        assertThat(decide(OTHER, "ADM", true)).isEqualTo("DONE");
        assertThat(reads()).isTrue();
    }

    private String invited(String end, String by) throws SQLException {
        String id = OTHER.substring(0, OTHER.length() - 2) + end;
        superuser(
                "insert into worker (worker_id, subject, organisation_id, name, invited_at, invited_by) values ('%s', 'admin-%s', '%s', 'Invited', now(), '%s') on conflict do nothing"
                        .formatted(id, end, PLATFORM, by));
        return id;
    }

    @Test
    void nobody_but_an_administrator_proposes_or_decides_and_nobody_writes_the_matrix_itself() throws Exception {
        for (String role : List.of("SUP", "DPO", "NRM", "CW")) {
            assertThatThrownBy(() -> propose(NOOR, CEDAR, role, "COU", HEALTH, "C", "R"))
                    .hasMessageContaining("row-level security");
        }
        propose(KIM, "ADM", "COU", HEALTH, "C", "R");
        for (String role : List.of("SUP", "DPO", "NRM", "CW")) {
            assertThatThrownBy(() -> decide(OTHER, role, true)).hasMessageContaining("not permitted");
        }
        try (Connection admin = as(OTHER, PLATFORM, "ADM")) {
            assertThatThrownBy(() -> admin.createStatement().execute("update role_category set access = 'R'"))
                    .hasMessageContaining("permission denied");
            admin.rollback();
        }
        try (Connection admin = as(OTHER, PLATFORM, "ADM")) {
            assertThatThrownBy(
                            () -> admin.createStatement().execute("update matrix_change set proposed_by = decided_by"))
                    .hasMessageContaining("permission denied");
            admin.rollback();
        }
        try (Connection counsellor = as(NOOR, CEDAR, "COU")) {
            assertThat(text(counsellor, "select count(*)::text from matrix_change"))
                    .isEqualTo("0");
            counsellor.rollback();
        }
    }

    @Test
    void nobody_proposes_beyond_a_fence_nor_in_another_name_nor_from_what_it_is_not() {
        assertThatThrownBy(() -> propose(KIM, "ADM", "ADM", 0, "-", "R")).hasMessageContaining("row-level security");
        assertThatThrownBy(() -> propose(KIM, "ADM", "LEL", 2, "-", "E")).hasMessageContaining("row-level security");
        assertThatThrownBy(() -> propose(KIM, "ADM", "SUP", 6, "-", "R")).hasMessageContaining("row-level security");
        assertThatThrownBy(() -> propose(KIM, "ADM", "COU", HEALTH, "M", "R"))
                .hasMessageContaining("row-level security");
    }

    @Test
    void no_later_version_of_the_product_writes_beyond_a_fence() {
        assertThatThrownBy(() -> superuser("update role_category set access = 'F' where role_code = 'ADM'"))
                .hasMessageContaining("beyond the fence");
    }

    @Test
    void of_two_who_decide_at_once_one_wins_and_the_other_is_told() throws Exception {
        propose(KIM, "ADM", "COU", HEALTH, "C", "R");
        try (Connection first = as(OTHER, PLATFORM, "ADM")) {
            assertThat(decide(first, true)).isEqualTo("DONE");
            CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> {
                try {
                    return decide(KIM, "ADM", false);
                } catch (SQLException failed) {
                    return failed.getSQLState();
                }
            });
            first.commit();
            assertThat(second.join()).isEqualTo("DECIDED");
        }
        assertThat(reads()).isTrue();
    }

    private boolean reads() throws SQLException {
        try (Connection counsellor = as(NOOR, CEDAR, "COU")) {
            boolean reads = readMask(counsellor);
            counsellor.rollback();
            return reads;
        }
    }

    private static boolean readMask(Connection counsellor) throws SQLException {
        return !"0".equals(text(counsellor, "select (caller_mask('read') & " + (1 << HEALTH) + ")::text"));
    }

    private void propose(String worker, String role, String of, int category, String before, String after)
            throws SQLException {
        propose(worker, PLATFORM, role, of, category, before, after);
    }

    private void propose(
            String worker, String organisation, String role, String of, int category, String before, String after)
            throws SQLException {
        try (Connection one = as(worker, organisation, role);
                PreparedStatement insert = one.prepareStatement("""
                        insert into matrix_change (change_id, role_code, category, before, after, reason, proposed_by, proposed_at)
                        values (?, ?, ?, ?, ?, 'Sessions need it', ?, caller_now())
                        """)) {
            insert.setObject(1, change);
            insert.setString(2, of);
            insert.setInt(3, category);
            insert.setString(4, before);
            insert.setString(5, after);
            insert.setObject(6, UUID.fromString(worker));
            insert.execute();
            one.commit();
        }
    }

    private String decide(String worker, String role, boolean confirm) throws SQLException {
        try (Connection one = as(worker, PLATFORM, role)) {
            String said = decide(one, confirm);
            one.commit();
            return said;
        }
    }

    private String decide(Connection one, boolean confirm) throws SQLException {
        return text(one, "select matrix_decide('" + change + "', " + confirm + ")");
    }

    private Connection as(String worker, String organisation, String role) throws SQLException {
        Connection application = database.application().getConnection();
        application.setAutoCommit(false);
        try (PreparedStatement caller = application.prepareStatement("select caller_open(?, ?, ?, ?)")) {
            caller.setObject(1, UUID.fromString(worker));
            caller.setObject(2, UUID.fromString(organisation));
            caller.setArray(3, application.createArrayOf("text", new Object[] {role}));
            caller.setObject(4, Instant.now().atOffset(ZoneOffset.UTC));
            caller.execute();
        }
        return application;
    }

    private long codes() throws SQLException {
        return Long.parseLong(text("select version::text from code_version"));
    }

    private String text(String sql) throws SQLException {
        try (Connection superuser = database.inside().getConnection()) {
            return text(superuser, sql);
        }
    }

    private void superuser(String sql) throws SQLException {
        try (Connection superuser = database.inside().getConnection()) {
            superuser.createStatement().execute(sql);
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        ResultSet answer = connection.createStatement().executeQuery(sql);
        answer.next();
        return answer.getString(1);
    }
}
