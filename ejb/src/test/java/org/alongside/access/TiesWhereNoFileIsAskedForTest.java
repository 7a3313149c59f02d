package org.alongside.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Somebody who is tied to her and is told of her without asking for her file, by SQL as the application with an honest caller. */
class TiesWhereNoFileIsAskedForTest extends ReferralsBySql {
    private static final Worker MANAGER = new Worker(7, 3, "SHM");
    private static final Worker COLLEAGUE = new Worker(6, 3, "SHM");
    private static final Worker OFFICER = new Worker(15, 8, "DPO");
    private static final Worker OFFICER_OF_LEAD = new Worker(31, 1, "DPO");

    @Test
    void an_officer_who_is_related_to_her_reviews_no_access_to_her_file() throws Exception {
        String code = code();
        coded(code);
        UUID asked = ask(code, true);
        assertThat(known(OFFICER, asked)).isEqualTo(3);
        assertThat(told(asked, false)).contains(OFFICER.id(), OFFICER_OF_LEAD.id());
        tie(OFFICER, code);
        assertThat(known(OFFICER, asked)).isZero();
        assertThat(known(OFFICER_OF_LEAD, asked)).isEqualTo(3);
        assertThat(told(asked, false)).doesNotContain(OFFICER.id()).contains(OFFICER_OF_LEAD.id());
        assertThatThrownBy(() -> as(
                        OFFICER,
                        now.plusSeconds(200),
                        on -> run(on, "select emergency_judge(?, 'JUSTIFIED', 'w')", asked)))
                .hasMessageContaining("not permitted");
        assertThat(ids(OFFICER, "select count(*)::text from emergency_trail('%s')".formatted(asked)))
                .containsExactly("0");
        as(OFFICER_OF_LEAD, now.plusSeconds(200), on -> run(on, "select emergency_judge(?, 'JUSTIFIED', 'w')", asked));
    }

    @Test
    void a_colleague_who_said_they_are_tied_to_that_code_is_not_asked_whether_a_file_has_it_or_not() throws Exception {
        String real = code();
        coded(real);
        for (String code : List.of(real, code())) {
            UUID asked = ask(code, false);
            assertThat(known(COLLEAGUE, asked)).as("as for any other").isEqualTo(2);
            tie(COLLEAGUE, code);
            assertThat(known(COLLEAGUE, asked)).isZero();
            assertThat(known(MANAGER, asked)).as("their own").isEqualTo(2);
        }
    }

    @Test
    void who_is_tied_to_her_is_not_asked_to_attest_what_the_house_got() throws Exception {
        String code = code();
        UUID caseId = coded(code);
        Asked asked = ask(caseId, COUNSELLING, COUNSELLOR, "{0}", "NONE");
        UUID request = UUID.randomUUID();
        as(
                LEAD,
                now.plusSeconds(20),
                on -> run(
                        on,
                        """
                insert into attestation (attestation_id, consent_id, holder_organisation_id, asking_organisation_id, referrals, categories,
                                         asked_at, due_at)
                values (?, ?, ?, ?, array[?], '{0}', caller_now(), caller_now() + interval '7 days')
                """,
                        request,
                        asked.consent(),
                        COUNSELLOR.organisation(),
                        LEAD.organisation(),
                        asked.referral()));
        tie(OTHER_COUNSELLOR, code);
        String found = "select attestation_id::text from attestation where attestation_id = '%s'".formatted(request);
        assertThat(ids(COUNSELLOR, found)).hasSize(1);
        assertThat(ids(OTHER_COUNSELLOR, found)).isEmpty();
        assertThat(told(request, true)).contains(COUNSELLOR.id()).doesNotContain(OTHER_COUNSELLOR.id());
    }

    private static String code() {
        return UUID.randomUUID().toString().substring(0, 13);
    }

    private UUID coded(String code) throws SQLException {
        UUID caseId = openCase();
        try (Connection superuser = database.inside().getConnection()) {
            run(superuser, "update case_file set case_code = ? where case_id = ?", code, caseId);
        }
        return caseId;
    }

    @Test
    void whom_to_tell_is_asked_in_the_one_way_that_leaves_them_out() throws Exception {
        List<String> ways = ids(
                LEAD,
                "select p.oid::regprocedure::text from pg_proc p where p.proname like 'told\\_of%task%'"
                        + " and has_function_privilege(p.oid, 'execute')");
        assertThat(ways).containsExactly("told_of_task(uuid,boolean)");
    }

    private UUID ask(String code, boolean lifeInDanger) throws SQLException {
        try (Connection superuser = database.inside().getConnection()) {
            run(
                    superuser,
                    "update emergency_access set asked_at = asked_at - interval '2 days' where worker_id = ?",
                    MANAGER.id());
        }
        UUID asked = UUID.randomUUID();
        as(
                MANAGER,
                now.plusSeconds(60),
                on -> run(on, "select emergency_ask(?, ?, 'MEDICAL', 'w', '{0}', ?)", asked, code, lifeInDanger));
        return asked;
    }

    private void tie(Worker worker, String code) throws SQLException {
        as(worker, now.plusSeconds(70), on -> run(on, "select tie_declare(gen_random_uuid(), ?, 'RELATIVE')", code));
    }

    /** In how many of the tables that tell of it the worker finds it. */
    private int known(Worker worker, UUID asked) throws SQLException {
        int found = 0;
        for (String table : List.of("emergency_access", "emergency_plea", "emergency_file")) {
            found += ids(
                            worker,
                            "select emergency_access_id::text from %s where emergency_access_id = '%s'"
                                    .formatted(table, asked))
                    .size();
        }
        return found;
    }

    private List<String> ids(Worker worker, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        as(worker, now.plusSeconds(120), on -> {
            ResultSet rows = on.createStatement().executeQuery(sql);
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        });
        return found;
    }

    private List<UUID> told(UUID subject, boolean aboutCard) throws SQLException {
        List<UUID> told = new ArrayList<>();
        try (Connection process = database.application().getConnection()) {
            process.setAutoCommit(false);
            run(
                    process,
                    "select caller_open(?, ?, '{}', ?)",
                    demo("8000", 0),
                    demo("9000", 0),
                    now.plusSeconds(120).atOffset(ZoneOffset.UTC));
            ResultSet rows = process.createStatement()
                    .executeQuery("select told_of_task('%s', %s)".formatted(subject, aboutCard));
            while (rows.next()) {
                told.add(rows.getObject(1, UUID.class));
            }
        }
        return told;
    }
}
