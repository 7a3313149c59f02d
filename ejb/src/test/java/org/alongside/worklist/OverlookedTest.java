package org.alongside.worklist;

import static org.alongside.setup.Who.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.alongside.setup.Connected;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.alongside.setup.Wired;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.alongside.worklist.OverlookedEvent.OverlookedDone;
import org.alongside.worklist.OverlookedEvent.OverlookedFound;
import org.alongside.worklist.OverlookedTasks.Undone;
import org.junit.jupiter.api.Test;

/** What organisations leave undone, in a real database: kept by the processes alone, read by coordinators alone. */
class OverlookedTest {
    private static final OrganisationId HARBOUR_LIGHT = new OrganisationId(Who.demo("9000", 1));
    private static final OrganisationId WILLOW_ROOMS = new OrganisationId(Who.demo("9000", 3));
    private static final Who COORDINATOR = new Who(14, 8, "NRM");
    private static final String ALL = "select count(*) from overlooked";

    private final TestDatabase database = TestDatabase.own();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

    @Test
    void the_watch_keeps_what_is_left_undone_and_tells_what_is_new_and_what_is_done() throws Exception {
        Instant since = now.minusSeconds(7200);
        List<Object> told =
                look(new Undone(HARBOUR_LIGHT, "care-plan", 2, since), new Undone(WILLOW_ROOMS, "incident", 1, since));
        assertThat(told).hasSize(2).allMatch(OverlookedFound.class::isInstance);
        assertThat(list(COORDINATOR))
                .extracting(Overlooked::organisationName, Overlooked::kind, Overlooked::tasks, Overlooked::since)
                .extracting(Object::toString)
                .containsExactly(
                        "(\"Harbour Light\", \"care-plan\", 2, " + since + ")",
                        "(\"Willow Rooms\", \"incident\", 1, " + since + ")");
        assertThat(look(new Undone(HARBOUR_LIGHT, "care-plan", 3, since)))
                .as("three instead of two call nobody anew")
                .singleElement()
                .isInstanceOf(OverlookedDone.class);
        assertThat(list(COORDINATOR)).extracting(Overlooked::tasks).containsExactly(3);
        assertThat(look(new Undone(HARBOUR_LIGHT, "care-plan", 3, since))).isEmpty();
        assertThat(look()).singleElement().isInstanceOf(OverlookedDone.class);
        assertThat(list(COORDINATOR)).isEmpty();
    }

    @Test
    void coordinators_of_a_competent_authority_alone_read_it_and_are_called_to_it() throws Exception {
        OverlookedFound found = (OverlookedFound)
                look(new Undone(WILLOW_ROOMS, "placement", 1, now)).get(0);
        assertThat(ask(COORDINATOR, ALL)).containsExactly("1");
        for (Who other :
                List.of(new Who(1, 1, "CW"), new Who(3, 1, "SUP"), new Who(7, 3, "SHM"), new Who(13, 7, "LEL"))) {
            assertThat(ask(other, ALL)).as(other.role()).containsExactly("0");
        }
        assertThat(ask(SYSTEM, "select told_of_task('" + found.id() + "', true)"))
                .contains(COORDINATOR.id().toString());
        assertThat(ask(SYSTEM, "select told_of_task('" + found.id() + "', false)"))
                .isEmpty();
        arrange("update organisation set competent_authority = false where organisation_id = '"
                + COORDINATOR.organisation() + "'");
        assertThat(ask(COORDINATOR, ALL)).containsExactly("0");
        assertThat(ask(SYSTEM, "select told_of_task('" + found.id() + "', true)"))
                .isEmpty();
        assertThat(catchThrowableOfType(Refusal.class, () -> list(COORDINATOR))
                        .reasons()
                        .get(0)
                        .code())
                .isEqualTo("not-a-competent-authority");
    }

    @Test
    void nobody_but_the_processes_writes_it() {
        for (Who other : List.of(COORDINATOR, new Who(3, 1, "SUP"))) {
            assertThat(state(other, "select overlooked_keep('{}', '{}', '{}', '{}')"))
                    .isEqualTo("42501");
            assertThat(state(
                            other,
                            "insert into overlooked values (gen_random_uuid(), '" + HARBOUR_LIGHT
                                    + "', 'x', 1, now(), now())"))
                    .isEqualTo("42501");
            assertThat(state(other, "delete from overlooked")).isEqualTo("42501");
        }
    }

    @Test
    void of_whom_it_is_the_row_cannot_say() throws Exception {
        assertThat(
                        ask(
                                SYSTEM,
                                "select column_name from information_schema.columns where table_schema = 'alongside' and table_name = 'overlooked'"))
                .containsExactlyInAnyOrder("overlooked_id", "organisation_id", "kind", "tasks", "since", "found_at");
    }

    private List<Overlooked> list(Who who) throws Exception {
        try (Connection on = open(who)) {
            return wired(on, who, List.of()).of(OverlookedService.class).list();
        }
    }

    private List<Object> look(Undone... undone) throws Exception {
        try (Connection on = open(SYSTEM)) {
            Wired wired = wired(on, SYSTEM, List.of(undone));
            wired.of(OverlookedService.class).look();
            on.commit();
            return wired.told();
        }
    }

    private Wired wired(Connection on, Who who, List<Undone> undone) {
        return new Wired(new Connected(on).em(), who.at(now)).with(OverlookedTasks.class, at -> undone);
    }

    private List<String> ask(Who who, String question) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (Connection on = open(who);
                Statement sql = on.createStatement();
                ResultSet rows = sql.executeQuery(question)) {
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
        }
        return answers;
    }

    private String state(Who who, String statement) {
        return Sql.stateIn(catchThrowable(() -> ask(who, statement))).orElse("nothing");
    }

    private void arrange(String statement) throws SQLException {
        try (Connection on = database.inside().getConnection();
                Statement sql = on.createStatement()) {
            sql.execute(statement);
        }
    }

    private Connection open(Who who) throws SQLException {
        return database.application(who, now);
    }
}
