package org.alongside.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaTest {
    private final TestDatabase database = TestDatabase.get();

    @Test
    void every_table_about_a_survivor_has_forced_row_security() throws Exception {
        assertThat(names("""
                        select c.relname from pg_class c
                         where c.relnamespace = 'alongside'::regnamespace and c.relkind in ('r', 'p')
                           and (exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'case_id' and not a.attisdropped)
                                or c.relname in ('referral_card', 'audit_head', 'anonymous_contact', 'idempotency_key'))
                           and not (c.relrowsecurity and c.relforcerowsecurity)
                        """)).isEmpty();
    }

    @Test
    void every_command_granted_to_the_application_on_a_protected_table_has_a_policy() throws Exception {
        assertThat(names("""
                        select g.table_name || ' ' || g.privilege_type
                          from information_schema.role_table_grants g
                          join pg_class c on c.relname = g.table_name and c.relnamespace = 'alongside'::regnamespace
                         where g.grantee = 'alongside_app' and g.table_schema = 'alongside' and c.relrowsecurity
                           and not exists (select from pg_policies p where p.schemaname = 'alongside' and p.tablename = g.table_name
                                 and 'alongside_app' = any (p.roles) and p.permissive = 'PERMISSIVE' and p.cmd in (g.privilege_type, 'ALL'))
                        """)).isEmpty();
    }

    @Test
    void the_application_owns_nothing_bypasses_nothing_and_moves_no_row_to_another_case() throws Exception {
        assertThat(
                        names(
                                "select rolname from pg_roles where rolname = 'alongside_app' and (rolsuper or rolbypassrls or rolcreaterole)"))
                .isEmpty();
        assertThat(names("select relname from pg_class where relowner = 'alongside_app'::regrole"))
                .isEmpty();
        assertThat(names("""
                        select table_name from information_schema.role_column_grants
                         where grantee = 'alongside_app' and privilege_type = 'UPDATE' and column_name in ('case_id', 'holder_id')
                           and table_schema = 'alongside'
                        """)).isEmpty();
        assertThat(names("""
                        select table_name from information_schema.role_table_grants where grantee = 'alongside_app'
                           and table_schema = 'alongside' and privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER')
                        """)).isEmpty();
    }

    @Test
    void every_checking_function_has_a_search_path_and_is_closed_to_the_public() throws Exception {
        assertThat(names("""
                        select p.proname from pg_proc p where p.pronamespace = 'alongside'::regnamespace and p.prosecdef
                           and (not exists (select from unnest(p.proconfig) c where c like 'search_path=%')
                                or has_function_privilege('public', p.oid, 'execute')
                                or p.proowner <> 'alongside_gatekeeper'::regrole)
                        """)).isEmpty();
    }

    @Test
    void no_function_of_the_caller_is_immutable_and_all_are_parallel_safe() throws Exception {
        assertThat(names("""
                        select p.proname from pg_proc p where p.pronamespace = 'alongside'::regnamespace
                           and p.proname ~ '^(caller_|may)' and p.proname <> 'caller_open' and (p.provolatile = 'i' or p.proparallel <> 's')
                        """)).isEmpty();
    }

    @Test
    void no_view_runs_as_its_owner() throws Exception {
        assertThat(names("""
                        select relname from pg_class where relkind in ('v', 'm') and relnamespace = 'alongside'::regnamespace
                           and not coalesce(reloptions::text like '%security_invoker=true%', false)
                        """)).isEmpty();
    }

    @Test
    void nothing_cascades_over_what_belongs_to_a_survivor() throws Exception {
        assertThat(
                        names(
                                "select conname from pg_constraint where connamespace = 'alongside'::regnamespace and confdeltype not in (' ', 'a', 'r')"))
                .isEmpty();
    }

    @Test
    void the_engine_finds_its_tables_and_may_use_them() throws Exception {
        assertThat(names("select tablename from pg_tables where schemaname = 'engine' and tablename = 'act_ru_task'"))
                .hasSize(1);
        try (Connection application = database.application().getConnection();
                ResultSet row = application
                        .createStatement()
                        .executeQuery("select count(*) from engine.act_ge_schema_log where version_ like '7.24%'")) {
            row.next();
            assertThat(row.getInt(1)).isPositive();
        }
    }

    @Test
    void without_a_caller_every_protected_table_is_empty_and_migrating_again_changes_nothing() throws Exception {
        Schema.migrate(database.owner(), true);
        try (Connection application = database.application().getConnection();
                ResultSet row = application
                        .createStatement()
                        .executeQuery("select (select count(*) from case_access) + (select count(*) from referral_card)"
                                + " + (select count(*) from draft)")) {
            row.next();
            assertThat(row.getInt(1)).isZero();
        }
    }

    private List<String> names(String sql) throws Exception {
        List<String> names = new ArrayList<>();
        try (Connection connection = database.inside().getConnection();
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
