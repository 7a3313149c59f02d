package org.alongside.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.access.RandomWorld.Case;
import org.alongside.access.RandomWorld.Person;
import org.alongside.careplan.PlanReckoning;
import org.alongside.proceeding.MatterReckoning;
import org.alongside.setup.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two rings are not copies of each other: for every person, case and category of random worlds they must agree. */
class GateAndDatabaseAgreeTest {
    private record Kept(String table, Category category, Depth depth) {}

    private static final List<Kept> TABLES = List.of(
            new Kept("identity_minimum", Category.IDENTITY, Depth.MINIMUM),
            new Kept("identity", Category.IDENTITY, Depth.FULL),
            new Kept("contact", Category.CONTACT_LOCATION, Depth.MINIMUM),
            new Kept("demographics_minimum", Category.DEMOGRAPHICS, Depth.MINIMUM),
            new Kept("demographics", Category.DEMOGRAPHICS, Depth.FULL),
            new Kept("trafficking_experience", Category.TRAFFICKING_EXPERIENCE, Depth.FULL),
            new Kept("safety_minimum", Category.SAFETY_RISK, Depth.MINIMUM),
            new Kept("safety", Category.SAFETY_RISK, Depth.FULL),
            new Kept("immediate_need", Category.CARE_PLAN_GOALS, Depth.FULL));

    private static final String DIFFERENCE = """
            with t as (select clock_timestamp() + interval '%s' n),
                 made as (select a.case_id, a.holder_id, a.seen_mask, a.min_mask, a.read_mask, a.consented_min_mask, a.consented_mask, a.write_mask
                            from t, access_of(null, t.n) a where a.valid_from <= t.n and t.n < a.valid_until),
                 kept as (select a.case_id, a.holder_id, a.seen_mask, a.min_mask, a.read_mask, a.consented_min_mask, a.consented_mask, a.write_mask
                            from t, case_access a where a.valid_from <= t.n and t.n < a.valid_until)
            select count(*) from ((select * from made except select * from kept) union all (select * from kept except select * from made)) x
            """;

    /** About half of the cells, each drawn from what the fence leaves it. */
    private static final String CHANGED = """
            update role_category c set access = drawn.letter
              from (select b.role_code, b.category,
                           substr(b.allowed || '-', 1 + floor(random() * (length(b.allowed) + 1))::int, 1) letter, random() lot
                      from matrix_bound b) drawn
             where drawn.role_code = c.role_code and drawn.category = c.category and drawn.lot < 0.5
               and drawn.letter <> c.access
            """;

    private static final String DELIVERED = """
            update role_category c set access = d.access from delivered d
             where d.role_code = c.role_code and d.category = c.category and d.access <> c.access
            """;

    private static final TestDatabase DATABASE = TestDatabase.own();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void gate_and_database_give_the_same_answer_for_everybody(long seed) throws Exception {
        agree(seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {101, 102, 103, 104})
    void they_agree_whatever_two_administrators_made_of_the_matrix(long seed) throws Exception {
        try (Connection superuser = DATABASE.inside().getConnection()) {
            Statement matrix = superuser.createStatement();
            matrix.execute("create temporary table delivered as select * from alongside.role_category");
            matrix.execute("select setseed(%s)".formatted(seed / 1000d));
            try {
                assertThat(matrix.executeUpdate(CHANGED)).isGreaterThan(40);
                agree(seed);
            } finally {
                matrix.execute(DELIVERED);
            }
        }
    }

    private void agree(long seed) throws SQLException {
        RandomWorld world = new RandomWorld(seed);
        try (Connection superuser = DATABASE.inside().getConnection()) {
            world.write(superuser);
        }
        RoleMatrix matrix = matrix();
        int opened = 0;
        for (Instant moment : List.of(
                world.now.plusSeconds(2),
                world.now.plusMillis(999),
                world.now.plus(Duration.ofMinutes(90)),
                world.now.plus(Duration.ofHours(5)),
                world.now.plus(Duration.ofDays(1)).plusSeconds(60),
                world.now.plus(Duration.ofDays(3)))) {
            for (Person person : world.people) {
                if (!person.left()) {
                    opened += compare(world, person, matrix, moment, seed);
                }
            }
        }
        assertThat(opened).as("a world in which nothing is open proves nothing").isPositive();
    }

    private int compare(RandomWorld world, Person person, RoleMatrix matrix, Instant moment, long seed)
            throws SQLException {
        int opened = 0;
        try (Connection application = DATABASE.application().getConnection()) {
            application.setAutoCommit(false);
            open(
                    application,
                    person.id(),
                    person.organisation(),
                    person.roles().stream().map(Role::name).toArray(),
                    moment);
            Answers answers = Answers.of(application, world.cases);
            for (Case drawn : world.cases) {
                Openness gate = Openness.of(
                        drawn.grants(),
                        drawn.assignments(),
                        drawn.exclusions(),
                        person.circles(),
                        person.roles(),
                        matrix,
                        drawn.conflicts().contains(person.id()),
                        moment);
                String what = "seed " + seed + " " + person.roles() + " at " + moment;
                assertThat(answers.rows("case_file", drawn) == 1)
                        .as("seen " + what)
                        .isEqualTo(gate.seen());
                assertThat(answers.rows("case_access", drawn) > 0)
                        .as("listed " + what)
                        .isEqualTo(gate.seen());
                for (Category category : Category.values()) {
                    assertThat(answers.may("min", drawn, category))
                            .as(category + " minimum " + what)
                            .isEqualTo(gate.minimum(category));
                    assertThat(answers.may("read", drawn, category))
                            .as(category + " full " + what)
                            .isEqualTo(gate.full(category));
                    assertThat(answers.may("write", drawn, category))
                            .as(category + " write " + what)
                            .isEqualTo(gate.writes(category));
                }
                for (Kept kept : TABLES) {
                    assertThat(answers.rows(kept.table(), drawn) == 1)
                            .as(kept.table() + " " + what)
                            .isEqualTo(gate.depth(kept.category()).reaches(kept.depth()));
                }
                compareEmergency(gate, moment, what);
                comparePlan(application, answers, world, drawn, person, gate, what);
                compareMatter(application, answers, drawn, person, gate, matrix, what);
                compareCard(application, world, drawn, person, gate, matrix, what);
                opened += gate.seen() ? 1 : 0;
            }
            application.rollback();
        }
        return opened;
    }

    /** ACCESS 5, said a third time: by emergency alone nobody leads, writes, or knows of more than may be asked for. */
    private static void compareEmergency(Openness gate, Instant moment, String what) {
        if (gate.bases().equals(Set.of("EMERGENCY"))) {
            assertThat(gate.open().stream().filter(one -> gate.depth(one) != Depth.NONE))
                    .as(what)
                    .isSubsetOf(RandomWorld.EMERGENCY);
            assertThat(gate.open().stream().filter(gate::writes)).as(what).isEmpty();
            assertThat(gate.full(Category.CONTACT_LOCATION))
                    .as("never more of contact than the safe channel " + what)
                    .isFalse();
            assertThat(gate.until().orElseThrow())
                    .as("four hours at most " + what)
                    .isBeforeOrEqualTo(moment.plus(Duration.ofHours(4)));
        }
    }

    private static void comparePlan(
            Connection application,
            Answers answers,
            RandomWorld world,
            Case drawn,
            Person person,
            Openness gate,
            String what)
            throws SQLException {
        RandomWorld.Plan plan = drawn.plan();
        PlanReckoning reckoning = new PlanReckoning(
                gate,
                gate.leads() && world.lead().equals(person.organisation()),
                person.organisation(),
                plan.agreed().contains(person.organisation())
                        && drawn.exclusions().stream()
                                .noneMatch(exclusion -> exclusion.category() == Category.CARE_PLAN_GOALS
                                        && exclusion.organisation().equals(person.organisation())));
        boolean step = reckoning.knowsStep(plan.stepBy(), plan.stepOf());
        assertThat(answers.rows("action_step", drawn) == 1).as("step " + what).isEqualTo(step);
        assertThat(answers.rows("goal", drawn) == 1)
                .as("goal " + what)
                .isEqualTo(reckoning.knowsGoal(plan.goalBy(), step));
        assertThat(touched(application, "goal", drawn.id()))
                .as("changes goal " + what)
                .isEqualTo(reckoning.knowsGoal(plan.goalBy(), step) && reckoning.changes(plan.goalBy()));
        assertThat(touched(application, "action_step", drawn.id()))
                .as("moves step " + what)
                .isEqualTo(step && reckoning.progresses(plan.stepBy(), plan.stepOf()));
    }

    private static void compareMatter(
            Connection application,
            Answers answers,
            Case drawn,
            Person person,
            Openness gate,
            RoleMatrix matrix,
            String what)
            throws SQLException {
        MatterReckoning reckoning = new MatterReckoning(gate, person.roles(), matrix, person.organisation());
        assertThat(answers.rows("matter", drawn) == 1).as("matter " + what).isEqualTo(reckoning.knows());
        assertThat(answers.rows("hearing_minimum", drawn) == 1)
                .as("hearing " + what)
                .isEqualTo(reckoning.minimum(drawn.lawyers()));
        assertThat(answers.rows("matter_file", drawn) == 1)
                .as("lawyer's file " + what)
                .isEqualTo(reckoning.keeps(drawn.lawyers()));
        assertThat(answers.rows("matter_stage", drawn) == 1)
                .as("stage " + what)
                .isEqualTo(reckoning.keeps(drawn.lawyers())
                        || person.roles().contains(Role.NRM) && gate.minimum(Category.LEGAL));
        assertThat(touched(application, "matter", drawn.id()))
                .as("changes matter " + what)
                .isEqualTo(reckoning.knows() && reckoning.changes(drawn.lawyers()));
    }

    /** Before acceptance the card is all that a recipient knows: not even that, with a tie to the survivor. */
    private static void compareCard(
            Connection application,
            RandomWorld world,
            Case drawn,
            Person person,
            Openness gate,
            RoleMatrix matrix,
            String what)
            throws SQLException {
        boolean tied = drawn.conflicts().contains(person.id());
        boolean answers = person.organisation().equals(drawn.lawyers())
                && person.roles().stream().anyMatch(role -> "FRWME*".indexOf(matrix.of(role, Category.REFERRALS)) >= 0);
        boolean sent = person.organisation().equals(world.lead()) && gate.seen();
        try (PreparedStatement card = application.prepareStatement(
                "select count(*), count(*) filter (where referral_id = any (caller_tied_cards())) from referral_card where referral_id = ?")) {
            card.setObject(1, RandomWorld.card(drawn));
            ResultSet answer = card.executeQuery();
            answer.next();
            assertThat(answer.getInt(1) == 1).as("card " + what).isEqualTo(!tied && (answers || sent));
            assertThat(answer.getInt(2)).as("card of a tie " + what).isZero();
        }
    }

    private static boolean touched(Connection application, String table, UUID caseId) throws SQLException {
        try (PreparedStatement touch =
                application.prepareStatement("update " + table + " set version = version where case_id = ?")) {
            touch.setObject(1, caseId);
            return touch.executeUpdate() == 1;
        }
    }

    @Test
    void nobody_and_half_a_caller_see_nothing() throws Exception {
        try (Connection application = DATABASE.application().getConnection()) {
            application.setAutoCommit(false);
            assertThat(count(application, "select count(*) from case_access")).isZero();
            application
                    .createStatement()
                    .execute(
                            "select set_config('alongside.organisation', '00000000-0000-4000-9000-000000000001', true),"
                                    + " set_config('alongside.seen', '16383', true), set_config('alongside.read', '16383', true),"
                                    + " set_config('alongside.holders', '{00000000-0000-4000-a000-000000000001}', true)");
            assertThat(count(application, "select count(*) from case_access")).isZero();
            assertThat(count(application, "select count(*) from identity")).isZero();
            application.rollback();
        }
    }

    @Test
    void who_left_or_belongs_elsewhere_cannot_be_the_caller_and_nobody_becomes_somebody_else() throws Exception {
        RandomWorld world = new RandomWorld(99);
        try (Connection superuser = DATABASE.inside().getConnection()) {
            world.write(superuser);
        }
        Person left = world.people.get(8);
        Person here = world.people.get(1);
        assertThatThrownBy(() -> openAlone(left.id(), left.organisation(), world.now))
                .hasMessageContaining("unknown caller");
        assertThatThrownBy(() -> openAlone(here.id(), left.organisation(), world.now))
                .hasMessageContaining("unknown caller");
        try (Connection application = DATABASE.application().getConnection()) {
            application.setAutoCommit(false);
            open(application, here.id(), here.organisation(), new Object[] {"CW"}, world.now);
            assertThatThrownBy(() -> open(application, here.id(), here.organisation(), new Object[] {"DPO"}, world.now))
                    .hasMessageContaining("caller already set");
            application.rollback();
        }
    }

    @Test
    void the_time_line_equals_the_grants_and_never_overlaps() throws Exception {
        RandomWorld world = new RandomWorld(77);
        try (Connection superuser = DATABASE.inside().getConnection()) {
            world.write(superuser);
            for (String instant : List.of("1 minute", "1 day 1 hour", "3 days", "30 days")) {
                assertThat(count(superuser, DIFFERENCE.formatted(instant)))
                        .as(instant)
                        .isZero();
            }
            assertThat(count(superuser, """
                            select count(*) from (select valid_until > lead(valid_from) over (partition by case_id, holder_id order by valid_from) o
                                                    from case_access) x where o
                            """)).isZero();
        }
    }

    private void openAlone(UUID worker, UUID organisation, Instant now) throws SQLException {
        try (Connection application = DATABASE.application().getConnection()) {
            application.setAutoCommit(false);
            open(application, worker, organisation, new Object[] {"CW"}, now);
        }
    }

    private static void open(Connection application, UUID worker, UUID organisation, Object[] roles, Instant now)
            throws SQLException {
        try (PreparedStatement caller = application.prepareStatement("select caller_open(?, ?, ?, ?)")) {
            caller.setObject(1, worker);
            caller.setObject(2, organisation);
            caller.setArray(3, application.createArrayOf("text", roles));
            caller.setObject(4, now.atOffset(ZoneOffset.UTC));
            caller.execute();
        }
    }

    private static int count(Connection connection, String sql) throws SQLException {
        ResultSet answer = connection.createStatement().executeQuery(sql);
        answer.next();
        return answer.getInt(1);
    }

    private RoleMatrix matrix() throws SQLException {
        RoleMatrix matrix = new RoleMatrix();
        try (Connection superuser = DATABASE.inside().getConnection()) {
            ResultSet cells =
                    superuser.createStatement().executeQuery("select role_code, category, access from role_category");
            while (cells.next()) {
                matrix.put(
                        Role.valueOf(cells.getString(1)),
                        Category.of(cells.getInt(2)),
                        cells.getString(3).charAt(0));
            }
        }
        return matrix;
    }

    /** What the database opens to the caller of these cases, asked once for all of them: a statement for each would take minutes. */
    private record Answers(Map<String, Map<UUID, Integer>> tables, Set<List<Object>> permitted) {
        private static final String ROWS = Stream.concat(
                        TABLES.stream().map(Kept::table),
                        Stream.of(
                                "case_file",
                                "case_access",
                                "action_step",
                                "goal",
                                "matter",
                                "hearing_minimum",
                                "matter_file",
                                "matter_stage"))
                .map(table -> "select '" + table + "', case_id, count(*) from " + table
                        + " where case_id = any (?::uuid[]) group by case_id")
                .collect(Collectors.joining(" union all "));

        private static final String MAY = """
                select kind, c, k from unnest(?::uuid[]) c cross join generate_series(0, 13) k
                       cross join unnest(array['min', 'read', 'write']) kind where may(kind, c, 1 << k)
                """;

        static Answers of(Connection application, List<Case> cases) throws SQLException {
            Array ids = application.createArrayOf(
                    "uuid", cases.stream().map(Case::id).toArray());
            Map<String, Map<UUID, Integer>> tables = new HashMap<>();
            try (PreparedStatement rows = application.prepareStatement(ROWS)) {
                for (int at = 1; at <= rows.getParameterMetaData().getParameterCount(); at++) {
                    rows.setArray(at, ids);
                }
                ResultSet row = rows.executeQuery();
                while (row.next()) {
                    tables.computeIfAbsent(row.getString(1), any -> new HashMap<>())
                            .put(row.getObject(2, UUID.class), row.getInt(3));
                }
            }
            Set<List<Object>> permitted = new HashSet<>();
            try (PreparedStatement may = application.prepareStatement(MAY)) {
                may.setArray(1, ids);
                ResultSet row = may.executeQuery();
                while (row.next()) {
                    permitted.add(List.of(row.getString(1), row.getObject(2, UUID.class), Category.of(row.getInt(3))));
                }
            }
            return new Answers(tables, permitted);
        }

        int rows(String table, Case drawn) {
            return tables.getOrDefault(table, Map.of()).getOrDefault(drawn.id(), 0);
        }

        boolean may(String kind, Case drawn, Category category) {
            return permitted.contains(List.of(kind, drawn.id(), category));
        }
    }
}
