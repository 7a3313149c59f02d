package org.alongside.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
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

    /** Who works where, and what is offered: about no survivor. A house that shelters is kept from them there at the door ({@code NoTraceOfAShelterTest}). */
    private static final Set<String> DIRECTORY =
            Set.of("organisation", "service", "team", "team_member", "worker", "worker_role");

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
                List<String> rows = DIRECTORY.contains(table)
                        ? List.of()
                        : rows(who, "select t::text from %s t limit 2000".formatted(table));
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
                   and has_table_privilege('alongside_app', c.oid, 'select')
                """ + which + " order by 1");
        assertThat(tables).hasSizeGreaterThan(50);
        return tables;
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
