package org.alongside.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** She takes an agreement back: nothing is open from then on, whoever got something is asked, and each party writes its own part alone. */
class WithdrawalTest extends ReferralsBySql {
    private static final int REFERRALS = 50;
    private static final Category[] OPENED = {
        Category.IDENTITY, Category.CONTACT_LOCATION, Category.DEMOGRAPHICS, Category.TRAFFICKING_EXPERIENCE,
                Category.HEALTH,
        Category.LEGAL, Category.SAFETY_RISK, Category.CARE_PLAN_GOALS, Category.DOCUMENTS, Category.SHELTER_PLACEMENT
    };

    private final Instant later = now.plusSeconds(20);

    /** The best of three, since the machine does other things, too. */
    @Test
    void a_thousand_open_grants_end_in_less_than_a_second() throws Exception {
        Duration best = Duration.ofDays(1);
        for (int round = 0; round < 3; round++) {
            Duration took = withdrawThousandGrants();
            best = took.compareTo(best) < 0 ? took : best;
        }
        System.out.printf("Withdrawal of %d referrals with 1,000 open grants: %d ms%n", REFERRALS, best.toMillis());
        assertThat(best).isLessThan(Duration.ofSeconds(1));
    }

    private Duration withdrawThousandGrants() throws SQLException {
        UUID caseId = openCase();
        UUID[] consent = new UUID[1];
        as(LEAD, now.plusSeconds(1), on -> consent[0] = consent(on, LEAD, caseId, MENTOR, "{0,1,3,4,9,10}"));
        thousandGrants(caseId, consent[0]);
        assertThat(seen(MENTOR, later, "identity", caseId)).isEqualTo(1);
        long began = System.nanoTime();
        as(LEAD, later, on -> withdraw(on, consent[0]));
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        assertThat(seen(MENTOR, later, "case_file", caseId)).isZero();
        assertThat(seen(MENTOR, later.plusSeconds(60), "identity", caseId)).isZero();
        return took;
    }

    @Test
    void the_holder_finds_what_it_is_asked_without_the_file_and_answers_once_in_its_own_name() throws Exception {
        Asked asked = accepted(MENTORING, MENTOR);
        as(LEAD, later, on -> withdraw(on, asked.consent()));
        UUID request = ask(asked);
        assertThat(seen(MENTOR, later, "consent", asked.caseId())).isZero();
        assertThat(found(MENTOR, request)).isEqualTo(1);
        assertThat(found(LEAD, request)).isEqualTo(1);
        assertThat(found(COUNSELLOR, request)).isZero();
        assertThatThrownBy(() -> answer(MENTOR, request, COUNSELLOR)).hasMessageContaining("not permitted");
        assertThatThrownBy(() -> answer(LEAD, request, LEAD)).hasMessageContaining("not permitted");
        assertThatThrownBy(() -> change(MENTOR, request, "late_at = now()")).hasMessageContaining("not permitted");
        answer(MENTOR, request, MENTOR);
        assertThatThrownBy(() -> change(MENTOR, request, "answer = 'RETURNED'")).hasMessageContaining("not permitted");
        assertThatThrownBy(() -> change(LEAD, request, "stopped_at = now(), stopped_by = '" + LEAD.id() + "'"))
                .as("what was attested stands")
                .hasMessageContaining("not permitted");
    }

    @Test
    void nobody_but_the_lead_asks_and_only_the_one_that_she_had_agreed_to() throws Exception {
        Asked asked = accepted(MENTORING, MENTOR);
        assertThatThrownBy(() -> as(MENTOR, later, on -> insert(on, asked, MENTOR, COUNSELLOR)))
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> as(LEAD, later, on -> insert(on, asked, LEAD, COUNSELLOR)))
                .as("she agreed to another one")
                .hasMessageContaining("row-level security");
    }

    @Test
    void what_was_shared_is_told_to_the_lead_alone_and_when_it_was_last_opened() throws Exception {
        Asked asked = accepted(MENTORING, MENTOR);
        as(
                MENTOR,
                now.plusSeconds(15),
                on -> run(
                        on,
                        "select audit_write('READ_CASE', ?, ?, null, 'REFERRAL', 'PERMITTED', null, null)",
                        asked.caseId(),
                        asked.caseId()));
        as(LEAD, later, on -> withdraw(on, asked.consent()));
        assertThat(shared(LEAD, asked.caseId())).contains("0 open until " + later + " last " + now.plusSeconds(15));
        assertThat(shared(MENTOR, asked.caseId())).isEmpty();
        assertThat(shared(COUNSELLOR, asked.caseId())).isEmpty();
    }

    private static void withdraw(Connection on, UUID consent) throws SQLException {
        run(
                on,
                "update consent set withdrawn_at = caller_now(), withdrawn_by = caller_worker() where consent_id = ?",
                consent);
        run(
                on,
                "update referral_card set status = 'REVOKED', revoked_at = caller_now(), revoke_reason = 'CONSENT_WITHDRAWN'"
                        + " where referral_id in (select referral_id from referral where consent_id = ?)",
                consent);
        run(on, "select grants_end_for_consent(?)", consent);
    }

    private void thousandGrants(UUID caseId, UUID consent) throws SQLException {
        try (Connection superuser = database.inside().getConnection()) {
            superuser.setAutoCommit(false);
            run(superuser, "set local session_replication_role = replica"); // the same service again and again
            run(superuser, """
                    insert into referral_card (referral_id, sender_organisation_id, recipient_organisation_id, service_id, service_type, urgency,
                                               age_band, sex, child, language, interpreter, region, categories, submitted_at, sent_at, accepted_at,
                                               status, agreed_until)
                    select gen_random_uuid(), ?, ?, service_id, service_type, 'URGENT', '18_24', 'FEMALE', false, 'eng', 'NONE', 'NORTH', '{0}',
                           now(), now(), now(), 'ACCEPTED', now() + interval '90 days'
                      from service, generate_series(1, ?) where service_id = ?
                    """, LEAD.organisation(), MENTOR.organisation(), REFERRALS, demo("b000", MENTORING));
            run(superuser, """
                    insert into referral (referral_id, case_id, sender_organisation_id, recipient_organisation_id, consent_id, categories, approval,
                                          submitted_by, askers)
                    select c.referral_id, ?, c.sender_organisation_id, c.recipient_organisation_id, ?, '{0}', 'NONE', ?, array[?::uuid]
                      from referral_card c where not exists (select from referral r where r.referral_id = c.referral_id) and c.status = 'ACCEPTED'
                       and c.submitted_at = now()
                    """, caseId, consent, LEAD.id(), LEAD.id());
            run(superuser, "set local session_replication_role = origin");
            run(superuser, """
                    insert into assignment (assignment_id, case_id, organisation_id, team_id, worker_id, from_at, assigned_by, referral_id)
                    select gen_random_uuid(), case_id, recipient_organisation_id, ?, ?, ?::timestamptz, ?, referral_id from referral where consent_id = ?
                    """, MENTOR.team(), MENTOR.id(), now.toString(), MENTOR.id(), consent);
            StringBuilder opened = new StringBuilder();
            for (Category category : OPENED) {
                opened.append(opened.isEmpty() ? "" : ",").append(category.number());
            }
            run(superuser, """
                    insert into access_grant (grant_id, case_id, organisation_id, category, level, basis, referral_id, consent_id, valid_from,
                                              valid_until, given_by)
                    select gen_random_uuid(), case_id, recipient_organisation_id, k, level, 'REFERRAL', referral_id, consent_id, ?::timestamptz,
                           now() + interval '90 days', ?
                      from referral, unnest(?::smallint[]) k, unnest('{R,W}'::text[]) level where consent_id = ?
                    """, now.toString(), MENTOR.id(), "{" + opened + "}", consent);
            superuser.commit();
        }
    }

    private UUID ask(Asked asked) throws SQLException {
        UUID[] id = new UUID[1];
        as(LEAD, later, on -> id[0] = insert(on, asked, LEAD, MENTOR));
        return id[0];
    }

    private static UUID insert(Connection on, Asked asked, Worker asking, Worker holder) throws SQLException {
        UUID id = UUID.randomUUID();
        run(on, """
                insert into attestation (attestation_id, consent_id, holder_organisation_id, asking_organisation_id, referrals, categories, asked_at,
                                         due_at)
                values (?, ?, ?, ?, array[?::uuid], '{0}', caller_now(), caller_now() + interval '7 days')
                """, id, asked.consent(), holder.organisation(), asking.organisation(), asked.referral());
        return id;
    }

    private void answer(Worker worker, UUID request, Worker named) throws SQLException {
        change(worker, request, "answer = 'DESTROYED', answered_at = caller_now(), answered_by = '" + named.id() + "'");
    }

    private void change(Worker worker, UUID request, String change) throws SQLException {
        as(worker, later, on -> run(on, "update attestation set " + change + " where attestation_id = ?", request));
    }

    private int found(Worker worker, UUID request) throws SQLException {
        int[] rows = new int[1];
        as(worker, later, on -> {
            var answer = on.createStatement()
                    .executeQuery("select count(*) from attestation where attestation_id = '" + request + "'");
            answer.next();
            rows[0] = answer.getInt(1);
        });
        return rows[0];
    }

    private java.util.List<String> shared(Worker worker, UUID caseId) throws SQLException {
        java.util.List<String> shared = new java.util.ArrayList<>();
        as(worker, later, on -> {
            var rows = on.createStatement()
                    .executeQuery("select category, closed_at, last_opened_at from shared_already('" + caseId + "')");
            while (rows.next()) {
                shared.add(rows.getInt(1) + " open until " + instant(rows, 2) + " last " + instant(rows, 3));
            }
        });
        return shared;
    }

    private static Instant instant(java.sql.ResultSet row, int column) throws SQLException {
        var at = row.getObject(column, java.time.OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
