package org.alongside.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By SQL alone the lead moves only as it is to: offered, let out by another, under her word, and accepted by who is asked. */
class HandoverBySqlTest extends ReferralsBySql {
    private static final Worker TAKES_OVER = new Worker(5, 2, "SUP");
    private static final Worker SHELTERS_MANAGER = new Worker(7, 3, "SHM");
    private static final String TO_LEAD = "{0,1,3,4,7,9,10}";

    @Test
    void nothing_moves_before_acceptance_and_everything_with_it() throws Exception {
        UUID caseId = caseWithWork();
        UUID offer = offered(caseId);
        assertThat(text(LEAD, 40, "select status from case_file where case_id = ?", caseId))
                .isEqualTo("TRANSFER_PENDING");
        for (String table : tables()) {
            assertThat(seen(TAKES_OVER, at(40), table, caseId))
                    .as(table + " before")
                    .isZero();
            assertThat(seen(MENTOR, at(40), table, caseId))
                    .as(table + " before")
                    .isZero();
        }
        assertThat(seen(LEAD, at(40), "identity", caseId)).isOne();
        accept(TAKES_OVER, MENTOR, offer, 50);
        for (String table : tables()) {
            assertThat(seen(LEAD, at(50), table, caseId))
                    .as(table + " for the old lead")
                    .isZero();
            assertThat(seen(LEADS_SUPERVISOR, at(50), table, caseId)).as(table).isZero();
        }
        assertThat(seen(MENTOR, at(50), "identity", caseId)).isOne();
        assertThat(seen(TAKES_OVER, at(50), "handover", caseId)).isOne();
        assertThat(text(MENTOR, 50, """
                        select f.status || ' ' || (lead_told(f.case_id) = caller_organisation()) || ' ' || (f.lead_worker_id = caller_worker())
                               || ' ' || (select count(*) from action_step s where s.case_id = f.case_id and s.owner_organisation_id = caller_organisation())
                               || ' ' || (select count(*) from referral r where r.case_id = f.case_id and sender_told(r.referral_id) = caller_organisation())
                               || ' ' || (select count(*) from referral r join referral_card c using (referral_id) where r.case_id = f.case_id
                                             and sender_told(c.referral_id) = caller_organisation())
                          from case_file f where f.case_id = ?
                        """, caseId)).isEqualTo("ACTIVE true true 1 1 1");
        assertThat(cards(LEAD, offer)).as("who offered it is told how it ended").isOne();
    }

    @Test
    void what_she_did_not_name_stays_closed_to_the_new_lead() throws Exception {
        UUID caseId = openCase();
        agree(caseId, MENTOR, "{0,1,3,9,10}", "CASE_MANAGEMENT");
        UUID offer = propose(caseId, MENTOR);
        approve(LEADS_SUPERVISOR, offer);
        accept(TAKES_OVER, MENTOR, offer, 50);
        assertThat(text(MENTOR, 50, """
                        select may('read', $1, 1) || ' ' || may('read', $1, 16) || ' ' || may('min', $1, 128) || ' ' || may('write', $1, 1)
                        """.replace("$1", "'" + caseId + "'::uuid") + " where ?::uuid is not null", caseId))
                .isEqualTo("true false false true");
    }

    @Test
    void nobody_offers_lets_out_or_accepts_what_is_not_theirs() throws Exception {
        UUID caseId = openCase();
        agree(caseId, MENTOR, TO_LEAD, "CASE_MANAGEMENT");
        denied(() -> propose(MENTOR, caseId, LEAD));
        denied(() -> propose(LEADS_SUPERVISOR, caseId, MENTOR));
        denied(() -> propose(LEAD, caseId, SHELTERS_MANAGER));
        UUID offer = propose(caseId, MENTOR);
        denied(() -> accept(TAKES_OVER, MENTOR, offer, 50));
        denied(() -> approve(LEAD, offer));
        denied(() -> approve(new Worker(1, 1, "SUP"), offer));
        denied(() -> approve(TAKES_OVER, offer));
        assertThat(cards(TAKES_OVER, offer)).as("not let out").isZero();
        approve(LEADS_SUPERVISOR, offer);
        assertThat(cards(TAKES_OVER, offer)).isOne();
        assertThat(cards(MENTOR, offer)).as("supervisors alone").isZero();
        assertThat(cards(SHELTERS_MANAGER, offer)).isZero();
        denied(() -> accept(LEADS_SUPERVISOR, LEAD, offer, 50));
        denied(() -> accept(MENTOR, MENTOR, offer, 50));
        denied(() -> accept(TAKES_OVER, LEAD, offer, 50));
        denied(() -> accept(TAKES_OVER, TAKES_OVER, offer, 50));
        denied(() -> as(TAKES_OVER, at(50), on -> run(on, "select handover_withdraw(?, 'BY_LEAD')", offer)));
        denied(() -> as(TAKES_OVER, at(50), on -> run(on, "select handover_expire(?)", offer)));
        for (String change : List.of(
                "update handover_card set status = 'ACCEPTED'",
                "update handover set ended_at = now()",
                "delete from handover",
                "update case_file set lead_organisation_id = caller_organisation()",
                "select agreed_to_lead('" + caseId + "', caller_organisation())",
                "select handover_end('" + offer + "', 'ACCEPTED', null)")) {
            denied(() -> as(TAKES_OVER, at(45), on -> run(on, change)));
            denied(() -> as(LEAD, at(45), on -> run(on, change)));
        }
    }

    @ParameterizedTest
    @CsvSource({"SHARE_REFERRAL,'{0,1,3,4,7,9,10}'", "CASE_MANAGEMENT,'{0,1,3,9}'"})
    void without_her_word_that_it_leads_nothing_goes_out(String purpose, String categories) throws Exception {
        UUID caseId = openCase();
        agree(caseId, MENTOR, categories, purpose);
        UUID offer = propose(caseId, MENTOR);
        denied(() -> approve(LEADS_SUPERVISOR, offer), "AL001");
    }

    @Test
    void a_word_taken_back_a_tie_or_a_time_that_ran_out_stops_acceptance() throws Exception {
        UUID caseId = openCase();
        UUID offer = offered(caseId);
        as(
                LEAD,
                at(45),
                on -> run(
                        on,
                        "update consent set withdrawn_at = now(), withdrawn_by = ? where case_id = ?",
                        LEAD.id(),
                        caseId));
        denied(() -> accept(TAKES_OVER, MENTOR, offer, 50), "AL001");
        UUID second = openCase();
        UUID late = offered(second);
        denied(() -> accept(TAKES_OVER, MENTOR, late, (int) Duration.ofDays(8).toSeconds()), "40001");
        tie(MENTOR, second);
        denied(() -> accept(TAKES_OVER, MENTOR, late, 60), "AL002");
        as(TAKES_OVER, at(61), on -> run(on, "select handover_decline(?, 'NO_CAPACITY')", late));
        assertThat(text(LEAD, 62, "select status from case_file where case_id = ?", second))
                .isEqualTo("ACTIVE");
        assertThat(seen(MENTOR, at(62), "case_file", second)).isZero();
    }

    /** The answer is the same as where nobody works there who could lead: nobody learns of a tie. */
    @Test
    void where_all_who_could_take_it_know_her_the_lead_is_not_offered_and_a_tied_supervisor_finds_no_card()
            throws Exception {
        UUID caseId = openCase();
        UUID offer = offered(caseId);
        tie(TAKES_OVER, caseId);
        assertThat(cards(TAKES_OVER, offer)).isZero();
        denied(() -> accept(TAKES_OVER, MENTOR, offer, 50));
        denied(() -> as(TAKES_OVER, at(50), on -> run(on, "select handover_decline(?, 'OTHER')", offer)));
        assertThat(told(offer)).doesNotContain(TAKES_OVER.id());
        as(LEAD, at(55), on -> run(on, "select handover_withdraw(?, 'BY_LEAD')", offer));
        denied(() -> propose(caseId, MENTOR));
        UUID other = openCase();
        UUID open = offered(other);
        assertThat(told(open)).contains(TAKES_OVER.id());
    }

    @ParameterizedTest
    @CsvSource({"0,WHOLE", "1,WHOLE", "3,BEYOND_MINIMUM", "9,WHOLE", "10,WHOLE"})
    void what_nobody_leads_without_and_she_keeps_from_that_house_stands_against_it(int category, String part)
            throws Exception {
        UUID caseId = openCase();
        agree(caseId, MENTOR, TO_LEAD, "CASE_MANAGEMENT");
        UUID offer = propose(caseId, MENTOR);
        keepBack(caseId, category, part);
        denied(() -> approve(LEADS_SUPERVISOR, offer), "AL001");
    }

    @Test
    void what_she_keeps_from_that_house_besides_stays_closed_when_it_leads() throws Exception {
        UUID caseId = openCase();
        keepBack(caseId, 4, "WHOLE");
        keepBack(caseId, 5, "WHOLE");
        keepBack(caseId, 7, "BEYOND_MINIMUM");
        UUID offer = offered(caseId);
        accept(TAKES_OVER, MENTOR, offer, 50);
        assertThat(text(MENTOR, 50, """
                        select may('read', $1, 1) || ' ' || may('min', $1, 16) || ' ' || may('min', $1, 32) || ' ' || may('min', $1, 128)
                        """.replace("$1", "'" + caseId + "'::uuid") + " where ?::uuid is not null", caseId))
                .isEqualTo("true false false true");
    }

    @Test
    void her_word_that_it_leads_shares_nothing_before_it_does() throws Exception {
        UUID caseId = openCase();
        agree(caseId, MENTOR, TO_LEAD, "CASE_MANAGEMENT");
        assertThat(text(LEAD, 20, "select agreed_to_plan(?, '" + MENTOR.organisation() + "')::text", caseId))
                .isEqualTo("false");
        denied(() -> as(LEAD, at(21), on -> {
            UUID referral = UUID.randomUUID();
            card(on, referral, LEAD, MENTOR, MENTORING);
            run(on, """
                    insert into referral (referral_id, case_id, sender_organisation_id, recipient_organisation_id, consent_id, categories, approval,
                                          submitted_by, askers)
                    select ?, case_id, ?, recipient_organisation_id, consent_id, '{0}', 'NONE', recorded_by, array[recorded_by]
                      from consent where case_id = ?
                    """, referral, LEAD.organisation(), caseId);
        }));
    }

    @Test
    void of_two_who_decide_at_once_one_wins() throws Exception {
        for (int round = 0; round < 5; round++) {
            UUID caseId = openCase();
            UUID offer = offered(caseId);
            List<Callable<Boolean>> acts = List.of(
                    () -> succeeds(() -> accept(TAKES_OVER, MENTOR, offer, 50)),
                    () -> succeeds(
                            () -> as(TAKES_OVER, at(50), on -> run(on, "select handover_decline(?, 'OTHER')", offer))),
                    () -> succeeds(
                            () -> as(LEAD, at(50), on -> run(on, "select handover_withdraw(?, 'BY_LEAD')", offer))));
            ExecutorService people = Executors.newFixedThreadPool(3);
            long won = people.invokeAll(acts).stream()
                    .filter(one -> {
                        try {
                            return one.get();
                        } catch (Exception failed) {
                            throw new IllegalStateException(failed);
                        }
                    })
                    .count();
            people.shutdown();
            assertThat(won).isOne();
            assertThat(Stream.of(LEAD, MENTOR)
                            .mapToInt(who -> here(who, caseId))
                            .sum())
                    .as("the case is led by one of them, and by one alone")
                    .isOne();
        }
    }

    private int here(Worker who, UUID caseId) {
        try {
            return seen(who, at(70), "case_file", caseId);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static List<String> tables() {
        return List.of(
                "case_file",
                "case_access",
                "access_grant",
                "assignment",
                "identity_minimum",
                "identity",
                "safety_minimum",
                "consent",
                "referral",
                "goal",
                "action_step",
                "handover",
                "handover_item");
    }

    private UUID caseWithWork() throws SQLException {
        UUID caseId = openCase();
        ask(caseId, COUNSELLING, COUNSELLOR, "{0,1,3,9}", "NONE");
        UUID goal = UUID.randomUUID();
        as(LEAD, at(5), on -> {
            run(on, """
                    insert into goal (goal_id, case_id, organisation_id, domain, statement, priority, status, written_at, written_by)
                    values (?, ?, ?, 'HOUSING', 's', 'NOW', 'PROPOSED', caller_now(), ?)
                    """, goal, caseId, LEAD.organisation(), LEAD.id());
            run(on, """
                    insert into action_step (step_id, goal_id, case_id, organisation_id, what, owner_organisation_id, owner_role, due_on, status,
                                             written_at, written_by)
                    values (gen_random_uuid(), ?, ?, ?, 'w', ?, 'CW', current_date, 'PLANNED', caller_now(), ?)
                    """, goal, caseId, LEAD.organisation(), LEAD.organisation(), LEAD.id());
        });
        return caseId;
    }

    private UUID offered(UUID caseId) throws SQLException {
        agree(caseId, MENTOR, TO_LEAD, "CASE_MANAGEMENT");
        UUID offer = propose(caseId, MENTOR);
        approve(LEADS_SUPERVISOR, offer);
        return offer;
    }

    private void agree(UUID caseId, Worker recipient, String categories, String purpose) throws SQLException {
        as(LEAD, at(10), on -> run(on, """
                insert into consent (consent_id, case_id, recipient_organisation_id, purpose, categories, giver, medium, language, interpreter,
                                     given_at, expires_at, recorded_at, recorded_by)
                values (gen_random_uuid(), ?, ?, ?, cast(? as smallint[]), 'SELF', 'WRITTEN', 'eng', 'NONE',
                        caller_now(), caller_now() + interval '90 days', caller_now(), ?)
                """, caseId, recipient.organisation(), purpose, categories, LEAD.id()));
    }

    private void tie(Worker worker, UUID caseId) throws SQLException {
        try (Connection superuser = database.inside().getConnection()) {
            run(
                    superuser,
                    "insert into conflict_declaration (worker_id, case_id, declared_at) values (?, ?, now())",
                    worker.id(),
                    caseId);
        }
    }

    private void keepBack(UUID caseId, int category, String part) throws SQLException {
        as(LEAD, at(8), on -> run(on, """
                insert into exclusion (exclusion_id, case_id, organisation_id, category, part, said_at, recorded_by)
                values (gen_random_uuid(), ?, ?, ?, ?, caller_now(), ?)
                """, caseId, MENTOR.organisation(), category, part, LEAD.id()));
    }

    /** Whom the processes tell of an offer that waits. */
    private List<UUID> told(UUID offer) throws SQLException {
        List<UUID> told = new ArrayList<>();
        try (Connection process = database.application().getConnection()) {
            process.setAutoCommit(false);
            run(
                    process,
                    "select caller_open(?, ?, '{}', ?)",
                    demo("8000", 0),
                    demo("9000", 0),
                    at(40).atOffset(ZoneOffset.UTC));
            try (PreparedStatement statement = process.prepareStatement("select told_of_task(?, true)")) {
                statement.setObject(1, offer);
                ResultSet answer = statement.executeQuery();
                while (answer.next()) {
                    told.add(answer.getObject(1, UUID.class));
                }
            }
        }
        return told;
    }

    private UUID propose(UUID caseId, Worker to) throws SQLException {
        return propose(LEAD, caseId, to);
    }

    private UUID propose(Worker who, UUID caseId, Worker to) throws SQLException {
        UUID id = UUID.randomUUID();
        as(who, at(20), on -> {
            run(on, """
                    insert into handover_card (handover_id, from_organisation_id, to_organisation_id, reason, age_band, sex, child, language,
                                               interpreter, region, open_referrals, open_steps, open_hearings, status, proposed_at, proposed_by)
                    values (?, ?, ?, 'SHE_ASKS', '18_24', 'FEMALE', false, 'eng', 'NONE', 'NORTH', 0, 0, 0, 'PROPOSED', caller_now(), ?)
                    """, id, who.organisation(), to.organisation(), who.id());
            run(on, "insert into handover (handover_id, case_id) values (?, ?)", id, caseId);
            run(
                    on,
                    "insert into handover_item (handover_id, case_id, item, not_done) values (?, ?, 'SHE_KNOWS', null)",
                    id,
                    caseId);
        });
        return id;
    }

    private void approve(Worker who, UUID offer) throws SQLException {
        as(who, at(30), on -> run(on, "select handover_approve(?)", offer));
    }

    private void accept(Worker who, Worker leads, UUID offer, int seconds) throws SQLException {
        as(who, at(seconds), on -> run(on, "select handover_accept(?, ?, ?)", offer, who.team(), leads.id()));
    }

    private int cards(Worker who, UUID offer) throws SQLException {
        return Integer.parseInt(text(who, 60, "select count(*)::text from handover_card where handover_id = ?", offer));
    }

    private Instant at(int seconds) {
        return now.plusSeconds(seconds);
    }

    private String text(Worker worker, int seconds, String sql, UUID id) throws SQLException {
        String[] text = new String[1];
        as(worker, at(seconds), on -> {
            try (PreparedStatement statement = on.prepareStatement(sql)) {
                statement.setObject(1, id);
                ResultSet answer = statement.executeQuery();
                answer.next();
                text[0] = answer.getString(1);
            }
        });
        return text[0];
    }

    private interface Try {
        void go() throws Exception;
    }

    private static boolean succeeds(Try act) {
        try {
            act.go();
            return true;
        } catch (Exception refused) {
            assertThat(((SQLException) refused).getSQLState()).isIn("42501", "40001");
            return false;
        }
    }

    private static void denied(Try act) {
        denied(act, "42501");
    }

    private static void denied(Try act, String state) {
        assertThatThrownBy(act::go)
                .isInstanceOfSatisfying(SQLException.class, thrown -> assertThat(thrown.getSQLState())
                        .isEqualTo(state));
    }
}
