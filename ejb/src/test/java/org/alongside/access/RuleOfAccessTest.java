package org.alongside.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import org.alongside.access.Acts.Course;
import org.alongside.access.Acts.Emergency;
import org.alongside.access.Acts.End;
import org.alongside.access.Acts.Guarding;
import org.alongside.access.Acts.Handing;
import org.alongside.access.Acts.Mandate;
import org.alongside.access.Acts.Provider;
import org.alongside.access.Acts.Rescuer;
import org.alongside.access.Acts.World;
import org.alongside.access.Openness.AssignmentFact;
import org.alongside.access.Openness.ExclusionFact;
import org.alongside.access.Openness.GrantFact;
import org.alongside.access.RuleOfAccess.Reach;
import org.alongside.setup.TestDatabase;
import org.alongside.shared.CaseId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Sql;
import org.alongside.shared.WorkerId;

/**
 * Thousands of cases with what people do about them: gate and database give everybody the same, and both give what ACCESS
 * says, which is written down here a third time.
 */
class RuleOfAccessTest {
    private static final Set<Category> ASKED_IN_EMERGENCY = Set.of(
            Category.IDENTITY,
            Category.CONTACT_LOCATION,
            Category.DEMOGRAPHICS,
            Category.TRAFFICKING_EXPERIENCE,
            Category.SAFETY_RISK);

    private static final int WORLDS_AT_ONCE = 25;
    private static final int TIMES = 80;

    /** Of one case in so many the gate's own statement is asked too, as the application's role: each costs a way there and back. */
    private static final int ASKED_AS_THE_GATE_ASKS = 12;

    private static final Set<Category> EXCLUDABLE = EnumSet.complementOf(
            EnumSet.of(Category.LAW_ENFORCEMENT_INTELLIGENCE, Category.REFERRALS, Category.STATISTICS));

    /** Number in the demo, number of the house, teams they supervise or whose shift they belong to. */
    private record Observer(int number, int house, Set<Integer> circles) {}

    private static final List<Observer> PEOPLE = List.of(
            new Observer(1, 1, Set.of()),
            new Observer(2, 1, Set.of()),
            new Observer(3, 1, Set.of(1)),
            new Observer(21, 1, Set.of()),
            new Observer(4, 2, Set.of()),
            new Observer(5, 2, Set.of(2)),
            new Observer(6, 3, Set.of(3)),
            new Observer(7, 3, Set.of(3)),
            new Observer(8, 4, Set.of(4)),
            new Observer(10, 5, Set.of()),
            new Observer(11, 5, Set.of()),
            new Observer(12, 6, Set.of()),
            new Observer(13, 7, Set.of()),
            new Observer(14, 8, Set.of(8)),
            new Observer(16, 9, Set.of()),
            new Observer(Acts.GUARDIAN, Acts.GUARDIANS_HOUSE, Set.of()));

    /** Who looks, in which roles, and when: seconds after the case was opened. */
    record Look(int person, Set<Role> roles, long second) {}

    private final TestDatabase database = TestDatabase.get();
    private final Instant opened = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Property(tries = TIMES, shrinking = ShrinkingMode.BOUNDED)
    void gate_database_and_the_rule_give_everybody_the_same(
            @ForAll("worlds") List<World> worlds, @ForAll("looks") List<Look> looks) throws SQLException {
        try (Connection application = database.application().getConnection();
                Connection below = database.inside().getConnection()) {
            application.setAutoCommit(false);
            RoleMatrix matrix = matrix(below);
            RuleOfAccess rule = new RuleOfAccess(matrix, domains(below), serving(below));
            List<UUID> cases = new Acts(application, below, opened).done(worlds);
            Facts facts = new Facts(below, cases);
            for (Look look : looks) {
                compare(application, worlds, cases, facts, matrix, rule, look);
            }
        }
    }

    private void compare(
            Connection application,
            List<World> worlds,
            List<UUID> cases,
            Facts facts,
            RoleMatrix matrix,
            RuleOfAccess rule,
            Look look)
            throws SQLException {
        Observer person = PEOPLE.get(look.person());
        Instant at = opened.plusSeconds(look.second());
        Map<UUID, Map<Category, Reach>> database = read(application, person, look.roles(), at, cases);
        Caller caller = new Caller(
                new WorkerId(Acts.worker(person.number())),
                new OrganisationId(Acts.house(person.house())),
                look.roles(),
                false,
                "",
                at);
        for (int n = 0; n < cases.size(); n++) {
            UUID caseId = cases.get(n);
            Openness gate = Openness.of(
                    facts.grants(caseId),
                    facts.assignments(caseId),
                    keptBack(worlds.get(n), person),
                    circles(person),
                    look.roles(),
                    matrix,
                    worlds.get(n).conflicted() == person.number(),
                    at);
            Map<Category, Reach> said = rule.of(worlds.get(n), person.number(), look.roles(), look.second());
            String who = person + " " + look + " " + worlds.get(n);
            if (n % ASKED_AS_THE_GATE_ASKS == look.person() % ASKED_AS_THE_GATE_ASKS) {
                Openness asked = Files.facts(Sql.of(application, Files.FACTS), caller, new CaseId(caseId))
                        .openness(caller, matrix);
                assertThat(told(asked)).as("as the gate asks, %s", who).isEqualTo(told(gate));
            }
            for (Category category : Category.values()) {
                Reach expected = said.getOrDefault(category, Reach.NOTHING);
                assertThat(new Reach(gate.depth(category), gate.writes(category)))
                        .as("gate, %s, %s", category, who)
                        .isEqualTo(expected);
                assertThat(database.get(caseId).get(category))
                        .as("database, %s, %s", category, who)
                        .isEqualTo(atLeastMinimum(expected));
            }
            boolean seen = said.values().stream().anyMatch(reach -> reach.depth() != Depth.NONE);
            assertThat(gate.seen()).as("gate, whether it is there, %s", who).isEqualTo(seen);
            assertThat(database.get(caseId).containsKey(null))
                    .as("database, whether it is there, %s", who)
                    .isEqualTo(seen);
        }
        application.rollback();
    }

    private static List<Object> told(Openness openness) {
        List<Object> told = new ArrayList<>(List.of(openness.bases(), openness.until()));
        for (Category category : Category.values()) {
            told.add(new Reach(openness.depth(category), openness.writes(category)));
        }
        return told;
    }

    /** Row security does not ask which category only exists: the case header alone tells that. */
    private static Reach atLeastMinimum(Reach reach) {
        return new Reach(reach.depth() == Depth.EXISTENCE ? Depth.NONE : reach.depth(), reach.writes());
    }

    /**
     * What the database opens by case and category; under no category where the case is there at all. Leaves the caller in the
     * transaction.
     */
    private static Map<UUID, Map<Category, Reach>> read(
            Connection application, Observer person, Set<Role> roles, Instant at, List<UUID> cases)
            throws SQLException {
        ReferralsBySql.run(
                application,
                "select caller_open(?, ?, ?, ?)",
                Acts.worker(person.number()),
                Acts.house(person.house()),
                application.createArrayOf("text", roles.stream().map(Role::name).toArray()),
                at.atOffset(ZoneOffset.UTC));
        Map<UUID, Map<Category, Reach>> read = new HashMap<>();
        try (PreparedStatement ask = application.prepareStatement("""
                select c, k, may('min', c, 1 << k), may('read', c, 1 << k), may('write', c, 1 << k), f.case_id is not null
                  from unnest(?) c left join case_file f on f.case_id = c cross join generate_series(0, 13) k
                """)) {
            ask.setArray(1, application.createArrayOf("uuid", cases.toArray()));
            ResultSet answers = ask.executeQuery();
            while (answers.next()) {
                Map<Category, Reach> of =
                        read.computeIfAbsent(answers.getObject(1, UUID.class), any -> new HashMap<>());
                of.put(
                        Category.of(answers.getInt(2)),
                        new Reach(
                                answers.getBoolean(4) ? Depth.FULL : answers.getBoolean(3) ? Depth.MINIMUM : Depth.NONE,
                                answers.getBoolean(5)));
                if (answers.getBoolean(6)) {
                    of.put(null, Reach.NOTHING);
                }
            }
        }
        return read;
    }

    private static List<ExclusionFact> keptBack(World world, Observer person) {
        return world.keptBack().getOrDefault(person.house(), Map.of()).keySet().stream()
                .map(category -> new ExclusionFact(
                        Acts.house(person.house()), category, world.keptFrom(person.house(), category)))
                .toList();
    }

    private static Set<UUID> circles(Observer person) {
        Set<UUID> circles = new HashSet<>(Set.of(Acts.worker(person.number())));
        person.circles().forEach(team -> circles.add(Acts.team(team)));
        return circles;
    }

    @Provide
    Arbitrary<List<World>> worlds() {
        Arbitrary<Set<Category>> categories =
                Arbitraries.of(Category.SHAREABLE).set().ofMinSize(1);
        Arbitrary<Course> course = Combinators.combine(
                        categories,
                        categories,
                        Arbitraries.of(1, 5, 30, 80),
                        Arbitraries.of(End.class),
                        Arbitraries.of(Acts.Stay.class))
                .as(Course::new);
        Arbitrary<Map<Provider, Course>> courses =
                Arbitraries.maps(Arbitraries.of(Provider.class), course).ofMaxSize(4);
        Arbitrary<Integer> conflicted = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(0)), Tuple.of(1, Arbitraries.of(1, 3, 4, 6, 10, 12, Acts.GUARDIAN)));
        Arbitrary<Map<Category, String>> kinds = Arbitraries.maps(
                        Arbitraries.of(EXCLUDABLE), Arbitraries.of("WHOLE", "BEYOND_MINIMUM"))
                .ofMaxSize(3);
        Arbitrary<Map<Integer, Map<Category, String>>> keptBack = Arbitraries.maps(
                        Arbitraries.of(2, 3, 5, 6, 7, Acts.GUARDIANS_HOUSE), kinds)
                .ofMaxSize(2);
        Arbitrary<Emergency> emergency = Combinators.combine(
                        Arbitraries.of(ASKED_IN_EMERGENCY).set().ofMinSize(1), Arbitraries.of(true, false))
                .as(Emergency::new);
        Arbitrary<Map<Integer, Emergency>> emergencies = Arbitraries.maps(
                        Arbitraries.of(Rescuer.class).map(Rescuer::number), emergency)
                .ofMaxSize(2);
        Arbitrary<Handing> handing = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(Handing.NONE)), Tuple.of(1, Arbitraries.of(Handing.class)));
        Arbitrary<Guarding> guarding = Combinators.combine(
                        Arbitraries.of(Mandate.class),
                        Arbitraries.of(Category.SHAREABLE).set(),
                        Arbitraries.of(1, 5, 30, 80),
                        Arbitraries.of(true, false, false),
                        Arbitraries.of(true, false, false))
                .as(Guarding::new);
        return Combinators.combine(courses, emergencies, conflicted, keptBack, handing, guarding)
                .as(World::new)
                .list()
                .ofSize(WORLDS_AT_ONCE);
    }

    /** Mostly those who may be concerned, in the roles that they have or in others; on the edges of every period, too. */
    @Provide
    Arbitrary<List<Look>> looks() {
        long day = Duration.ofDays(1).toSeconds();
        Arbitrary<Long> seconds = Arbitraries.of(
                Acts.ENDED,
                Acts.ENDED + 1,
                Acts.EMERGENCY + Acts.EMERGENCY_LASTS - 1,
                Acts.EMERGENCY + Acts.EMERGENCY_LASTS,
                Acts.AGREED + day - 1,
                Acts.AGREED + day,
                Acts.ENDED + Acts.READABLE - 1,
                Acts.ENDED + Acts.READABLE,
                Acts.MANDATE_BEGINS - 1,
                Acts.MANDATE_BEGINS,
                Acts.MANDATE_ENDS - 1,
                Acts.MANDATE_ENDS,
                Acts.ACCEPTED + 5 * day,
                Acts.AGREED + 30 * day,
                Acts.AGREED + 80 * day - 1,
                Acts.AGREED + 80 * day);
        Arbitrary<Set<Role>> roles =
                Arbitraries.of(Role.class).set().ofMinSize(1).ofMaxSize(2);
        return Combinators.combine(Arbitraries.integers().between(0, PEOPLE.size() - 1), roles, seconds)
                .as((person, theirs, second) -> new Look(person, roles(PEOPLE.get(person), theirs), second))
                .list()
                .ofSize(10);
    }

    /** The guardian is one person among many: mostly looks as a guardian. */
    private static Set<Role> roles(Observer person, Set<Role> drawn) {
        return person.number() == Acts.GUARDIAN && drawn.size() == 1 ? Set.of(Role.GRD) : drawn;
    }

    private static RoleMatrix matrix(Connection below) throws SQLException {
        RoleMatrix matrix = new RoleMatrix();
        ResultSet cells = below.createStatement().executeQuery("select role_code, category, access from role_category");
        while (cells.next()) {
            matrix.put(
                    Role.valueOf(cells.getString(1)),
                    Category.of(cells.getInt(2)),
                    cells.getString(3).charAt(0));
        }
        return matrix;
    }

    private static Map<String, Set<Category>> domains(Connection below) throws SQLException {
        Map<String, Set<Category>> domains = new HashMap<>();
        ResultSet rows = below.createStatement().executeQuery("select service_type, category from service_domain");
        while (rows.next()) {
            domains.computeIfAbsent(rows.getString(1), any -> new HashSet<>()).add(Category.of(rows.getInt(2)));
        }
        return domains;
    }

    private static Map<String, Set<Role>> serving(Connection below) throws SQLException {
        Map<String, Set<Role>> serving = new HashMap<>();
        ResultSet rows = below.createStatement().executeQuery("select service_type, role_code from service_role");
        while (rows.next()) {
            serving.computeIfAbsent(rows.getString(1), any -> new HashSet<>()).add(Role.valueOf(rows.getString(2)));
        }
        return serving;
    }

    /** What the gate reads of these cases. */
    private static final class Facts {
        private final Map<UUID, List<GrantFact>> grants = new HashMap<>();
        private final Map<UUID, List<AssignmentFact>> assignments = new HashMap<>();

        Facts(Connection below, List<UUID> cases) throws SQLException {
            try (PreparedStatement read = below.prepareStatement("""
                    select case_id, organisation_id, worker_id, referral_id, category, level, basis, valid_from,
                           least(valid_until, '9999-12-31'), ended_at
                      from access_grant where case_id = any (?)
                    """)) {
                read.setArray(1, below.createArrayOf("uuid", cases.toArray()));
                ResultSet row = read.executeQuery();
                while (row.next()) {
                    grants.computeIfAbsent(id(row, 1), any -> new ArrayList<>())
                            .add(new GrantFact(
                                    id(row, 2),
                                    id(row, 3),
                                    id(row, 4),
                                    Category.of(row.getInt(5)),
                                    row.getString(6).charAt(0),
                                    row.getString(7),
                                    time(row, 8),
                                    time(row, 9),
                                    time(row, 10)));
                }
            }
            try (PreparedStatement read = below.prepareStatement("""
                    select case_id, organisation_id, team_id, worker_id, referral_id, from_at, until_at
                      from assignment where case_id = any (?)
                    """)) {
                read.setArray(1, below.createArrayOf("uuid", cases.toArray()));
                ResultSet row = read.executeQuery();
                while (row.next()) {
                    assignments
                            .computeIfAbsent(id(row, 1), any -> new ArrayList<>())
                            .add(new AssignmentFact(
                                    id(row, 2), id(row, 3), id(row, 4), id(row, 5), time(row, 6), time(row, 7)));
                }
            }
        }

        List<GrantFact> grants(UUID caseId) {
            return grants.getOrDefault(caseId, List.of());
        }

        List<AssignmentFact> assignments(UUID caseId) {
            return assignments.getOrDefault(caseId, List.of());
        }

        private static UUID id(ResultSet row, int at) throws SQLException {
            return row.getObject(at, UUID.class);
        }

        private static Instant time(ResultSet row, int at) throws SQLException {
            OffsetDateTime time = row.getObject(at, OffsetDateTime.class);
            return time == null ? null : time.toInstant();
        }
    }
}
