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

    /** That a house which leads asked another for counselling, with her agreement, and that one said yes. */
    public static String acceptedReferral(
            UUID caseId, UUID referral, UUID lead, UUID asker, UUID house, UUID accepter) {
        return """
                with word as (
                       insert into consent (consent_id, case_id, recipient_organisation_id, purpose, categories, giver, medium, language,
                                            interpreter, given_at, expires_at, recorded_at, recorded_by)
                       values (gen_random_uuid(), '%1$s', '%2$s', 'SHARE_REFERRAL', '{0}', 'SELF', 'WRITTEN', 'eng', 'NONE', now(),
                               now() + interval '90 days', now(), '%3$s') returning consent_id),
                     card as (
                       insert into referral_card (referral_id, sender_organisation_id, recipient_organisation_id, service_id, service_type,
                              urgency, age_band, sex, child, language, interpreter, region, constraints, categories, submitted_at, sent_at,
                              accepted_at, accepted_by, status, agreed_until)
                       values ('%5$s', '%4$s', '%2$s', '00000000-0000-4000-b000-000000000004', 'PSYCHOSOCIAL', 'URGENT', '18_24', 'FEMALE',
                               false, 'eng', 'NONE', 'HARBOUR', '{}', '{0}', now(), now(), now(), '%6$s', 'ACCEPTED',
                               now() + interval '90 days') returning referral_id)
                insert into referral (referral_id, case_id, sender_organisation_id, recipient_organisation_id, consent_id, categories, approval,
                                      submitted_by, askers)
                select referral_id, '%1$s', '%4$s', '%2$s', consent_id, '{0}', 'NONE', '%3$s', array['%3$s'::uuid] from card, word
                """.formatted(caseId, house, asker, lead, referral, accepter);
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
