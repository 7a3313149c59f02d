package org.alongside.safety;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.Category;
import org.alongside.access.Files;
import org.alongside.access.Openness;
import org.alongside.access.Openness.AssignmentFact;
import org.alongside.access.Openness.GrantFact;
import org.alongside.access.PrintMark;
import org.alongside.access.Printed;
import org.alongside.access.Printing;
import org.alongside.access.Role;
import org.alongside.access.RoleMatrix;
import org.alongside.setup.Cases;
import org.alongside.setup.Cases.House;
import org.alongside.setup.Connected;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.alongside.setup.Wired;
import org.alongside.shared.CaseId;

/** The doors of safety in a real database for whoever asks, each act a transaction of its own as the application. */
final class Watch {
    static final Who LEAD = new Who(1, 1, "CW");
    static final Who COLLEAGUE = new Who(2, 1, "CW");
    static final Who SUPERVISOR = new Who(3, 1, "SUP");
    static final Who SHIFT = new Who(6, 3, "SHS");
    static final Who MANAGER = new Who(7, 3, "SHM");
    static final Who COUNSELLOR = new Who(10, 5, "COU");
    static final Who COORDINATOR = new Who(14, 8, "NRM");
    static final Who POLICE = new Who(13, 7, "LEL");

    final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

    private final TestDatabase database = TestDatabase.get();

    /** The doors of one transaction, and what they told. */
    record Doors(
            SafetyService safety,
            AlertService alerts,
            AlertPolicy policy,
            RiskWatch watch,
            SafetyPrints prints,
            Caller caller,
            List<Object> told) {}

    @FunctionalInterface
    interface Act<T> {
        T in(Doors doors) throws Exception;
    }

    @FunctionalInterface
    interface Deed {
        void in(Doors doors) throws Exception;
    }

    /**
     * A case that Harbour Light leads, nine days old, and that a shelter, a counsellor and the police know of as far as their
     * roles may with her agreement.
     */
    CaseId survivor() throws SQLException {
        House lead = House.demo(1, 1);
        try (Cases cases = Cases.led(database, 1, lead)) {
            cases.open(lead, lead.worker(), "LEAD", "F", "0,1,9,11")
                    .open(House.demo(3, 6), null, "REFERRAL", "R", "0,9")
                    .open(House.demo(5, 10), House.demo(5, 10).worker(), "REFERRAL", "R", "0,9")
                    .write(
                            "insert into identity_minimum (case_id, preferred_name, age_band, child) select id, 'n', '18_24', false from made")
                    .write(
                            "insert into safety_minimum (case_id, risk_level, in_danger) select id, 'HIGH', false from made");
            CaseId caseId = new CaseId(cases.first());
            cases.keep("safety_minimum");
            return caseId;
        }
    }

    <T> T as(Who who, Duration later, Act<T> act) throws Exception {
        try (Connection on = open(who, later)) {
            T answer = act.in(doors(on, who, now.plus(later)));
            on.commit();
            return answer;
        }
    }

    void does(Who who, Duration later, Deed deed) throws Exception {
        as(who, later, doors -> {
            deed.in(doors);
            return null;
        });
    }

    /** The first column of every row, by SQL past every door. */
    List<String> sees(Who who, Duration later, String question) throws SQLException {
        List<String> seen = new ArrayList<>();
        try (Connection on = open(who, later);
                Statement sql = on.createStatement();
                ResultSet rows = sql.executeQuery(question)) {
            while (rows.next()) {
                seen.add(rows.getString(1));
            }
        }
        return seen;
    }

    void writes(Who who, Duration later, String statement) throws SQLException {
        try (Connection on = open(who, later);
                Statement sql = on.createStatement()) {
            sql.execute(statement);
            on.commit();
        }
    }

    /** From below, bound by nothing. */
    void arrange(String statement) throws SQLException {
        try (Connection on = database.inside().getConnection();
                Statement sql = on.createStatement()) {
            sql.execute(statement);
        }
    }

    private Connection open(Who who, Duration later) throws SQLException {
        return database.application(who, now.plus(later));
    }

    private static Doors doors(Connection connection, Who who, Instant at) {
        Caller caller = who.at(at);
        Wired wired = new Wired(new Connected(connection).em(), caller)
                .with(Files.class, opened(who))
                .with(SafetyTables.class, new Delivered())
                .with(Printing.class, new Printing() {
                    @Override
                    public <T> Printed<T> marked(T content, Set<Category> categories) {
                        return new Printed<>(content, categories, new PrintMark("Mina", "Harbour Light", at, "UTC"));
                    }
                });
        return new Doors(
                wired.of(SafetyService.class),
                wired.of(AlertService.class),
                wired.of(AlertPolicy.class),
                wired.of(RiskWatch.class),
                wired.of(SafetyPrints.class),
                caller,
                wired.told());
    }

    /** How far the file is open to somebody, as the gate reckons it. */
    static Openness openTo(Who who, Caller caller) {
        return opened(who).found(caller, CaseId.random());
    }

    /** The file as the gate finds it open to them: to who leads all of her safety, to others its minimum. */
    private static Files opened(Who who) {
        boolean leads = who.house() == 1;
        return new Files() {
            @Override
            public Openness found(Caller caller, CaseId caseId) {
                Instant before = caller.now().minusSeconds(1);
                UUID team = UUID.randomUUID();
                return Openness.of(
                        List.of(new GrantFact(
                                who.organisation(),
                                null,
                                null,
                                Category.SAFETY_RISK,
                                leads ? 'F' : 'R',
                                leads ? "LEAD" : "REFERRAL",
                                before,
                                before.plusSeconds(9),
                                null)),
                        List.of(new AssignmentFact(who.organisation(), team, who.id(), null, before, null)),
                        List.of(),
                        Set.of(who.id()),
                        caller.roles(),
                        new RoleMatrix()
                                .put(Role.CW, Category.SAFETY_RISK, 'F')
                                .put(Role.SUP, Category.SAFETY_RISK, 'R')
                                .put(Role.SHM, Category.SAFETY_RISK, 'R')
                                .put(Role.SHS, Category.SAFETY_RISK, 'M')
                                .put(Role.COU, Category.SAFETY_RISK, 'M'),
                        false,
                        caller.now());
            }
        };
    }

    /** The tables as they are delivered. */
    static final class Delivered implements SafetyTables {
        @Override
        public RiskLevel levelOf(String finding) {
            return switch (finding) {
                case "IMMINENT" -> RiskLevel.IMMEDIATE;
                case "SERIOUS", "IN_DANGER" -> RiskLevel.HIGH;
                case "SOME", "UNSAFE" -> RiskLevel.MEDIUM;
                default -> RiskLevel.LOW;
            };
        }

        @Override
        public Duration reviewAfter(RiskLevel level) {
            return Duration.ofDays(
                    switch (level) {
                        case IMMEDIATE -> 7;
                        case HIGH -> 30;
                        case MEDIUM -> 60;
                        case LOW -> 90;
                    });
        }

        @Override
        public Duration contactWithin(RiskLevel level) {
            return Duration.ofHours(24);
        }

        @Override
        public AlertClock clockOf(String severity) {
            return new AlertClock(
                    Duration.ofMinutes(45), Duration.ofHours(1), Duration.ofHours(2), Duration.ofHours(24));
        }
    }
}
