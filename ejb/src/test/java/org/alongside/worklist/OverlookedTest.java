package org.alongside.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Role;
import org.alongside.organisation.Partners;
import org.alongside.setup.Connected;
import org.alongside.setup.TestDatabase;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.alongside.shared.WorkerId;
import org.alongside.worklist.OverlookedEvent.OverlookedDone;
import org.alongside.worklist.OverlookedEvent.OverlookedFound;
import org.alongside.worklist.OverlookedTasks.Undone;
import org.junit.jupiter.api.Test;

/** What organisations leave undone, in a real database: kept by the processes alone, read by coordinators alone. */
class OverlookedTest {
    private static final OrganisationId HARBOUR_LIGHT = new OrganisationId(demo("9000", 1));
    private static final OrganisationId WILLOW_ROOMS = new OrganisationId(demo("9000", 3));
    private static final Who COORDINATOR = new Who(14, 8, "NRM");
    private static final Who SYSTEM = new Who(0, 0, "");
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
            return service(on, who, List.of(), new ArrayList<>()).list();
        }
    }

    private List<Object> look(Undone... undone) throws Exception {
        List<Object> told = new ArrayList<>();
        try (Connection on = open(SYSTEM)) {
            service(on, SYSTEM, List.of(undone), told).look();
            on.commit();
        }
        return told;
    }

    private OverlookedService service(Connection on, Who who, List<Undone> undone, List<Object> told) {
        OverlookedService service = new OverlookedService();
        service.em = new Connected(on).em();
        service.callers = new CallerContext() {
            @Override
            public Caller caller() {
                return new Caller(
                        new WorkerId(who.id()),
                        new OrganisationId(who.organisation()),
                        who.role().isEmpty() ? Set.of() : Set.of(Role.valueOf(who.role())),
                        false,
                        "s",
                        now);
            }
        };
        service.partners = new Partners() {
            @Override
            public boolean isCompetentAuthority(OrganisationId organisation) {
                try {
                    return !ask(
                                    who,
                                    "select 1 from organisation where competent_authority and organisation_id = '"
                                            + organisation + "'")
                            .isEmpty();
                } catch (SQLException failed) {
                    throw new IllegalStateException(failed);
                }
            }
        };
        OverlookedTasks tasks = at -> undone;
        @SuppressWarnings("unchecked")
        Instance<OverlookedTasks> engine = Connected.answering(Instance.class, (method, given) -> tasks);
        service.tasks = engine;
        @SuppressWarnings("unchecked")
        Event<OverlookedEvent> events = Connected.answering(Event.class, (method, given) -> told.add(given[0]));
        service.events = events;
        return service;
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
        Connection on = database.application().getConnection();
        on.setAutoCommit(false);
        try (PreparedStatement open = on.prepareStatement("select caller_open(?, ?, ?, ?)")) {
            open.setObject(1, who.id());
            open.setObject(2, who.organisation());
            open.setArray(
                    3, on.createArrayOf("text", who.role().isEmpty() ? new Object[0] : new Object[] {who.role()}));
            open.setObject(4, now.atOffset(ZoneOffset.UTC));
            open.execute();
        }
        return on;
    }

    private static UUID demo(String kind, int number) {
        return UUID.fromString("00000000-0000-4000-%s-0000000000%02d".formatted(kind, number));
    }

    /** Somebody of the demo, by their numbers there; number 0: the processes. */
    private record Who(int number, int house, String role) {
        UUID id() {
            return demo("8000", number);
        }

        UUID organisation() {
            return demo("9000", house);
        }
    }
}
