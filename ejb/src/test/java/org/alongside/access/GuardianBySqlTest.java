package org.alongside.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who stands for a child and who is excluded, by SQL as the application with an honest caller. */
class GuardianBySqlTest extends ReferralsBySql {
    private static final String EXCLUDED = "AL030";
    private static final String STANDS_NOT = "AL031";
    private static final String STILL_CONSENTS = "AL032";
    private static final String HAPPENED = "40001";

    private final Instant later = now.plusSeconds(20);
    private UUID caseId;

    @BeforeEach
    void a_child() throws SQLException {
        caseId = openCase();
    }

    @Test
    void an_aunt_with_a_mandate_consents_and_nobody_else_does_by_her_name() throws Exception {
        UUID aunt = stands(caseId, "Aunt", "OTHER_RELATIVE", "");
        assertThat(refused(() -> consentBy(caseId, aunt))).isNull();
        assertThat(refused(() -> consentBy(caseId, null))).as("nobody named").isEqualTo(STANDS_NOT);
        assertThat(refused(() -> consentBy(openCase(), aunt)))
                .as("of another child")
                .isEqualTo(STANDS_NOT);
        assertThat(refused(() -> consentBy(caseId, UUID.randomUUID()))).isEqualTo(STANDS_NOT);
    }

    @Test
    void a_mandate_that_is_for_something_else_not_begun_over_or_in_doubt_consents_to_nothing() throws Exception {
        for (String instead : new String[] {
            "powers = '{MEDICAL,LEGAL}'",
            "mandate_from = caller_now() + interval '1 day'",
            "mandate_until = caller_now()",
            "review_at = caller_now()",
            "ended_at = caller_now()",
            "review_at = caller_now(), replaced_at = caller_now()"
        }) {
            UUID guardian = stands(openCase(), "Aunt", "OTHER_RELATIVE", instead);
            UUID hers = caseOf(guardian);
            assertThat(refused(() -> consentBy(hers, guardian))).as(instead).isEqualTo(STANDS_NOT);
        }
        UUID needed = UUID.randomUUID();
        as(LEAD, now, on -> run(on, """
                insert into guardian (guardian_id, case_id, type, powers, needed_at, recorded_at, recorded_by)
                values (?, ?, 'LEGAL_GUARDIAN', '{CONSENT}', caller_now(), caller_now(), ?)
                """, needed, caseId, LEAD.id()));
        assertThat(refused(() -> consentBy(caseId, needed)))
                .as("nobody is found yet")
                .isEqualTo(STANDS_NOT);
    }

    @Test
    void who_is_excluded_stands_for_her_no_more_and_what_he_consented_to_cannot_stay() throws Exception {
        UUID stepfather = stands(caseId, "Karim Doe", "STEP_PARENT", "");
        UUID aunt = stands(caseId, "Aunt", "OTHER_RELATIVE", "");
        UUID his = consentBy(caseId, stepfather);
        UUID hers = consentBy(caseId, aunt);
        assertThat(refused(() -> as(LEAD, later, on -> exclude(on, LEAD, "STEP_PARENT", "Karim Doe", stepfather))))
                .as("as long as a consent of his is in force")
                .isEqualTo(STILL_CONSENTS);
        as(LEAD, later, on -> {
            exclude(on, LEAD, "STEP_PARENT", "Karim Doe", stepfather);
            run(
                    on,
                    "update consent set withdrawn_at = caller_now(), withdrawn_by = ?, withdraw_reason = 'GIVER_EXCLUDED'"
                            + " where consent_id in (select consents_by_excluded(?))",
                    LEAD.id(),
                    caseId);
        });
        assertThat(count("consent", "consent_id = '%s' and withdrawn_at is null".formatted(his)))
                .isZero();
        assertThat(count("consent", "consent_id = '%s' and withdrawn_at is null".formatted(hers)))
                .isEqualTo(1);
        assertThat(count("guardian", "guardian_id = '%s' and status = 'ENDED'".formatted(stepfather)))
                .isEqualTo(1);
        assertThat(refused(() -> consentBy(caseId, stepfather))).isEqualTo(STANDS_NOT);
        assertThat(refused(() -> consentBy(caseId, aunt))).isNull();
        assertThat(refused(() -> as(
                        LEAD,
                        later,
                        on -> run(on, "update guardian set ended_at = null where guardian_id = ?", stepfather))))
                .as("he does not come back")
                .isEqualTo(HAPPENED);
    }

    @Test
    void an_excluded_person_is_recorded_as_nobodys_guardian_by_name_or_by_relation() throws Exception {
        as(LEAD, now, on -> exclude(on, LEAD, "PARENT", "Karim Doe", null));
        assertThat(refused(() -> stands(caseId, "KARIM doe", "SIBLING", "")))
                .as("by his name")
                .isEqualTo(EXCLUDED);
        assertThat(refused(() -> stands(caseId, null, "PARENT", "")))
                .as("may be he")
                .isEqualTo(EXCLUDED);
        assertThat(refused(() -> stands(caseId, "Mother", "PARENT", "")))
                .as("the other parent")
                .isNull();
        as(LEAD, now, on -> exclude(on, LEAD, "PARENT", null, null));
        assertThat(refused(() -> stands(caseId, "Mother again", "PARENT", "")))
                .as("nobody knows which parent")
                .isEqualTo(EXCLUDED);
        assertThat(count("guardian", "case_id = '%s' and status = 'ENDED'".formatted(caseId)))
                .as("whoever stood for her with that relation")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "karim  HADDAD",
        "Karim\u200f Haddad",
        "'Haddad, Karim'",
        "Kareem Hadad",
        "K\u0101rim-Haddad",
        "\u0643\u0631\u064a\u0645 \u062d\u062f\u0627\u062f",
        "Karim",
        "Kari Mhaddad",
        "Karim Haddad Mahmoud"
    })
    void he_is_excluded_however_his_name_is_written_and_what_he_consented_to_ends(String written) throws Exception {
        UUID stepfather = stands(caseId, written, "STEP_PARENT", "");
        consentBy(caseId, stepfather);
        assertThat(refused(() -> as(LEAD, later, on -> exclude(on, LEAD, "STEP_PARENT", "Karim Haddad", null))))
                .isEqualTo(STILL_CONSENTS);
        UUID other = openCase();
        as(LEAD, now, on -> run(on, """
                insert into excluded_person (excluded_person_id, case_id, relation, name, recorded_at, recorded_by)
                values (gen_random_uuid(), ?, 'STEP_PARENT', 'Karim Haddad', caller_now(), ?)
                """, other, LEAD.id()));
        assertThat(refused(() -> stands(other, written, "STEP_PARENT", ""))).isEqualTo(EXCLUDED);
    }

    @ParameterizedTest
    @CsvSource({
        "Karima Haddad,PARENT",
        "\u0643\u0631\u064a\u0645\u0629 \u062d\u062f\u0627\u062f,PARENT",
        "Samir Haddad,PARENT",
        "Karim,OTHER_RELATIVE",
        "Kareem Hadad,OTHER_RELATIVE"
    })
    void somebody_else_stands_for_her_although_their_name_is_like_his(String name, String relation) throws Exception {
        UUID mother = stands(caseId, name, relation, "");
        as(LEAD, now, on -> exclude(on, LEAD, "PARENT", "Karim Haddad", null));
        assertThat(refused(() -> consentBy(caseId, mother))).isNull();
    }

    @Test
    void her_yes_to_her_family_names_nobody_who_is_excluded() throws Exception {
        as(LEAD, now, on -> exclude(on, LEAD, "PARENT", "Karim Haddad", null));
        for (String named : new String[] {"haddad KARIM", "Her mother"}) {
            assertThat(refused(() -> as(LEAD, later, on -> run(on, """
                            insert into purpose_answer (purpose_answer_id, conversation_id, case_id, purpose, answer, given_at, until_at, named,
                                                        giver, medium, language, interpreter, recorded_at, recorded_by)
                            values (gen_random_uuid(), gen_random_uuid(), ?, 'SHARE_FAMILY', 'AGREED', caller_now(),
                                    caller_now() + interval '30 days', ?, 'SELF', 'WRITTEN', 'eng', 'NONE', caller_now(), ?)
                            """, caseId, named, LEAD.id()))))
                    .isEqualTo(named.equals("Her mother") ? null : STANDS_NOT);
        }
    }

    @Test
    void without_a_caller_nothing_is_told_of_consents() throws Exception {
        consentBy(caseId, stands(caseId, "Karim Haddad", "STEP_PARENT", ""));
        try (Connection superuser = database.inside().getConnection();
                Connection nobody = database.application().getConnection()) {
            run(superuser, """
                    insert into excluded_person (excluded_person_id, case_id, relation, recorded_at, recorded_by)
                    values (gen_random_uuid(), ?, 'STEP_PARENT', now(), ?)
                    """, caseId, LEAD.id());
            var rows = nobody.createStatement().executeQuery("select consents_by_excluded('" + caseId + "')");
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void who_is_excluded_witnesses_no_consent() throws Exception {
        as(LEAD, now, on -> exclude(on, LEAD, "STEP_PARENT", "Karim Haddad", null));
        for (String witness : new String[] {"KARIM haddad", "Noura"}) {
            assertThat(refused(() ->
                            as(LEAD, later, on -> run(on, """
                            insert into consent (consent_id, case_id, recipient_organisation_id, purpose, categories, giver, medium, language,
                                                 interpreter, witness, given_at, expires_at, recorded_at, recorded_by)
                            values (gen_random_uuid(), ?, ?, 'SHARE_REFERRAL', '{0}', 'SELF', 'ORAL', 'eng', 'NONE', ?, caller_now(),
                                    caller_now() + interval '90 days', caller_now(), ?)
                            """, caseId, MENTOR.organisation(), witness, LEAD.id()))))
                    .isEqualTo(witness.equals("Noura") ? null : STANDS_NOT);
        }
    }

    @Test
    void who_reads_who_she_is_reads_who_stands_for_her_and_only_with_her_safety_who_does_not() throws Exception {
        stands(caseId, "Aunt", "OTHER_RELATIVE", "");
        as(LEAD, now, on -> exclude(on, LEAD, "STEP_PARENT", "Karim Doe", null));
        accept(ask(caseId, MENTORING, MENTOR, "{0}", "NONE"), MENTOR);
        assertThat(seen(MENTOR, later, "guardian", caseId)).isEqualTo(1);
        assertThat(seen(MENTOR, later, "excluded_person", caseId)).isZero();
        assertThat(seen(COUNSELLOR, later, "guardian", caseId)).isZero();
        assertThat(seen(LEADS_SUPERVISOR, later, "excluded_person", caseId)).isEqualTo(1);
        for (ThrowingCallable act : new ThrowingCallable[] {
            () -> as(MENTOR, later, on -> exclude(on, MENTOR, "PARENT", "Aunt", null)),
            () -> as(LEAD, later, on -> exclude(on, LEADS_SUPERVISOR, "PARENT", "Aunt", null)),
            () -> as(MENTOR, later, on -> insert(on, MENTOR, UUID.randomUUID(), caseId, "Uncle", "OTHER_RELATIVE"))
        }) {
            assertThatThrownBy(act).hasMessageContaining("row-level security");
        }
        as(MENTOR, later, on -> run(on, "update guardian set ended_at = now() where case_id = ?", caseId));
        assertThat(count("guardian", "case_id = '%s' and ended_at is null".formatted(caseId)))
                .as("what is not theirs is not changed")
                .isEqualTo(1);
        as(MENTOR, later, on -> {
            var rows = on.createStatement().executeQuery("select consents_by_excluded('" + caseId + "')");
            assertThat(rows.next()).isFalse();
        });
    }

    private UUID stands(UUID hers, String name, String relation, String instead) throws SQLException {
        UUID id = UUID.randomUUID();
        as(LEAD, now, on -> {
            insert(on, LEAD, id, hers, name, relation);
            if (!instead.isEmpty()) {
                run(on, "update guardian set " + instead + " where guardian_id = ?", id);
            }
        });
        return id;
    }

    private static void insert(Connection on, Worker by, UUID id, UUID hers, String name, String relation)
            throws SQLException {
        run(on, """
                insert into guardian (guardian_id, case_id, type, name, relation, powers, recorded_at, recorded_by)
                values (?, ?, 'CAREGIVER', ?, ?, '{CONSENT}', caller_now(), ?)
                """, id, hers, name, relation, by.id());
    }

    private void exclude(Connection on, Worker by, String relation, String name, UUID guardian) throws SQLException {
        run(on, """
                insert into excluded_person (excluded_person_id, case_id, relation, name, guardian_id, recorded_at, recorded_by)
                values (gen_random_uuid(), ?, ?, ?, ?, caller_now(), ?)
                """, caseId, relation, name, guardian, by.id());
    }

    private UUID consentBy(UUID hers, UUID guardian) throws SQLException {
        UUID consent = UUID.randomUUID();
        as(LEAD, now.plusSeconds(5), on -> run(on, """
                insert into consent (consent_id, case_id, recipient_organisation_id, purpose, categories, giver, giver_right, guardian_id, medium,
                                     language, interpreter, given_at, expires_at, recorded_at, recorded_by)
                values (?, ?, ?, 'SHARE_REFERRAL', '{0}', 'CAREGIVER', 'PARENTAL', ?, 'WRITTEN', 'eng', 'NONE',
                        caller_now(), caller_now() + interval '90 days', caller_now(), ?)
                """, consent, hers, MENTOR.organisation(), guardian, LEAD.id()));
        return consent;
    }

    private UUID caseOf(UUID guardian) throws SQLException {
        UUID[] found = new UUID[1];
        as(LEAD, later, on -> {
            var rows = on.createStatement()
                    .executeQuery("select case_id from guardian where guardian_id = '" + guardian + "'");
            rows.next();
            found[0] = rows.getObject(1, UUID.class);
        });
        return found[0];
    }

    private int count(String table, String where) throws SQLException {
        int[] found = new int[1];
        as(LEAD, later, on -> {
            var rows = on.createStatement().executeQuery("select count(*) from " + table + " where " + where);
            rows.next();
            found[0] = rows.getInt(1);
        });
        return found[0];
    }

    /** The state with which the database refuses; null: it does not. */
    private static String refused(ThrowingCallable act) {
        SQLException thrown = catchThrowableOfType(SQLException.class, act);
        return thrown == null ? null : thrown.getSQLState();
    }
}
