package org.alongside.notice;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.code.Settings;
import org.alongside.setup.Cases;
import org.alongside.setup.Cases.House;
import org.alongside.setup.Connected;
import org.alongside.setup.TestDatabase;
import org.alongside.worklist.Tasks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is told of the tasks of one round, by the system as the application role, and in how many statements. */
class OffersTest {
    private static final House HOUSE = House.demo(3, 6);
    private static final String SANA = HOUSE.worker();
    private static final String PETRA = House.demo(3, 7).worker();
    private static final String SYSTEM =
            "select caller_open('00000000-0000-4000-8000-000000000000', '00000000-0000-4000-9000-000000000000', '{}', '%s')";
    private static final Duration OPENS_WITHIN = Duration.ofMinutes(30);

    private final TestDatabase database = TestDatabase.get();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private Set<String> untaken = Set.of();
    private UUID caseId;
    private Connection application;
    private Connected connected;
    private Offers offers;

    @BeforeEach
    void a_case_is_open_to_a_shelter_whose_two_read_mail() throws Exception {
        try (Cases made = Cases.led(database, 1, HOUSE)) {
            made.open(HOUSE, null, "LEAD", "F", "11");
            made.write("""
                    insert into notice_choice (worker_id, address, quiet_from, quiet_until)
                    values ('%s', 'sana@example.org', null, null), ('%s', 'petra@example.org', null, null)
                    """.formatted(SANA, PETRA));
            caseId = made.first();
            made.keep("notice_choice");
        }
        application = database.application().getConnection();
        application.setAutoCommit(false);
        run(SYSTEM.formatted(now));
        offers = new Offers();
        connected = new Connected(application);
        offers.em = connected.em();
        offers.tasks = always(engine());
        offers.settings = new Settings() {
            @Override
            public Duration of(String name) {
                return OPENS_WITHIN;
            }
        };
    }

    @AfterEach
    void nothing_is_left() throws Exception {
        application.rollback();
        application.close();
        try (Connection superuser = database.inside().getConnection()) {
            superuser.createStatement().execute("delete from on_call; delete from notice_choice");
        }
    }

    @Test
    void a_hundred_tasks_are_told_in_as_many_statements_as_two() throws Exception {
        offered("few", 1, "SHS", false);
        offered("fast", 1, "SHS", true);
        offers.sort(now);
        assertThat(rows("select task_id || ' ' || worker_id from notice"))
                .containsExactlyInAnyOrder("few0 " + SANA, "fast0 " + SANA);
        int ofTwo = connected.asked().size();
        offered("many", 60, "SHS", false);
        offered("soon", 40, "SHM", true);
        offers.sort(now);
        assertThat(connected.asked()).hasSize(ofTwo);
        assertThat(rows("select task_id from notice where worker_id = '" + SANA + "' and task_id like 'many%'"))
                .hasSize(60);
        assertThat(rows("select task_id from notice where worker_id = '" + PETRA + "' and task_id like 'soon%'"))
                .hasSize(40);
        assertThat(rows("select task_id from task_offer where told_at is null or not urgent"))
                .as("what is told and not urgent is gone")
                .isEmpty();
    }

    @Test
    void the_next_on_call_are_asked_for_a_hundred_in_as_many_statements_as_for_one() throws Exception {
        offered("one", 1, "SHS", true);
        offers.sort(now);
        late(Set.of("one0"));
        int ofOne = connected.asked().size();
        offered("many", 100, "SHS", true);
        offers.sort(now);
        late(Set.copyOf(rows("select task_id from task_offer where task_id like 'many%'")));
        assertThat(connected.asked()).hasSize(ofOne);
        assertThat(rows("select task_id from notice where worker_id = '" + PETRA + "' and urgent"))
                .as("nobody is on call, and she supervises")
                .hasSize(101);
        assertThat(rows("select task_id from task_offer")).isEmpty();
    }

    @Test
    void one_on_call_after_the_other_is_asked_and_nobody_twice() throws Exception {
        onCall(SANA, Duration.ofHours(1));
        onCall(PETRA, Duration.ofHours(2));
        offered("two", 2, "SHS", true);
        offers.sort(now);
        assertThat(urgent()).containsExactlyInAnyOrder("two0 " + PETRA, "two1 " + PETRA);
        late(Set.of("two0", "two1"));
        assertThat(urgent())
                .containsExactlyInAnyOrder("two0 " + PETRA, "two1 " + PETRA, "two0 " + SANA, "two1 " + SANA);
        late(Set.of("two0"));
        assertThat(urgent()).hasSize(4);
        assertThat(rows("select task_id from task_offer"))
                .as("one was taken, for the other there is nobody else")
                .isEmpty();
    }

    @Test
    void what_was_taken_is_asked_of_nobody_else_while_the_rest_goes_on() throws Exception {
        onCall(SANA, Duration.ofHours(1));
        offered("two", 2, "SHS", true);
        offers.sort(now);
        onCall(PETRA, Duration.ofMinutes(1));
        late(Set.of("two1"));
        assertThat(urgent()).containsExactlyInAnyOrder("two0 " + SANA, "two1 " + SANA, "two1 " + PETRA);
        assertThat(rows("select task_id from task_offer where ask_next_at > '" + now + "'"))
                .containsExactly("two1");
    }

    @Test
    void of_two_offers_of_one_task_one_letter_comes_of_it() throws Exception {
        onCall(SANA, Duration.ofHours(1));
        offered("same", 1, "SHS", true);
        offered("same", 1, "SHS", true);
        offers.sort(now);
        assertThat(urgent()).containsExactly("same0 " + SANA);
    }

    private void late(Set<String> stillUntaken) throws Exception {
        run("update task_offer set ask_next_at = '" + now + "' where ask_next_at is not null");
        untaken = stillUntaken;
        connected.asked();
        offers.askNext(now);
    }

    private List<String> urgent() throws Exception {
        return rows("select task_id || ' ' || worker_id from notice where urgent");
    }

    private void offered(String task, int times, String role, boolean urgent) throws Exception {
        run("""
                insert into task_offer (offer_id, task_id, subject, about_card, groups, urgent, offered_at, offered_by)
                select gen_random_uuid(), '%s' || n, '%s', false, '{%s/%s}', %s, '%s', caller_worker() from generate_series(0, %d) n
                """.formatted(task, caseId, HOUSE.id(), role, urgent, now, times - 1));
    }

    private void onCall(String worker, Duration since) throws Exception {
        try (Connection superuser = database.inside().getConnection()) {
            superuser.createStatement().execute("""
                    insert into on_call (on_call_id, organisation_id, worker_id, from_at, until_at, planned_at, planned_by)
                    values (gen_random_uuid(), '%1$s', '%2$s', '%3$s', '%4$s', '%3$s', '%2$s')
                    """.formatted(
                            HOUSE.id(), worker, now.minus(since), now.plus(Duration.ofHours(1))));
        }
    }

    private void run(String sql) throws Exception {
        try (Statement statement = application.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> rows(String sql) throws Exception {
        List<String> rows = new ArrayList<>();
        try (Statement statement = application.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    private Tasks engine() {
        return Connected.answering(Tasks.class, (method, given) -> untaken);
    }

    @SuppressWarnings("unchecked")
    private static Instance<Tasks> always(Tasks tasks) {
        return Connected.answering(Instance.class, (method, given) -> tasks);
    }
}
