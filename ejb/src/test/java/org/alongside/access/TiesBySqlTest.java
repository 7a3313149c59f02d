package org.alongside.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.alongside.setup.Explained;
import org.junit.jupiter.api.Test;

/** What a tie closes, to whom it is told and who ends it, asked by SQL as the application, past every door. */
class TiesBySqlTest extends ReferralsBySql {
    private static final Worker MINA = LEAD;
    private static final Worker JONAS = new Worker(2, 1, "CW");
    private static final Worker ILSE = LEADS_SUPERVISOR;
    private static final Worker ROSA = new Worker(21, 1, "SUP");
    private static final Worker FARAH = new Worker(5, 2, "SUP");
    private static final Worker AMINA = new Worker(14, 8, "NRM");
    private static final Worker KIM = new Worker(16, 9, "ADM");

    @Test
    void from_that_moment_the_file_is_closed_in_every_table_and_list() throws Exception {
        UUID caseId = openCase();
        assertThat(seen(MINA, now.plusSeconds(1), "case_access", caseId)).isPositive();
        as(MINA, now.plusSeconds(2), on -> {
            declare(on, caseId.toString());
            for (String table : List.of(
                    "case_file",
                    "case_access",
                    "identity",
                    "identity_minimum",
                    "safety_minimum",
                    "access_grant",
                    "assignment",
                    "case_episode")) {
                assertThat(number(on, "select count(*) from " + table + " where case_id = ?", caseId))
                        .as(table + " in the same transaction")
                        .isZero();
            }
            assertThat(number(on, "update case_file set version = version where case_id = ?", caseId))
                    .isZero();
        });
        assertThat(seen(MINA, now.plusSeconds(3), "case_file", caseId)).isZero();
        assertThat(seen(ILSE, now.plusSeconds(3), "case_file", caseId))
                .as("to others nothing changes")
                .isEqualTo(1);
    }

    @Test
    void whether_a_file_has_the_code_is_seen_in_no_answer_and_no_row() throws Exception {
        UUID theirs = openCase();
        Worker farAway = MENTOR;
        as(farAway, now.plusSeconds(1), on -> {
            assertThat(messages(on, theirs.toString()))
                    .isEqualTo(messages(on, UUID.randomUUID().toString()));
            assertThat(number(
                            on,
                            "select count(*) from conflict_declaration where declared_at = caller_now() and worker_id = ?",
                            farAway.id()))
                    .as("one row each")
                    .isEqualTo(2);
            assertThat(
                            number(
                                    on,
                                    "select count(*) from ties_declared() where declared_at = caller_now() and lifted_at is null"))
                    .isEqualTo(2);
        });
        assertThat(count(JONAS, "select count(*) from conflict_declaration where case_id = ?", theirs))
                .as("of somebody else's tie nobody finds a row")
                .isZero();
    }

    @Test
    void the_words_of_a_tie_are_read_and_written_by_its_functions_alone() throws Exception {
        for (String sql : List.of(
                "select case_code from conflict_declaration",
                "select tie from conflict_declaration",
                "select declared_by from conflict_declaration",
                "insert into conflict_declaration (worker_id, case_id, declared_at) values ('%s', '%s', now())"
                        .formatted(MINA.id(), UUID.randomUUID()),
                "update conflict_declaration set lifted_at = now()",
                "delete from conflict_declaration")) {
            assertThatThrownBy(() -> as(MINA, now, on -> run(on, sql)))
                    .as(sql)
                    .hasMessageContaining("permission denied");
        }
        for (String inner : List.of(
                "select tied('%s', '%s')".formatted(MINA.id(), UUID.randomUUID()),
                "select count(*) from left_alone()")) {
            assertThatThrownBy(() -> as(MINA, now, on -> run(on, inner)))
                    .as(inner)
                    .hasMessageContaining("permission denied");
        }
        try (Connection nobody = database.application().getConnection()) {
            assertThatThrownBy(() -> run(nobody, "select tie_declare(gen_random_uuid(), 'K7-4QXM9P', 'OTHER')"))
                    .hasMessageContaining("not permitted");
            assertThat(number(nobody, "select count(*) from ties_declared()")).isZero();
            assertThat(number(nobody, "select count(*) from ties_supervised()")).isZero();
            assertThat(number(nobody, "select cardinality(caller_tied_cards())"))
                    .isZero();
        }
    }

    @Test
    void a_supervisor_records_a_tie_of_those_they_supervise_who_do_not_learn_of_it() throws Exception {
        UUID caseId = openCase();
        UUID tie = record(ILSE, caseId, MINA);
        assertThat(seen(MINA, now.plusSeconds(3), "case_file", caseId)).isZero();
        assertThat(count(MINA, "select count(*) from ties_declared() where tie_id = ?", tie))
                .isZero();
        assertThat(count(MINA, "select count(*) from ties_supervised()")).isZero();
        assertThat(count(
                        ILSE,
                        "select count(*) from ties_supervised() where tie_id = ? and declared_by = ?",
                        tie,
                        ILSE.id()))
                .isEqualTo(1);
        for (Worker other : List.of(JONAS, ROSA, FARAH, KIM)) {
            assertThat(count(other, "select count(*) from ties_supervised() where tie_id = ?", tie))
                    .as(other.role() + other.number())
                    .isZero();
        }
        assertThatThrownBy(() -> record(ILSE, caseId, MINA)).hasMessageContaining("recorded already");
        for (Worker other : List.of(MINA, JONAS, ROSA, FARAH, KIM)) {
            assertThatThrownBy(() -> record(other, caseId, JONAS))
                    .as(other.role() + other.number())
                    .hasMessageContaining("not permitted");
        }
        assertThatThrownBy(() -> record(ILSE, caseId, ILSE))
                .as("one's own tie one declares")
                .hasMessageContaining("not permitted");
        assertThatThrownBy(() -> record(ILSE, caseId, MENTOR))
                .as("somebody of another house")
                .hasMessageContaining("not permitted");
        assertThat(messageOf(() -> record(FARAH, caseId, MENTOR)))
                .as("a file that is not theirs, and one that is nowhere")
                .isEqualTo(messageOf(() -> record(FARAH, UUID.randomUUID(), MENTOR)));
    }

    @Test
    void a_tie_ends_by_a_supervisor_who_is_not_the_person_and_with_a_reason() throws Exception {
        UUID caseId = openCase();
        UUID[] tie = new UUID[1];
        as(MINA, now.plusSeconds(1), on -> tie[0] = declare(on, caseId.toString()));
        for (Worker other : List.of(MINA, JONAS, ROSA, FARAH, KIM)) {
            assertThatThrownBy(() -> end(other, tie[0], "BY_MISTAKE"))
                    .as(other.role() + other.number())
                    .hasMessageContaining("not permitted");
        }
        assertThatThrownBy(() -> end(ILSE, tie[0], null)).hasMessageContaining("not permitted");
        end(ILSE, tie[0], "BY_MISTAKE");
        assertThat(seen(MINA, now.plusSeconds(9), "case_file", caseId)).isEqualTo(1);
        assertThatThrownBy(() -> end(ILSE, tie[0], "BY_MISTAKE"))
                .as("what has ended stays so")
                .hasMessageContaining("not permitted");
        as(
                ILSE,
                now.plusSeconds(1),
                on -> tie[0] = declare(on, UUID.randomUUID().toString()));
        assertThatThrownBy(() -> end(ILSE, tie[0], "BY_MISTAKE"))
                .as("nobody ends their own, though they supervise")
                .hasMessageContaining("not permitted");
    }

    @Test
    void who_has_a_tie_themselves_neither_hears_of_nor_ends_another_ones_to_the_same_file() throws Exception {
        UUID caseId = openCase();
        UUID[] tie = new UUID[1];
        as(MINA, now.plusSeconds(1), on -> tie[0] = declare(on, caseId.toString()));
        assertThat(count(ILSE, "select count(*) from ties_supervised() where tie_id = ?", tie[0]))
                .isEqualTo(1);
        as(ILSE, now.plusSeconds(2), on -> declare(on, caseId.toString()));
        assertThat(count(ILSE, "select count(*) from ties_supervised() where tie_id = ?", tie[0]))
                .isZero();
        assertThatThrownBy(() -> end(ILSE, tie[0], "BY_MISTAKE")).hasMessageContaining("not permitted");
        assertThatThrownBy(() -> as(
                        ILSE, now.plusSeconds(3), on -> run(on, "select assign_case(?, null, ?)", caseId, JONAS.id())))
                .as("nor do they say who takes it over")
                .hasMessageContaining("not permitted");
    }

    @Test
    void a_card_is_not_there_for_who_has_a_tie_and_is_accepted_neither_by_nor_for_them() throws Exception {
        Asked asked = ask(openCase(), COUNSELLING, COUNSELLOR, "{0}", "NONE");
        for (Worker reader : List.of(COUNSELLOR, OTHER_COUNSELLOR, AMINA)) {
            assertThat(cards(reader, asked)).as(reader.role()).isEqualTo(1);
        }
        as(COUNSELLOR, now.plusSeconds(2), on -> declare(on, asked.caseId().toString()));
        as(AMINA, now.plusSeconds(2), on -> declare(on, asked.caseId().toString()));
        assertThat(cards(COUNSELLOR, asked)).isZero();
        assertThat(cards(AMINA, asked)).isZero();
        assertThat(cards(OTHER_COUNSELLOR, asked)).isEqualTo(1);
        assertThat(toldOfCard(asked)).contains(OTHER_COUNSELLOR.id()).doesNotContain(COUNSELLOR.id(), AMINA.id());
        int[] changed = new int[1];
        as(
                COUNSELLOR,
                now.plusSeconds(3),
                on -> changed[0] = number(
                        on, "update referral_card set status = 'DECLINED' where referral_id = ?", asked.referral()));
        assertThat(changed[0]).isZero();
        assertThat(messageOf(() -> accept(asked, COUNSELLOR)))
                .as("as a card that is nowhere")
                .isEqualTo(messageOf(() -> accept(new Asked(null, null, UUID.randomUUID()), COUNSELLOR)));
        assertThatThrownBy(() -> as(
                        OTHER_COUNSELLOR,
                        now.plusSeconds(10),
                        on -> run(
                                on,
                                "select open_on_acceptance(?, ?, ?)",
                                asked.referral(),
                                COUNSELLOR.team(),
                                COUNSELLOR.id())))
                .hasMessageContaining("conflict");
        accept(asked, OTHER_COUNSELLOR);
        assertThat(seen(OTHER_COUNSELLOR, now.plusSeconds(20), "case_file", asked.caseId()))
                .isEqualTo(1);
        assertThat(seen(COUNSELLOR, now.plusSeconds(20), "case_file", asked.caseId()))
                .isZero();
    }

    @Test
    void lists_of_cards_ask_once_for_ties_and_not_a_row_at_a_time() throws Exception {
        String plan = Explained.of(
                        database,
                        COUNSELLOR.id().toString(),
                        COUNSELLOR.organisation().toString(),
                        COUNSELLOR.role(),
                        "select referral_id from referral_card where recipient_organisation_id = '"
                                + COUNSELLOR.organisation()
                                + "' and status = 'SENT' order by expires_at, referral_id limit 20")
                .plan();
        assertThat(plan).contains("<> ALL ((InitPlan").doesNotContain("caller_tied_cards");
    }

    @Test
    void who_helped_before_the_tie_ends_nothing_of_the_referral_any_more() throws Exception {
        Asked asked = accepted(COUNSELLING, COUNSELLOR);
        as(COUNSELLOR, now.plusSeconds(20), on -> {
            declare(on, asked.caseId().toString());
            assertThat(yes(on, "select works_on(?)", asked.referral())).isFalse();
        });
        assertThatThrownBy(() -> as(
                        COUNSELLOR,
                        now.plusSeconds(21),
                        on -> run(on, "select grants_end_for_referral(?, 'NO_SHOW', null)", asked.referral())))
                .hasMessageContaining("not permitted");
    }

    @Test
    void nothing_is_sent_where_all_who_could_take_it_up_know_her_and_the_words_say_no_more() throws Exception {
        UUID caseId = openCase();
        assertThat(reachable(MINA, caseId, COUNSELLOR)).isTrue();
        as(COUNSELLOR, now.plusSeconds(1), on -> declare(on, caseId.toString()));
        assertThat(reachable(MINA, caseId, COUNSELLOR)).as("others are there").isTrue();
        as(OTHER_COUNSELLOR, now.plusSeconds(1), on -> declare(on, caseId.toString()));
        assertThat(reachable(MINA, caseId, COUNSELLOR))
                .as("who supervises them is there")
                .isTrue();
        as(COUNSELLORS_SUPERVISOR, now.plusSeconds(1), on -> declare(on, caseId.toString()));
        assertThat(reachable(MINA, caseId, COUNSELLOR)).isFalse();
        assertThat(messageOf(() -> ask(caseId, COUNSELLING, COUNSELLOR, "{0}", "NONE")))
                .contains("nobody there")
                .doesNotContain("tie")
                .doesNotContain("conflict");
        assertThat(reachable(FARAH, caseId, MENTOR))
                .as("answered to the lead alone")
                .isFalse();
        ask(openCase(), COUNSELLING, COUNSELLOR, "{0}", "NONE");
    }

    @Test
    void what_one_had_typed_about_her_is_closed_too() throws Exception {
        UUID caseId = openCase();
        UUID draft = UUID.randomUUID();
        as(MINA, now.plusSeconds(1), on -> {
            run(on, """
                    insert into draft (draft_id, worker_id, kind, case_id, answers, begun_at, saved_at)
                    values (?, ?, 'goal', ?, '{}', caller_now(), caller_now())
                    """, draft, MINA.id(), caseId);
            assertThat(number(on, "select count(*) from draft where draft_id = ?", draft))
                    .isEqualTo(1);
            declare(on, caseId.toString());
            assertThat(number(on, "select count(*) from draft where draft_id = ?", draft))
                    .isZero();
        });
    }

    @Test
    void a_letter_that_waits_is_not_sent_to_who_would_find_nothing() throws Exception {
        Asked asked = ask(openCase(), COUNSELLING, COUNSELLOR, "{0}", "NONE");
        for (Worker told : List.of(COUNSELLOR, OTHER_COUNSELLOR)) {
            inside(
                    "insert into notice (notice_id, worker_id, task_id, subject, urgent, made_at, due_at)"
                            + " values (gen_random_uuid(), ?, ?, ?, false, now(), 'infinity')",
                    told.id(),
                    asked.referral().toString(),
                    asked.referral());
        }
        as(COUNSELLOR, now.plusSeconds(2), on -> declare(on, asked.caseId().toString()));
        try (Connection inside = database.inside().getConnection()) {
            String settled =
                    "select count(*) from notice where worker_id = ? and subject = ? and outcome = 'NOT_NEEDED'";
            assertThat(number(inside, settled, COUNSELLOR.id(), asked.referral()))
                    .isEqualTo(1);
            assertThat(number(inside, settled, OTHER_COUNSELLOR.id(), asked.referral()))
                    .isZero();
        }
        inside("delete from notice where subject = ?", asked.referral());
    }

    @Test
    void work_on_which_nobody_is_left_is_told_to_the_supervisor_until_somebody_has_it() throws Exception {
        UUID caseId = openCase();
        assertThat(alone(ILSE, caseId)).isZero();
        as(MINA, now.plusSeconds(1), on -> declare(on, caseId.toString()));
        assertThat(alone(ILSE, caseId)).isEqualTo(1);
        for (Worker other : List.of(MINA, JONAS, ROSA, FARAH, KIM)) {
            assertThat(alone(other, caseId)).as(other.role() + other.number()).isZero();
        }
        as(ILSE, now.plusSeconds(5), on -> {
            assertThatThrownBy(() -> run(on, "select assign_case(?, null, ?)", caseId, MINA.id()))
                    .isInstanceOf(SQLException.class);
            on.rollback();
        });
        as(ILSE, now.plusSeconds(5), on -> run(on, "select assign_case(?, null, ?)", caseId, JONAS.id()));
        assertThat(alone(ILSE, caseId)).isZero();
        assertThat(seen(JONAS, now.plusSeconds(30), "case_file", caseId)).isEqualTo(1);
    }

    @Test
    void where_the_supervisor_knows_her_too_an_administrator_is_told_how_many_and_in_which_team() throws Exception {
        int before = unsupervised(KIM);
        UUID caseId = openCase();
        as(MINA, now.plusSeconds(1), on -> declare(on, caseId.toString()));
        assertThat(unsupervised(KIM)).as("a supervisor is there").isEqualTo(before);
        as(ILSE, now.plusSeconds(1), on -> declare(on, caseId.toString()));
        assertThat(alone(ILSE, caseId)).isZero();
        assertThat(unsupervised(KIM)).isEqualTo(before + 1);
        assertThat(unsupervised(ILSE)).isZero();
        assertThat(seen(KIM, now.plusSeconds(30), "case_file", caseId)).isZero();
    }

    private void inside(String sql, Object... values) throws SQLException {
        try (Connection inside = database.inside().getConnection()) {
            run(inside, sql, values);
        }
    }

    private static UUID declare(Connection on, String code) throws SQLException {
        UUID tie = UUID.randomUUID();
        run(on, "select tie_declare(?, ?, 'RELATIVE')", tie, code);
        return tie;
    }

    private static String messages(Connection on, String code) throws SQLException {
        declare(on, code);
        return String.valueOf(on.getWarnings());
    }

    private UUID record(Worker supervisor, UUID caseId, Worker worker) throws SQLException {
        UUID tie = UUID.randomUUID();
        as(
                supervisor,
                now.plusSeconds(2),
                on -> run(on, "select tie_record(?, ?, ?, 'COMMUNITY')", tie, caseId, worker.id()));
        return tie;
    }

    private void end(Worker supervisor, UUID tie, String reason) throws SQLException {
        as(supervisor, now.plusSeconds(8), on -> run(on, "select tie_end(?, ?, null)", tie, reason));
    }

    private int cards(Worker reader, Asked asked) throws SQLException {
        return count(reader, "select count(*) from referral_card where referral_id = ?", asked.referral());
    }

    private List<UUID> toldOfCard(Asked asked) throws SQLException {
        UUID[][] told = new UUID[1][];
        try (Connection system = database.application().getConnection()) {
            system.setAutoCommit(false);
            run(
                    system,
                    "select caller_open(?, ?, '{}', ?)",
                    demo("8000", 0),
                    demo("9000", 0),
                    now.plusSeconds(3).atOffset(java.time.ZoneOffset.UTC));
            try (PreparedStatement ask = system.prepareStatement("select array(select told_of_card(?))")) {
                ask.setObject(1, asked.referral());
                ResultSet row = ask.executeQuery();
                row.next();
                told[0] = (UUID[]) row.getArray(1).getArray();
            }
        }
        return List.of(told[0]);
    }

    private boolean reachable(Worker asker, UUID caseId, Worker recipient) throws SQLException {
        boolean[] answer = new boolean[1];
        as(
                asker,
                now.plusSeconds(4),
                on -> answer[0] = yes(on, "select can_be_taken_up(?, ?)", caseId, recipient.organisation()));
        return answer[0];
    }

    private int alone(Worker reader, UUID caseId) throws SQLException {
        return count(reader, "select count(*) from left_alone_here() where case_id = ?", caseId);
    }

    private int unsupervised(Worker reader) throws SQLException {
        return count(reader, "select coalesce(sum(cases), 0) from left_without_supervisor()");
    }

    private int count(Worker reader, String sql, Object... values) throws SQLException {
        int[] rows = new int[1];
        Instant at = now.plusSeconds(6);
        as(reader, at, on -> rows[0] = number(on, sql, values));
        return rows[0];
    }

    private static boolean yes(Connection on, String sql, Object... values) throws SQLException {
        try (PreparedStatement ask = on.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                ask.setObject(at + 1, values[at]);
            }
            ResultSet row = ask.executeQuery();
            row.next();
            return row.getBoolean(1);
        }
    }

    /** The number that a question answers, or how many rows a change touched. */
    private static int number(Connection on, String sql, Object... values) throws SQLException {
        try (PreparedStatement ask = on.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                ask.setObject(at + 1, values[at]);
            }
            if (!ask.execute()) {
                return ask.getUpdateCount();
            }
            ResultSet row = ask.getResultSet();
            row.next();
            return row.getInt(1);
        }
    }
}
