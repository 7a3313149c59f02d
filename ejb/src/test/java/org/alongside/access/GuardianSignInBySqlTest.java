package org.alongside.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A guardian who signs in, by SQL as the application with an honest caller: what opens, to whom, and what closes it again. */
class GuardianSignInBySqlTest extends ReferralsBySql {
    private static final int HOUSE = 12;
    private static final Worker TERESA = new Worker(26, HOUSE, "GRD");
    private static final Worker LEAD_WHO_SUPERVISES_TOO = new Worker(1, 1, "SUP");
    private static final Worker ADMINISTRATOR = new Worker(16, 9, "ADM");
    private static final String NOT_PERMITTED = "42501";
    private static final String NO_MANDATE = "AL033";
    private static final String NO_GUARDIAN_HERE = "AL034";
    private static final int IDENTITY = 1;
    private static final int SHELTER = 1 << 2;
    private static final int HEALTH = 1 << 5;
    private static final int COUNSELLING = 1 << 6;
    private static final int POLICE = 1 << 8;
    private static final int SAFETY = 1 << 9;

    private final Instant later = now.plusSeconds(20);
    private UUID caseId;

    @BeforeEach
    void a_child() throws SQLException {
        caseId = openCase();
    }

    @Test
    void the_file_opens_to_one_worker_for_reading_and_only_after_a_second_person_agreed() throws Exception {
        UUID guardian = appointed(caseId, null, null);
        UUID signIn = named(guardian, TERESA);
        assertThat(may("seen", TERESA, later, 0)).as("before anybody agreed").isFalse();
        for (Worker nobody : List.of(LEAD, LEAD_WHO_SUPERVISES_TOO, TERESA, ADMINISTRATOR, MENTOR)) {
            assertThat(refused(() -> agree(nobody, signIn)))
                    .as("who named them, and whoever does not lead: %s", nobody)
                    .isEqualTo(NOT_PERMITTED);
        }

        agree(LEADS_SUPERVISOR, signIn);

        assertThat(may("read", TERESA, later, IDENTITY)).isTrue();
        assertThat(may("read", TERESA, later, SAFETY)).isTrue();
        assertThat(may("write", TERESA, later, -1)).as("anything to write").isFalse();
        for (int closed : new int[] {HEALTH, SHELTER, COUNSELLING, POLICE}) {
            assertThat(may("min", TERESA, later, closed)).as("mask %d", closed).isFalse();
        }
        assertThat(seen(TERESA, later, "case_access", caseId)).as("in her list").isEqualTo(1);
        assertThat(seen(TERESA, later, "guardian_sign_in", caseId)).isEqualTo(1);
        assertThat(seen(MENTOR, later, "guardian_sign_in", caseId)).isZero();
        as(TERESA, later, on -> {
            run(on, "update guardian set name = 'Mallory' where guardian_id = ?", guardian);
            run(on, "update safety_minimum set in_danger = false where case_id = ?", caseId);
        });
        assertThat(below("select count(*) from guardian where name = 'Mallory'"))
                .isEqualTo("0");
        assertThat(below("select risk_level from safety_minimum where case_id = '" + caseId + "'"))
                .isEqualTo("HIGH");
        Worker withoutRole = new Worker(26, HOUSE, "ANL");
        assertThat(may("seen", withoutRole, later, 0)).as("in another role").isFalse();
    }

    @Test
    void whatever_ends_the_mandate_closes_the_file_and_nothing_opens_it_again() throws Exception {
        for (String end : List.of(
                "update guardian set review_at = now() where guardian_id = '%1$s'",
                "update guardian set ended_at = now() where guardian_id = '%1$s'",
                "update guardian set name = 'Somebody Else' where guardian_id = '%1$s'",
                "insert into excluded_person (excluded_person_id, case_id, relation, guardian_id, recorded_at, recorded_by)"
                        + " values (gen_random_uuid(), '%2$s', 'OTHER', '%1$s', now(), '%4$s')",
                "insert into excluded_person (excluded_person_id, case_id, relation, name, recorded_at, recorded_by)"
                        + " values (gen_random_uuid(), '%2$s', 'OTHER', 'TERESA BLUM', now(), '%4$s')",
                "insert into conflict_declaration (worker_id, case_id, declared_at) values ('%3$s', '%2$s', now())",
                "update worker set left_at = now() where worker_id = '%3$s'",
                "delete from worker_role where worker_id = '%3$s'",
                "update case_file set status = 'CLOSED' where case_id = '%2$s'",
                "update case_file set lead_organisation_id = '00000000-0000-4000-9000-000000000012' where case_id = '%2$s'")) {
            UUID hers = openCase();
            UUID guardian = appointed(hers, null, null);
            UUID worker = guardianOfTheOffice();
            UUID signIn = named(guardian, worker);
            agree(LEADS_SUPERVISOR, signIn);
            assertThat(live(hers)).as(end).isPositive();

            below(end.formatted(guardian, hers, worker, LEAD.id()));

            assertThat(live(hers)).as(end).isZero();
            assertThat(below("select end_reason is not null from guardian_sign_in where sign_in_id = '" + signIn + "'"))
                    .as(end)
                    .isEqualTo("t");
            assertThat(refused(() -> agree(LEADS_SUPERVISOR, signIn))).as(end).isNotNull();
        }
    }

    @Test
    void a_mandate_begins_and_ends_by_its_dates_without_anybody() throws Exception {
        UUID guardian = appointed(caseId, "1 day", "10 days");
        agree(LEADS_SUPERVISOR, named(guardian, TERESA));
        Instant day = now.plusSeconds(86_400);
        assertThat(may("seen", TERESA, day.minusSeconds(1), 0)).isFalse();
        assertThat(may("read", TERESA, day.plusSeconds(60), IDENTITY)).isTrue();
        assertThat(may("read", TERESA, day.plusSeconds(8 * 86_400), IDENTITY)).isTrue();
        assertThat(may("seen", TERESA, day.plusSeconds(9 * 86_400 + 60), 0)).isFalse();
        Instant over = day.plusSeconds(20 * 86_400);
        as(LEAD, over, on -> run(on, "update guardian set mandate_until = null where guardian_id = ?", guardian));
        assertThat(may("seen", TERESA, over.plusSeconds(1), 0))
                .as("a new mandate needs a new word")
                .isFalse();
    }

    @Test
    void a_mandate_that_goes_on_longer_stays_open_longer() throws Exception {
        UUID guardian = appointed(caseId, null, "10 days");
        agree(LEADS_SUPERVISOR, named(guardian, TERESA));
        as(
                LEAD,
                later,
                on -> run(
                        on,
                        "update guardian set mandate_until = caller_now() + interval '30 days' where guardian_id = ?",
                        guardian));
        assertThat(may("read", TERESA, now.plusSeconds(20 * 86_400), IDENTITY)).isTrue();
        assertThat(may("seen", TERESA, now.plusSeconds(40 * 86_400), 0)).isFalse();
    }

    @Test
    void her_health_opens_by_a_word_that_is_not_the_guardians_and_closes_with_it() throws Exception {
        UUID guardian = appointed(caseId, null, null);
        UUID signIn = named(guardian, TERESA);
        agree(LEADS_SUPERVISOR, signIn);
        share("{5}", guardian);
        assertThat(may("read", TERESA, later, HEALTH))
                .as("by the guardian's own word")
                .isFalse();
        UUID hers = share("{5}", null);
        assertThat(may("read", TERESA, later.plusSeconds(5), HEALTH)).isTrue();
        assertThat(may("read", TERESA, later.plusSeconds(5), SHELTER))
                .as("not asked of her")
                .isFalse();
        as(LEAD, later.plusSeconds(6), on -> {
            run(
                    on,
                    "update consent set withdrawn_at = caller_now(), withdrawn_by = ? where consent_id = ?",
                    LEAD.id(),
                    hers);
            run(on, "select grants_end_for_consent(?)", hers);
        });
        assertThat(may("read", TERESA, later.plusSeconds(7), HEALTH)).isFalse();
        assertThat(may("read", TERESA, later.plusSeconds(7), IDENTITY)).isTrue();
    }

    @Test
    void what_she_keeps_from_the_guardians_organisation_stays_hers() throws Exception {
        agree(LEADS_SUPERVISOR, named(appointed(caseId, null, null), TERESA));
        as(
                LEAD,
                later,
                on -> run(on, """
                        insert into exclusion (exclusion_id, case_id, organisation_id, category, part, said_at, recorded_by)
                        values (gen_random_uuid(), ?, ?, 4, 'WHOLE', caller_now(), ?), (gen_random_uuid(), ?, ?, 9, 'BEYOND_MINIMUM', caller_now(), ?)
                        """, caseId, TERESA.organisation(), LEAD.id(), caseId, TERESA.organisation(), LEAD.id()));
        assertThat(may("min", TERESA, later.plusSeconds(1), 1 << 4)).isFalse();
        assertThat(may("read", TERESA, later.plusSeconds(1), SAFETY)).isFalse();
        assertThat(may("min", TERESA, later.plusSeconds(1), SAFETY)).isTrue();
    }

    @Test
    void only_a_guardian_of_another_admitted_house_is_named_and_only_for_a_mandate_that_runs() throws Exception {
        UUID guardian = appointed(caseId, null, null);
        for (Worker other : List.of(COUNSELLOR, LEADS_SUPERVISOR, LEAD)) {
            assertThat(refused(() -> named(guardian, other))).as("%s", other).isEqualTo(NO_GUARDIAN_HERE);
        }
        UUID tied = guardianOfTheOffice();
        below("insert into conflict_declaration (worker_id, case_id, declared_at) values ('%s', '%s', now())"
                .formatted(tied, caseId));
        assertThat(refused(() -> named(guardian, tied))).isEqualTo(NO_GUARDIAN_HERE);
        UUID needed = record(caseId, "needed_at", "null", "null");
        UUID aunt = record(caseId, null, "null", "null");
        UUID over = record(caseId, "temporary_at", "null", "caller_now() + interval '2 seconds'");
        for (UUID without : List.of(needed, aunt, over)) {
            assertThat(refused(() -> named(without, TERESA))).isEqualTo(NO_MANDATE);
        }
        for (Worker nobody : List.of(LEADS_SUPERVISOR, ADMINISTRATOR, MENTOR)) {
            assertThat(refused(() -> as(
                            nobody,
                            later,
                            on -> run(on, "select sign_in_name(?, ?, ?)", UUID.randomUUID(), guardian, TERESA.id()))))
                    .isEqualTo(NOT_PERMITTED);
        }
        named(guardian, TERESA);
        assertThat(refused(() -> named(guardian, TERESA))).as("one is named").isEqualTo("23505");
    }

    @Test
    void the_exclusion_of_the_wrong_person_is_lifted_by_another_and_brings_nothing_back() throws Exception {
        UUID guardian = appointed(caseId, null, null);
        agree(LEADS_SUPERVISOR, named(guardian, TERESA));
        UUID excluded = UUID.randomUUID();
        as(LEAD, later, on -> run(on, """
                insert into excluded_person (excluded_person_id, case_id, relation, guardian_id, recorded_at, recorded_by)
                values (?, ?, 'OTHER', ?, caller_now(), ?)
                """, excluded, caseId, guardian, LEAD.id()));
        for (Worker nobody : List.of(LEAD, LEAD_WHO_SUPERVISES_TOO, MENTOR, TERESA)) {
            assertThat(refused(() -> lift(nobody, excluded))).as("%s", nobody).isEqualTo(NOT_PERMITTED);
        }

        lift(LEADS_SUPERVISOR, excluded);

        assertThat(seen(LEAD, later, "excluded_person", caseId)).isZero();
        assertThat(seen(LEAD, later, "lifted_exclusion", caseId)).isEqualTo(1);
        assertThat(below("select status from guardian where guardian_id = '" + guardian + "'"))
                .isEqualTo("ENDED");
        assertThat(may("seen", TERESA, later.plusSeconds(5), 0)).isFalse();
        agree(LEADS_SUPERVISOR, named(appointed(caseId, null, null), TERESA));
        assertThat(may("read", TERESA, later.plusSeconds(5), IDENTITY))
                .as("recorded, named and agreed anew")
                .isTrue();
    }

    private UUID appointed(UUID hers, String begins, String ends) throws SQLException {
        return record(
                hers,
                "appointed_at",
                begins == null ? "null" : "caller_now() + interval '" + begins + "'",
                ends == null ? "null" : "caller_now() + interval '" + ends + "'");
    }

    private UUID record(UUID hers, String reached, String begins, String ends) throws SQLException {
        UUID guardian = UUID.randomUUID();
        String at = reached == null ? "null" : "caller_now()";
        as(
                LEAD,
                now,
                on -> run(
                        on,
                        """
                insert into guardian (guardian_id, case_id, type, name, relation, powers, order_reference, conflict_checked_by,
                                      conflict_checked_at, %s, mandate_from, mandate_until, recorded_at, recorded_by)
                values (?, ?, 'LEGAL_GUARDIAN', 'Teresa Blum', 'OTHER', '{CONSENT}', 'C 1', 'court', caller_now(), %s, %s, %s, caller_now(), ?)
                """.formatted(reached == null ? "needed_at" : reached, at, begins, ends),
                        guardian,
                        hers,
                        LEAD.id()));
        return guardian;
    }

    private UUID named(UUID guardian, Worker worker) throws SQLException {
        return named(guardian, worker.id());
    }

    private UUID named(UUID guardian, UUID worker) throws SQLException {
        UUID signIn = UUID.randomUUID();
        as(LEAD, now.plusSeconds(5), on -> run(on, "select sign_in_name(?, ?, ?)", signIn, guardian, worker));
        return signIn;
    }

    private void agree(Worker worker, UUID signIn) throws SQLException {
        as(worker, now.plusSeconds(10), on -> run(on, "select sign_in_agree(?)", signIn));
    }

    private void lift(Worker worker, UUID excluded) throws SQLException {
        as(worker, later, on -> run(on, "select exclusion_lift(?, 'MISTAKEN_IDENTITY')", excluded));
    }

    /** With the guardians' office; by the guardian named, or by her. */
    private UUID share(String categories, UUID guardian) throws SQLException {
        UUID consent = UUID.randomUUID();
        as(
                LEAD,
                guardian == null ? later : now.plusSeconds(15),
                on -> run(
                        on,
                        """
                insert into consent (consent_id, case_id, recipient_organisation_id, purpose, categories, giver, guardian_id, medium, language,
                                     interpreter, given_at, expires_at, recorded_at, recorded_by)
                values (?, ?, ?, 'SHARE_REFERRAL', cast(? as smallint[]), ?, ?, 'WRITTEN', 'eng', 'NONE', caller_now(),
                        caller_now() + interval '90 days', caller_now(), ?)
                """,
                        consent,
                        caseId,
                        TERESA.organisation(),
                        categories,
                        guardian == null ? "SELF" : "GUARDIAN",
                        guardian,
                        LEAD.id()));
        return consent;
    }

    private UUID guardianOfTheOffice() throws SQLException {
        UUID worker = UUID.randomUUID();
        below("insert into worker (worker_id, organisation_id, name) values ('%s', '%s', 'Made up')"
                .formatted(worker, TERESA.organisation()));
        below("insert into worker_role (worker_id, role_code) values ('%s', 'GRD')".formatted(worker));
        return worker;
    }

    /** How much is open to anybody as a guardian of hers. */
    private int live(UUID hers) throws SQLException {
        return Integer.parseInt(
                below("select count(*) from access_grant where basis = 'GUARDIAN' and ended_at is null and case_id = '"
                        + hers + "'"));
    }

    private boolean may(String kind, Worker worker, Instant at, int mask) throws SQLException {
        boolean[] answer = new boolean[1];
        as(worker, at, on -> {
            try (var ask = on.prepareStatement("select may(?, ?, ?)")) {
                ask.setString(1, kind);
                ask.setObject(2, caseId);
                ask.setInt(3, mask);
                var row = ask.executeQuery();
                row.next();
                answer[0] = row.getBoolean(1);
            }
        });
        return answer[0];
    }

    private static String refused(ThrowingCallable act) {
        SQLException thrown = catchThrowableOfType(SQLException.class, act);
        return thrown == null ? null : thrown.getSQLState();
    }
}
