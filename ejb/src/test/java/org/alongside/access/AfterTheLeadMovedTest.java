package org.alongside.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What an old lead could keep, and what a new one could not do, by SQL as the application with an honest caller. */
class AfterTheLeadMovedTest extends ReferralsBySql {
    private static final Worker TAKES_OVER = new Worker(5, 2, "SUP");
    private static final Worker POLICE = new Worker(13, 7, "LEL");
    private static final int MOVED = 50;

    @Test
    void a_house_that_helped_her_and_leads_now_takes_her_word_back_and_goes_on_helping() throws Exception {
        Asked taken = accepted(MENTORING, MENTOR);
        Asked kept = accepted(MENTORING, MENTOR);
        for (Asked asked : List.of(taken, kept)) {
            as(
                    MENTOR,
                    now.plusSeconds(11),
                    on -> run(
                            on,
                            "update referral_card set status = 'ACCEPTED', accepted_at = caller_now() where referral_id = ?",
                            asked.referral()));
            move(asked.caseId());
        }
        card(taken, "status = 'REVOKED', revoked_at = caller_now(), revoke_reason = 'CONSENT_WITHDRAWN'");
        as(
                MENTOR,
                now.plusSeconds(60),
                on -> run(
                        on,
                        "update referral set message = 'm', feedback = 'f' where referral_id = ?",
                        kept.referral()));
        card(kept, "status = 'COMPLETED', completed_at = caller_now()");
        denied(() -> card(kept, "escalated_at = caller_now()"));
        denied(() -> as(
                MENTOR,
                now.plusSeconds(60),
                on -> run(
                        on,
                        "update referral set approved_by = ? where referral_id = ?",
                        TAKES_OVER.id(),
                        kept.referral())));
    }

    @Test
    void what_somebody_of_the_old_lead_was_typing_is_not_there_any_more() throws Exception {
        UUID caseId = openCase();
        UUID others = openCase();
        for (UUID elsewhere : List.of(others, UUID.randomUUID())) {
            typed(MENTOR, null, "/referral/refer.xhtml?id=" + elsewhere);
        }
        typed(LEAD, caseId, null);
        typed(LEAD, null, "/handover/offer.xhtml?id=" + caseId);
        assertThat(drafts(LEAD, caseId)).isEqualTo(2);
        move(caseId);
        assertThat(drafts(LEAD, caseId)).isZero();
        as(LEAD, now.plusSeconds(60), on -> run(on, "update draft set answers = '{}' where case_id = ?", caseId));
        assertThat(below("select answers::text from draft where case_id = '%s'".formatted(caseId)))
                .contains("statement");
        assertThat(drafts(MENTOR, others))
                .as("a page of somebody else's file is like one of none")
                .isOne();
    }

    private void typed(Worker author, UUID caseId, String page) throws SQLException {
        as(author, now, on -> run(on, """
                insert into draft (draft_id, worker_id, kind, case_id, answers, begun_at, saved_at)
                values (gen_random_uuid(), ?, 'page', ?, jsonb_build_object('statement', 's', 'page_address', cast(? as text)),
                        caller_now(), caller_now())
                """, author.id(), caseId, page));
    }

    private int drafts(Worker author, UUID caseId) throws SQLException {
        return ids(
                        author,
                        "select draft_id from draft where case_id = '%1$s' or answers ->> 'page_address' like '%%%1$s'",
                        caseId)
                .size();
    }

    @Test
    void who_agreed_to_a_disclosure_for_the_old_lead_knows_it_no_more_and_the_new_one_is_asked() throws Exception {
        UUID caseId = openCase();
        UUID agreed = propose(caseId);
        UUID waits = propose(caseId);
        as(LEADS_SUPERVISOR, now.plusSeconds(6), on -> run(on, "select disclosure_decide(?, true, null)", agreed));
        assertThat(seen(LEADS_SUPERVISOR, now.plusSeconds(7), "disclosure", caseId))
                .isEqualTo(2);
        UUID offer = move(caseId);
        assertThat(seen(LEADS_SUPERVISOR, now.plusSeconds(60), "disclosure", caseId))
                .isZero();
        assertThat(seen(LEAD, now.plusSeconds(60), "disclosure", caseId)).isZero();
        assertThat(seen(MENTOR, now.plusSeconds(60), "disclosure", caseId)).isEqualTo(2);
        assertThat(ids(TAKES_OVER, "select handover_subjects('%s')", offer)).contains(caseId, agreed, waits);
        assertThat(ids(TAKES_OVER, "select disclosure_id from disclosure_asked_anew('%s')", offer))
                .containsExactly(waits);
        assertThat(ids(TAKES_OVER, "select organisation_id from disclosure_asked_anew('%s')", offer))
                .containsExactly(TAKES_OVER.organisation());
        assertThat(ids(LEADS_SUPERVISOR, "select disclosure_id from disclosure_asked_anew('%s')", offer))
                .isEmpty();
        denied(() -> as(
                LEADS_SUPERVISOR,
                now.plusSeconds(60),
                on -> run(on, "select disclosure_decide(?, true, null)", waits)));
        as(TAKES_OVER, now.plusSeconds(60), on -> run(on, "select disclosure_decide(?, true, null)", waits));
    }

    @Test
    void who_is_missing_and_who_is_still_to_be_talked_with_goes_with_the_lead_and_what_ended_stays() throws Exception {
        UUID caseId = openCase();
        UUID running = UUID.randomUUID();
        UUID found = UUID.randomUUID();
        UUID ended = UUID.randomUUID();
        for (UUID missing : List.of(running, found, ended)) {
            below("""
                    with alert as (
                           insert into safety_alert (alert_id, case_id, case_code, organisation_id, type, severity, raised_at, answer_by, coordinator_at,
                                                     settle_by)
                           select gen_random_uuid(), case_id, case_code, lead_organisation_id, 'MISSING_ADULT', 'HIGH', now(),
                                  now() + interval '1 hour', now() + interval '2 hours', now() + interval '2 days'
                             from case_file where case_id = '%1$s' returning alert_id)
                    insert into missing_episode (missing_id, case_id, alert_id, child, gone_at, began_at, search_by, look_by, located_at, found_how,
                                                 talk_by, ended_at)
                    select '%2$s', '%1$s', alert_id, false, now(), now(), now(), now(), %3$s from alert returning missing_id
                    """.formatted(
                            caseId,
                            missing,
                            missing.equals(running)
                                    ? "null, null, null, null"
                                    : "now(), 'SAFE', now(), " + (missing.equals(ended) ? "now()" : "null")));
        }
        UUID offer = move(caseId);
        assertThat(ids(TAKES_OVER, "select handover_subjects('%s')", offer))
                .contains(caseId, running, found)
                .doesNotContain(ended);
    }

    @Test
    void the_authority_that_takes_over_the_lead_is_asked_nothing_about_notifying_itself() throws Exception {
        UUID running = openCase();
        UUID proposed = openCase();
        UUID asked = UUID.randomUUID();
        for (UUID caseId : List.of(running, proposed)) {
            as(LEAD, now.plusSeconds(5), on -> {
                run(on, """
                        insert into purpose_answer (purpose_answer_id, conversation_id, case_id, purpose, answer, given_at, recorded_at, recorded_by)
                        values (gen_random_uuid(), gen_random_uuid(), ?, 'NRM_REFERRAL', 'REFUSED', caller_now(), caller_now(), ?)
                        """, caseId, LEAD.id());
                run(on, "select notification_duty_begin(gen_random_uuid(), ?)", caseId);
            });
        }
        as(LEAD, now.plusSeconds(6), on -> run(on, "select notification_propose(?, ?, '{}', null)", asked, proposed));
        UUID elsewhere = move(openCase());
        String authority = below("select authority_id from jurisdiction");
        below("update jurisdiction set authority_id = '%s'".formatted(MENTOR.organisation()));
        try {
            UUID duty = UUID.fromString(
                    below("select duty_id from notification_duty where case_id = '%s'".formatted(running)));
            for (UUID caseId : List.of(running, proposed)) {
                UUID offer = move(caseId);
                assertThat(ids(TAKES_OVER, "select handover_subjects('%s')", offer))
                        .containsExactly(caseId);
                assertThat(ids(TAKES_OVER, "select disclosure_id from disclosure_asked_anew('%s')", offer))
                        .isEmpty();
                String ended = "select coalesce(duty_id, disclosure_id) from notification_ends_with_lead('%s')";
                assertThat(ids(LEADS_SUPERVISOR, ended, offer))
                        .as("whoever does not lead ends nothing")
                        .containsExactly((UUID) null);
                assertThat(ids(TAKES_OVER, ended, offer)).containsExactly(caseId.equals(running) ? duty : asked);
                assertThat(ids(TAKES_OVER, ended, offer)).as("once").containsExactly((UUID) null);
            }
        } finally {
            below("update jurisdiction set authority_id = '%s'".formatted(authority));
        }
        assertThat(ids(TAKES_OVER, "select case_id from notification_ends_with_lead('%s')", elsewhere))
                .as("another lead")
                .containsExactly((UUID) null);
    }

    @Test
    void hearings_go_with_the_lead_and_what_the_old_ones_people_promised_for_them_is_asked_again() throws Exception {
        UUID caseId = openCase();
        UUID matter = UUID.randomUUID();
        Worker lawyer = new Worker(12, 6, "LAW");
        String hearing = now.plusSeconds(5 * 86_400).toString();
        below(
                "insert into matter (matter_id, case_id, organisation_id, opened_at, opened_by) values ('%s', '%s', '%s', now(), '%s')"
                        .formatted(matter, caseId, lawyer.organisation(), lawyer.id()));
        below("""
                insert into hearing_minimum (matter_id, case_id, organisation_id, lead_organisation_id, hearing_at, place, needs, arranged)
                values ('%s', '%s', '%s', '%s', '%s', 'COURT', '{ESCORT,INTERPRETER}', '{}')
                """.formatted(matter, caseId, lawyer.organisation(), LEAD.organisation(), hearing));
        for (Worker promised : List.of(LEAD, lawyer)) {
            below("insert into hearing_support values ('%s', '%s', '%s', '%s', '%s', '%s', now())"
                    .formatted(
                            matter,
                            promised == LEAD ? "ESCORT" : "INTERPRETER",
                            hearing,
                            caseId,
                            promised.organisation(),
                            promised.id()));
        }
        move(caseId);
        assertThat(below("select string_agg(need, ',') from hearing_support where matter_id = '%s'".formatted(matter)))
                .as("the lawyer's own word stands")
                .isEqualTo("INTERPRETER");
        assertThat(below("select lead_organisation_id from hearing_minimum where matter_id = '%s'".formatted(matter)))
                .isEqualTo(MENTOR.organisation().toString());
        assertThat(seen(LEAD, now.plusSeconds(60), "hearing_minimum", caseId)).isZero();
    }

    @Test
    void a_file_of_cases_packed_before_is_not_fetched_after_it() throws Exception {
        UUID export = UUID.randomUUID();
        below("""
                insert into case_export (export_id, organisation_id, requested_by, requested_at, reason, packed_at)
                values ('%s', '%s', '%s', now(), 'r', timestamptz '%s' + interval '40 seconds')
                """.formatted(export, LEAD.organisation(), LEADS_SUPERVISOR.id(), now));
        below("insert into case_export_file (export_id, content) values ('%s', 'x')".formatted(export));
        String file = "select export_id from case_export_file where export_id = '%s'";
        UUID caseId = openCase();
        assertThat(ids(LEADS_SUPERVISOR, file, export)).containsExactly(export);
        move(caseId);
        assertThat(ids(LEADS_SUPERVISOR, file, export)).isEmpty();
    }

    @Test
    void an_offer_that_says_of_itself_that_it_was_let_out_is_refused() {
        denied(() -> as(LEAD, now.plusSeconds(5), on -> card(on, UUID.randomUUID(), true)));
    }

    @Test
    void what_she_keeps_back_since_it_was_proposed_is_agreed_to_by_nobody() throws Exception {
        UUID caseId = openCase();
        UUID asked = propose(caseId, "VITAL_INTEREST", POLICE.organisation(), null);
        as(LEAD, now.plusSeconds(6), on -> run(on, """
                insert into exclusion (exclusion_id, case_id, organisation_id, category, part, said_at, recorded_by)
                values (gen_random_uuid(), ?, ?, 0, 'WHOLE', caller_now(), ?)
                """, caseId, POLICE.organisation(), LEAD.id()));
        refused(
                () -> as(
                        LEADS_SUPERVISOR,
                        now.plusSeconds(7),
                        on -> run(on, "select disclosure_decide(?, true, null)", asked)),
                "AL035");
        as(LEADS_SUPERVISOR, now.plusSeconds(8), on -> run(on, "select disclosure_decide(?, false, 'no')", asked));
    }

    @Test
    void an_exception_for_children_is_agreed_to_for_a_child_alone() throws Exception {
        UUID caseId = openCase();
        below("update identity_minimum set child = true where case_id = '%s'".formatted(caseId));
        UUID asked = propose(caseId, "MANDATORY_REPORT_CHILD", null, "The youth office");
        below("update identity_minimum set child = false where case_id = '%s'".formatted(caseId));
        refused(
                () -> as(
                        LEADS_SUPERVISOR,
                        now.plusSeconds(7),
                        on -> run(on, "select disclosure_decide(?, true, null)", asked)),
                "AL036");
    }

    @Test
    void a_partner_is_told_as_a_partner_whatever_it_is_called() throws Exception {
        UUID caseId = openCase();
        String police =
                below("select name from organisation where organisation_id = '%s'".formatted(POLICE.organisation()));
        denied(() -> propose(caseId, "VITAL_INTEREST", null, " " + police.toUpperCase() + "\u200f "));
        denied(() -> propose(caseId, "VITAL_INTEREST", demo("9000", 0), null));
        propose(caseId, "VITAL_INTEREST", null, "The hospital");
    }

    private UUID propose(UUID caseId) throws SQLException {
        return propose(caseId, "VITAL_INTEREST", null, "The hospital");
    }

    private UUID propose(UUID caseId, String exception, UUID recipient, String body) throws SQLException {
        UUID id = UUID.randomUUID();
        as(
                LEAD,
                now.plusSeconds(5),
                on -> run(
                        on,
                        "select disclosure_propose(?, ?, ?, ?, ?, '{0}', 'w', null, null, null, null)",
                        id,
                        caseId,
                        exception,
                        recipient,
                        body));
        return id;
    }

    private void card(Asked asked, String change) throws SQLException {
        as(
                MENTOR,
                now.plusSeconds(60),
                on -> run(on, "update referral_card set " + change + " where referral_id = ?", asked.referral()));
    }

    private UUID move(UUID caseId) throws SQLException {
        UUID offer = UUID.randomUUID();
        as(LEAD, now.plusSeconds(20), on -> {
            run(on, """
                    insert into consent (consent_id, case_id, recipient_organisation_id, purpose, categories, giver, medium, language, interpreter,
                                         given_at, expires_at, recorded_at, recorded_by)
                    values (gen_random_uuid(), ?, ?, 'CASE_MANAGEMENT', '{0,1,3,9,10}', 'SELF', 'WRITTEN', 'eng', 'NONE',
                            caller_now(), caller_now() + interval '90 days', caller_now(), ?)
                    """, caseId, MENTOR.organisation(), LEAD.id());
            card(on, offer, false);
            run(on, "insert into handover (handover_id, case_id) values (?, ?)", offer, caseId);
        });
        as(LEADS_SUPERVISOR, now.plusSeconds(30), on -> run(on, "select handover_approve(?)", offer));
        as(
                TAKES_OVER,
                now.plusSeconds(MOVED),
                on -> run(on, "select handover_accept(?, ?, ?)", offer, TAKES_OVER.team(), MENTOR.id()));
        return offer;
    }

    private static void card(Connection on, UUID offer, boolean asIfLetOut) throws SQLException {
        run(
                on,
                """
                insert into handover_card (handover_id, from_organisation_id, to_organisation_id, reason, age_band, sex, child, language,
                                           interpreter, region, open_referrals, open_steps, open_hearings, status, proposed_at, proposed_by,
                                           approved_by, approved_at, look_at, expires_at)
                select ?, ?, ?, 'SHE_ASKS', '18_24', 'FEMALE', false, 'eng', 'NONE', 'NORTH', 0, 0, 0, 'PROPOSED', caller_now(), ?, s, t, t, t
                  from (select cast(? as uuid) s, case when ? then caller_now() end t) as_if
                """,
                offer,
                LEAD.organisation(),
                MENTOR.organisation(),
                LEAD.id(),
                asIfLetOut ? LEADS_SUPERVISOR.id() : null,
                asIfLetOut);
    }

    private List<UUID> ids(Worker worker, String sql, UUID id) throws SQLException {
        List<UUID> found = new ArrayList<>();
        as(worker, now.plusSeconds(60), on -> {
            ResultSet rows = on.createStatement().executeQuery(sql.formatted(id));
            while (rows.next()) {
                found.add(rows.getObject(1, UUID.class));
            }
        });
        return found;
    }

    private static void denied(ThrowingCallable act) {
        refused(act, "42501");
    }

    private static void refused(ThrowingCallable act, String state) {
        assertThatThrownBy(act).isInstanceOfSatisfying(SQLException.class, thrown -> assertThat(thrown.getSQLState())
                .isEqualTo(state));
    }
}
