package org.alongside.setup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * Cases that one house leads, written from below. Until they are kept, the temporary table {@code made} holds the {@code id} of
 * each and its number {@code n} from 1.
 */
public final class Cases implements AutoCloseable {
    private final Connection superuser;
    private final Statement sql;

    /** A house of the demo, one of its teams and one of its people. */
    public record House(String id, String team, String worker) {
        /** By their numbers in the demo; the team has its house's. */
        public static House demo(int house, int worker) {
            String id = "00000000-0000-4000-%s-0000000000%02d";
            return new House(id.formatted("9000", house), id.formatted("a000", house), id.formatted("8000", worker));
        }
    }

    private Cases(Connection superuser) throws SQLException {
        this.superuser = superuser;
        superuser.setAutoCommit(false);
        sql = superuser.createStatement();
    }

    /** Active ones, as many as said, opened nine days ago. */
    public static Cases led(TestDatabase database, int number, House lead) throws SQLException {
        Cases cases = new Cases(database.inside().getConnection());
        cases.write("create temp table made on commit drop as select gen_random_uuid() id, n from generate_series(1, "
                + number + ") n");
        cases.write("""
                insert into case_file (case_id, case_code, status, lead_organisation_id, lead_team_id, lead_worker_id, intake_source,
                                       opened_at, opened_by, next_due)
                select id, '%1$s' || n, 'ACTIVE', '%2$s', '%3$s', '%4$s', 'SELF', now() - interval '9 days', '%4$s', current_date from made
                """.formatted(UUID.randomUUID(), lead.id(), lead.team(), lead.worker()));
        return cases;
    }

    /**
     * Opens the categories to a house and assigns its people.
     *
     * @param worker whom of them alone; null: the whole team
     * @param categories numbers, with commas between them
     */
    public Cases open(House house, String worker, String basis, String level, String categories) throws SQLException {
        write("""
                insert into assignment (assignment_id, case_id, organisation_id, team_id, worker_id, from_at, assigned_by)
                select gen_random_uuid(), id, '%s', '%s', %s, now() - interval '9 days', '%s' from made
                """.formatted(house.id(), house.team(), worker == null ? "null" : "'" + worker + "'", house.worker()));
        write("""
                insert into access_grant (grant_id, case_id, organisation_id, category, level, basis, valid_from, valid_until, given_by)
                select gen_random_uuid(), id, '%s', c, '%s', '%s', now() - interval '9 days', now() + interval '90 days', '%s'
                  from made, unnest('{%s}'::int[]) c
                """.formatted(house.id(), level, basis, house.worker(), categories));
        return this;
    }

    /** The id of the first of them. */
    public UUID first() throws SQLException {
        try (ResultSet row = sql.executeQuery("select id from made where n = 1")) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    /** Writes what belongs to them. */
    public Cases write(String statement) throws SQLException {
        sql.execute(statement);
        return this;
    }

    /** Commits them, and has the database know what is in these tables. */
    public void keep(String tables) throws SQLException {
        superuser.commit();
        superuser.setAutoCommit(true);
        sql.execute("vacuum analyze " + tables);
    }

    @Override
    public void close() throws SQLException {
        superuser.close();
    }
}
