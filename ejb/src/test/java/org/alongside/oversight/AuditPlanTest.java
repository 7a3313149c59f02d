package org.alongside.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.Role;
import org.alongside.setup.Explained;
import org.alongside.setup.TestDatabase;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.WorkerId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * How a page of the audit is read, as the application role, by an officer whose house has a tenth of it all; with
 * {@code -Dalongside.audit-rows=1000000} among a million events.
 */
class AuditPlanTest {
    private static final int ROWS = Integer.getInteger("alongside.audit-rows", 40_000);
    private static final String HOUSE = "00000000-0000-4000-9000-000000000001";
    private static final String SHELTER = "00000000-0000-4000-9000-000000000003";
    private static final String CASEWORKER = "00000000-0000-4000-8000-000000000001";
    private static final String OFFICER = "00000000-0000-4000-8000-000000000003";
    private static final String LONG_AGO = "timestamptz '1970-01-01'";
    private static final String A_YEAR_AGO = "(current_date - 365)::timestamptz";
    private static final int SHOWN = 26;
    private static final int PAGES_A_ROW = 40;
    private static final UUID CASE = UUID.randomUUID();

    private static final TestDatabase DATABASE = TestDatabase.own();

    @Test
    void a_page_is_read_from_the_end_of_an_index_whatever_is_asked_for() throws Exception {
        page(none(), "audit_event_organisation", "audit_event_stranger", "audit_concern_pkey");
        page(asked(null, null, "REFUSED"), "audit_event_refused", "audit_concern_refused");
        page(asked(new WorkerId(UUID.fromString(CASEWORKER)), null, null), "audit_event_");
        page(asked(null, new OrganisationId(UUID.fromString(SHELTER)), null), "audit_concern_pkey");
        Explained ofCase = explained(none(), true, LONG_AGO, SHOWN);
        assertThat(ofCase.plan()).contains("audit_event_pkey").contains("audit_concern_case");
        wholeIsNotRead(ofCase);
    }

    @Test
    void it_is_found_by_case_person_organisation_and_time_all_of_it_and_nothing_else() throws Exception {
        AuditQuery person = asked(new WorkerId(UUID.fromString(CASEWORKER)), null, null);
        String hers = "from audit_event where organisation_id = '" + HOUSE + "' and actor_id = '" + CASEWORKER + "'";
        assertThat(found(person, false, LONG_AGO)).isPositive().isEqualTo(counted(hers));
        assertThat(found(person, false, A_YEAR_AGO))
                .isPositive()
                .isLessThan(found(person, false, LONG_AGO))
                .isEqualTo(counted(hers + " and at >= " + A_YEAR_AGO));
        assertThat(found(asked(person.person(), null, "REFUSED"), false, LONG_AGO))
                .isPositive()
                .isEqualTo(counted(hers + " and outcome = 'REFUSED'"));
        assertThat(found(asked(null, new OrganisationId(UUID.fromString(SHELTER)), null), false, LONG_AGO))
                .isPositive()
                .isEqualTo(counted("from audit_concern where organisation_id = '" + HOUSE
                        + "' and by_organisation_id = '" + SHELTER + "'"));
        assertThat(found(none(), true, LONG_AGO))
                .isPositive()
                .isEqualTo(counted("from audit_event where chain_id = '" + CASE + "'"));
    }

    private int found(AuditQuery query, boolean ofCase, String from) throws Exception {
        return explained(query, ofCase, from, ROWS).rows();
    }

    private static int counted(String from) throws Exception {
        try (Connection superuser = DATABASE.inside().getConnection()) {
            ResultSet count = superuser.createStatement().executeQuery("select count(*) " + from);
            count.next();
            return count.getInt(1);
        }
    }

    private void page(AuditQuery query, String... indexes) throws Exception {
        Explained page = explained(query, false, LONG_AGO, SHOWN);
        assertThat(page.plan()).contains(indexes);
        wholeIsNotRead(page);
        assertThat(page.pages()).as(page.plan()).isLessThan(SHOWN * PAGES_A_ROW);
    }

    private static void wholeIsNotRead(Explained page) {
        assertThat(page.plan())
                .doesNotContain("Seq Scan on audit_event")
                .doesNotContain("Seq Scan on audit_concern")
                .doesNotContain("hashed SubPlan")
                .doesNotContain("Seq Scan on case_file");
    }

    private Explained explained(AuditQuery query, boolean ofCase, String from, int size) throws Exception {
        Caller officer = new Caller(
                new WorkerId(UUID.fromString(OFFICER)),
                new OrganisationId(UUID.fromString(HOUSE)),
                Set.of(Role.DPO),
                false,
                "s",
                Instant.parse("2026-01-01T00:00:00Z"));
        String text = AuditEvents.text(officer, query, ofCase);
        for (Map.Entry<String, String> value : Map.of(
                        ":house",
                        "'" + HOUSE + "'",
                        ":case",
                        "'" + CASE + "'",
                        ":person",
                        query.person() == null ? "null" : "'" + query.person() + "'::uuid",
                        ":organisation",
                        query.organisation() == null ? "null" : "'" + query.organisation() + "'::uuid",
                        ":action",
                        "null",
                        ":from",
                        from,
                        ":until",
                        "timestamptz '9999-01-01'",
                        ":before",
                        "timestamptz '9999-01-01'",
                        ":chain",
                        "'ffffffff-ffff-ffff-ffff-ffffffffffff'",
                        ":number",
                        "9999999")
                .entrySet()) {
            text = text.replace(value.getKey(), value.getValue());
        }
        return Explained.of(DATABASE, OFFICER, HOUSE, "DPO", text.replace(":size", String.valueOf(size)));
    }

    private static AuditQuery none() {
        return asked(null, null, null);
    }

    private static AuditQuery asked(WorkerId person, OrganisationId organisation, String outcome) {
        return new AuditQuery(null, person, organisation, null, null, null, outcome);
    }

    /** A tenth of all is of the house; of every ten events of a case one is another house's, of every hundred one is refused. */
    @BeforeAll
    static void fill() throws Exception {
        try (Connection superuser = DATABASE.inside().getConnection();
                Statement sql = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            sql.execute("""
                    create temp table made on commit drop as
                    select case when n = 1 then '%s'::uuid else gen_random_uuid() end id, n %% 10 = 1 ours from generate_series(1, %d) n
                    """.formatted(CASE, ROWS / 10));
            sql.execute("""
                    insert into case_file (case_id, case_code, status, lead_organisation_id, lead_team_id, lead_worker_id, intake_source,
                                           opened_at, opened_by, next_due)
                    select id, id, 'ACTIVE', lead, replace(lead::text, '-9000-', '-a000-')::uuid, replace(lead::text, '-9000-', '-8000-')::uuid,
                           'SELF', now(), replace(lead::text, '-9000-', '-8000-')::uuid, current_date
                      from made cross join lateral (select case when ours then '%s' else '00000000-0000-4000-9000-000000000002' end::uuid lead) l
                    """.formatted(HOUSE));
            sql.execute("""
                    insert into audit_event (chain_id, seq, at, recorded_at, actor_id, organisation_id, roles, session_id, action, case_id, outcome,
                                             prior_hash, hash)
                    select c.case_id, k, now() - random() * interval '900 days', now(), replace(house::text, '-9000-', '-8000-')::uuid, house, '{CW}',
                           's', 'READ_CASE', c.case_id, case when k = 5 and abs(hashtext(c.case_id::text)) % 10 = 0 then 'REFUSED' else 'PERMITTED' end,
                           '\\x00', sha256(c.case_id::text::bytea)
                      from made m join case_file c on c.case_id = m.id
                     cross join generate_series(1, 10) k
                     cross join lateral (select case when k = 10 then '00000000-0000-4000-9000-000000000003'::uuid else c.lead_organisation_id end house) h
                    """);
            sql.execute("""
                    insert into audit_concern (organisation_id, at, chain_id, seq, case_id, by_organisation_id, action, refused)
                    select c.lead_organisation_id, e.at, e.chain_id, e.seq, c.case_id, e.organisation_id, e.action, e.outcome = 'REFUSED'
                      from audit_event e join case_file c on c.case_id = e.case_id where e.organisation_id <> c.lead_organisation_id
                    on conflict do nothing
                    """);
            sql.execute("""
                    insert into audit_event (chain_id, seq, at, recorded_at, actor_id, organisation_id, roles, action, outcome, prior_hash, hash)
                    select '00000000-0000-4000-8000-000000000000', n, now() - random() * interval '900 days', now(),
                           '00000000-0000-4000-8000-000000000000', '00000000-0000-4000-9000-000000000000', '{}',
                           case when n %% 50 = 0 then 'SIGN_IN' else 'MOVE_REFERRAL' end, 'REFUSED', '\\x00', sha256(n::text::bytea)
                      from generate_series(1, %d) n
                    """.formatted(ROWS / 10));
            superuser.commit();
            superuser.setAutoCommit(true);
            sql.execute("vacuum analyze audit_event, audit_concern, case_file");
        }
    }
}
