package org.alongside.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.alongside.housing.Shelter;
import org.alongside.setup.Care;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.alongside.shared.CaseId;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Police and prosecution ask every table that there is, row by row and by a count, of a survivor whom a house shelters and whom they themselves help: no
 * row names the house, one of its people, its help, a bed, or a stay; and of tables about a survivor only those that are theirs answer at all. A new
 * table is asked from its first day on.
 */
class PoliceAskEveryTableTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final List<Who> THEY = List.of(new Who(13, 7, "LEL"), new Who(24, 11, "PRL"));

    /** About a survivor, and open to who helps her under her agreement: what she agreed to, and what is their own. */
    private static final Set<String> MAY_BE_THEIRS = Set.of(
            "access_grant",
            "assignment",
            "case_access",
            "case_episode",
            "case_file",
            "identity",
            "identity_minimum",
            "safety_minimum",
            "interview",
            "police_note",
            "police_record",
            "police_share",
            "protection_need",
            "statement");

    private final TestDatabase database = TestDatabase.own();
    private final Care care = new Care(database);
    private final Shelter shelter = new Shelter(database);
    private final Set<String> secrets = new TreeSet<>();
    private CaseId her;

    @BeforeEach
    void a_house_shelters_her_and_police_and_prosecution_help_her() throws Exception {
        her = care.investigated(false, true);
        String house = shelter.house(Shelter.anybody(), 1, 1).toString();
        assertThat(house).isNotEmpty();
        for (String named : List.of(
                "select organisation_id::text from organisation where shelters(organisation_id)",
                "select name from organisation where shelters(organisation_id)",
                "select service_id::text from service where shelters(organisation_id)",
                "select worker_id::text from worker where shelters(organisation_id)",
                "select name from worker where shelters(organisation_id)",
                "select team_id::text from team where shelters(organisation_id)",
                "select facility_id::text from facility",
                "select bed_id::text from bed")) {
            secrets.addAll(below(named));
        }
        assertThat(secrets).hasSizeGreaterThan(10);
    }

    @AfterEach
    void close() throws Exception {
        shelter.close();
    }

    @Test
    void no_row_of_any_table_names_a_house_that_shelters_or_what_is_there() throws Exception {
        Set<String> told = new TreeSet<>();
        int read = 0;
        for (Who who : THEY) {
            for (String table : tables("")) {
                List<String> rows = rows(
                        who, "select t::text from (select %s from %s) t limit 5000".formatted(columns(table), table));
                read += rows.size();
                for (String secret : secrets) {
                    if (rows.stream().anyMatch(row -> row.contains(secret))) {
                        told.add(who.role() + " reads in " + table + ": " + secret);
                    }
                }
            }
        }
        assertThat(told).isEmpty();
        assertThat(read).as("who reads nothing finds nothing").isGreaterThan(20);
    }

    @Test
    void where_a_house_that_shelters_leads_no_row_names_it_either() throws Exception {
        for (Who who : THEY) {
            askedBack(who, referred(who));
        }
        care.below("update organisation set type = 'SHELTER' where organisation_id = '%s'"
                .formatted(Care.LEAD.organisation()));
        secrets.add(Care.LEAD.organisation().toString());
        secrets.addAll(below(
                "select name from organisation where organisation_id = '%s'".formatted(Care.LEAD.organisation())));
        no_row_of_any_table_names_a_house_that_shelters_or_what_is_there();
    }

    @Test
    void of_tables_about_a_survivor_only_those_answer_that_are_theirs_or_that_she_agreed_to() throws Exception {
        SoftAssertions all = new SoftAssertions();
        for (Who who : THEY) {
            for (String table : tables(
                    " and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'case_id')")) {
                if (!MAY_BE_THEIRS.contains(table)) {
                    all.assertThat(rows(who, "select count(*)::text from " + table))
                            .as(who.role() + " counts " + table)
                            .containsExactly("0");
                }
            }
        }
        all.assertAll();
        assertThat(rows(THEY.get(0), "select count(*)::text from case_file where case_id = '%s'".formatted(her)))
                .containsExactly("1");
    }

    @Test
    void in_the_directory_nothing_is_found_or_counted_of_such_a_house_by_any_question() throws Exception {
        String shelters = "(select s.organisation_id from organisation s where shelters(s.organisation_id))";
        for (Who who : THEY) {
            String own = "('%s')".formatted(who.organisation());
            for (String counted : List.of(
                    "organisation o where o.organisation_id not in " + shelters,
                    "service o where o.organisation_id not in " + shelters,
                    "worker o where o.kind = 'SYSTEM' or o.organisation_id in " + own,
                    "team o where o.organisation_id in " + own,
                    "worker_role r join worker o using (worker_id) where o.organisation_id in " + own,
                    "team_member m join team o using (team_id) where o.organisation_id in " + own)) {
                String table = counted.substring(0, counted.indexOf(' '));
                assertThat(rows(who, "select count(*)::text from " + table))
                        .as(who.role() + " counts " + table)
                        .isEqualTo(below("select count(*)::text from " + counted));
            }
            assertThat(rows(who, "select count(*)::text from service where service_type = 'SHELTER'"))
                    .containsExactly("0");
            assertThat(rows(who, "select count(*)::text from worker_role where role_code in ('SHS', 'SHM')"))
                    .containsExactly("0");
        }
        assertThat(rows(Care.LEAD, "select count(*)::text from organisation"))
                .isEqualTo(below("select count(*)::text from organisation"));
    }

    @Test
    void who_leads_refers_or_asks_back_is_told_them_of_no_file_whoever_it_is() throws Exception {
        for (String type : List.of("NGO", "SHELTER")) {
            care.below("update organisation set type = '%s' where organisation_id = '%s'"
                    .formatted(type, Care.LEAD.organisation()));
            for (Who who : THEY) {
                String referral = referred(who);
                String attestation = askedBack(who, referral);
                assertThat(rows(who, "select status from case_file where case_id = '%s'".formatted(her)))
                        .as(who.role() + " works on the file")
                        .hasSize(1);
                assertThat(rows(who, "select status from referral_card where referral_id = '%s'".formatted(referral)))
                        .as(who.role() + " was asked")
                        .hasSize(1);
                for (String asked : List.of(
                        "select lead_told('%s')".formatted(her),
                        "select sender_told('%s')".formatted(referral),
                        "select asking_told('%s')".formatted(attestation))) {
                    assertThat(rows(who, asked)).as(who.role() + " of " + type).containsExactly("null");
                }
                assertThat(rows(who, "select led_by('%s', '%s')".formatted(her, Care.LEAD.organisation())))
                        .containsExactly("f");
                for (String column : List.of(
                        "case_file.lead_organisation_id",
                        "referral_card.sender_organisation_id",
                        "referral.sender_organisation_id",
                        "attestation.asking_organisation_id")) {
                    assertThat(answer(who, "select count(%s) from %s".formatted(column, column.split("\\.")[0])))
                            .as(who.role() + " " + column)
                            .startsWith("42501");
                }
                assertThat(
                                rows(
                                        who,
                                        "select count(*)::text from case_file f join worker w on w.worker_id = f.lead_worker_id"))
                        .as("nor by who works there")
                        .containsExactly("0");
                assertThat(rows(
                                who,
                                "select count(*)::text from case_file f join team t on t.team_id = f.lead_team_id"))
                        .containsExactly("0");
            }
            assertThat(rows(Care.LEAD, "select lead_told('%s')".formatted(her)))
                    .containsExactly(Care.LEAD.organisation().toString());
        }
    }

    private String referred(Who who) throws Exception {
        return below("""
                insert into referral_card (referral_id, sender_organisation_id, recipient_organisation_id, service_id, service_type, urgency, age_band,
                                           sex, child, language, interpreter, region, categories, status, agreed_until, submitted_at, sent_at)
                select gen_random_uuid(), '%s', '%s', s.service_id, s.service_type, 'URGENT', '25_34', 'FEMALE', false, 'en', 'NONE', 'ANY',
                       '{0}', 'SENT', now() + interval '90 days', now(), now() from service s where s.organisation_id = '%s' limit 1 returning referral_id::text
                """.formatted(
                                Care.LEAD.organisation(),
                                who.organisation(),
                                THEY.get(0).organisation()))
                .get(0);
    }

    private String askedBack(Who who, String referral) throws Exception {
        return below("""
                with word as (
                  insert into consent (consent_id, case_id, recipient_organisation_id, purpose, categories, giver, medium, language, interpreter,
                                       given_at, expires_at, recorded_at, recorded_by)
                  values (gen_random_uuid(), '%s', '%s', 'SHARE_REFERRAL', '{0}', 'SELF', 'WRITTEN', 'eng', 'NONE', now(), now() + interval '90 days',
                          now(), '%s') returning consent_id)
                insert into attestation (attestation_id, consent_id, holder_organisation_id, asking_organisation_id, referrals, categories, asked_at, due_at)
                select gen_random_uuid(), consent_id, '%s', '%s', array['%s'::uuid], '{0}', now(), now() + interval '3 days' from word
                returning attestation_id::text
                """.formatted(
                                her,
                                who.organisation(),
                                Care.LEAD.id(),
                                who.organisation(),
                                Care.LEAD.organisation(),
                                referral))
                .get(0);
    }

    @Test
    void an_error_says_of_a_house_what_it_says_of_none() throws Exception {
        String house = Who.demo("9000", 3).toString();
        String team = below("select team_id::text from team where organisation_id = '%s' limit 1".formatted(house))
                .get(0);
        String service = below(
                        "select service_id::text from service where organisation_id = '%s' limit 1".formatted(house))
                .get(0);
        for (Who who : THEY) {
            for (String asked : List.of(
                    "insert into organisation (organisation_id, alias, name, type, region) values ('%s', 'x', 'x', 'NGO', 'ANY')"
                            + " /* " + house,
                    "insert into service (service_id, organisation_id, team_id, service_type, name, region) values ('%s', '"
                            + who.organisation() + "', '%1$s', 'LEGAL', 'x', 'ANY') /* " + team,
                    "insert into service (service_id, organisation_id, team_id, service_type, name, region) values (gen_random_uuid(), '%s', '"
                            + team + "', 'LEGAL', 'x', 'ANY') /* " + house,
                    "insert into service_hours (service_id, weekday, opens_at, closes_at) values ('%s', 1, '08:00', '09:00') /* "
                            + service,
                    "update service set name = 'x' where service_id = '%s' /* " + service,
                    "select told_by_her_word('%s') /* " + house,
                    "select may_name('" + her + "', '%s') /* " + house,
                    "select shelters('%s') /* " + house)) {
                String[] parts = asked.split(" /\\* ");
                assertThat(answer(who, parts[0].formatted(parts[1])))
                        .as(who.role() + ": " + parts[0])
                        .isEqualTo(answer(who, parts[0].formatted("00000000-0000-4000-9999-000000000042")));
            }
        }
    }

    @Test
    void no_function_that_they_may_call_answers_of_a_house_otherwise_than_of_none() throws Exception {
        List<String> calls = below("""
                select p.oid::regproc || '(' || string_agg(case t.n when asked.n then '''%s''' else ''':her''' end, ', ' order by t.n) || ')'
                  from pg_proc p cross join lateral generate_series(1, p.pronargs) asked (n)
                 cross join lateral unnest(p.proargtypes::oid[]) with ordinality t (type, n)
                 where p.pronamespace = 'alongside'::regnamespace and p.pronargs between 1 and 3 and p.prokind = 'f'
                   and p.prorettype <> 'trigger'::regtype and has_function_privilege('alongside_app', p.oid, 'execute')
                   and not exists (select from unnest(p.proargtypes::oid[]) other (type) where other.type <> 'uuid'::regtype)
                 group by p.oid, asked.n order by 1
                """.replace(":her", her.toString()));
        assertThat(calls).hasSizeGreaterThan(50);
        String none = "00000000-0000-4000-9999-000000000042";
        List<String> ofAHouse = below("""
                select organisation_id::text from organisation where organisation_id = '%1$s'
                 union all (select service_id::text from service where organisation_id = '%1$s' limit 1)
                 union all (select worker_id::text from worker where organisation_id = '%1$s' limit 1)
                 union all (select team_id::text from team where organisation_id = '%1$s' limit 1)
                 union all (select facility_id::text from facility limit 1) union all (select bed_id::text from bed limit 1)
                """.formatted(Who.demo("9000", 3)));
        assertThat(ofAHouse).hasSize(6);
        SoftAssertions all = new SoftAssertions();
        for (Who who : THEY) {
            for (String call : calls) {
                String asked = "select coalesce(string_agg(t::text, ','), '') from " + call + " t";
                String ofNone = answer(who, asked.formatted(none)).replace(none, "ID");
                for (String secret : ofAHouse) {
                    all.assertThat(answer(who, asked.formatted(secret)).replace(secret, "ID"))
                            .as(who.role() + ": " + call.formatted(secret))
                            .isEqualTo(ofNone);
                }
            }
        }
        all.assertAll();
    }

    /** What comes of it: a count, an answer, or the code and words of an error without the ids that were asked with. */
    private String answer(Who who, String statement) throws Exception {
        try {
            return care.as(who, DAY, on -> {
                try (Statement sql = on.sql().createStatement()) {
                    if (!sql.execute(statement)) {
                        return "changed " + sql.getUpdateCount();
                    }
                    ResultSet answer = sql.getResultSet();
                    return answer.next() ? answer.getString(1) : "nothing";
                }
            });
        } catch (SQLException refused) {
            return refused.getSQLState() + " "
                    + refused.getMessage().replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID");
        }
    }

    @Test
    void a_grant_and_an_assignment_are_read_as_their_own_alone() throws Exception {
        for (Who who : THEY) {
            for (String table : List.of("access_grant", "assignment")) {
                assertThat(rows(who, "select distinct organisation_id::text from " + table))
                        .as(who.role() + " " + table)
                        .containsExactly(who.organisation().toString());
            }
        }
    }

    /** Tables that the application may read at all. */
    private List<String> tables(String which) throws Exception {
        List<String> tables = below("""
                select c.relname from pg_class c
                 where c.relnamespace = 'alongside'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
                   and has_any_column_privilege('alongside_app', c.oid, 'select')
                """ + which + " order by 1");
        assertThat(tables).hasSizeGreaterThan(50);
        return tables;
    }

    /** Those that the application may read. */
    private String columns(String table) throws Exception {
        return below("""
                select string_agg(quote_ident(a.attname), ', ') from pg_attribute a
                 where a.attrelid = '%s'::regclass and a.attnum > 0 and not a.attisdropped
                   and has_column_privilege('alongside_app', a.attrelid, a.attnum, 'select')
                """.formatted(table)).get(0);
    }

    private List<String> rows(Who who, String question) throws Exception {
        return care.as(who, DAY, on -> read(on.sql(), question));
    }

    private List<String> below(String question) throws Exception {
        try (Connection superuser = database.inside().getConnection()) {
            return read(superuser, question);
        }
    }

    private static List<String> read(Connection on, String question) throws Exception {
        List<String> rows = new ArrayList<>();
        try (Statement sql = on.createStatement();
                ResultSet answer = sql.executeQuery(question)) {
            while (answer.next()) {
                rows.add(String.valueOf(answer.getString(1)));
            }
        }
        return rows;
    }
}
