package org.alongside.setup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Role;
import org.alongside.setup.Cases.House;
import org.alongside.shared.CaseId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.WorkerId;

/** Doors of the business in a real database for whoever asks, each act a transaction of its own as the application. */
public final class Doorway {
    public static final Who LEAD = new Who(1, 1, "CW");
    public static final Who COLLEAGUE = new Who(2, 1, "CW");
    public static final Who SUPERVISOR = new Who(3, 1, "SUP");
    public static final Who COUNSELLOR = new Who(10, 5, "COU");
    public static final Who LAWYER = new Who(9, 4, "LAW");
    public static final Who COORDINATOR = new Who(14, 8, "NRM");
    public static final Who POLICE = new Who(13, 7, "LEL");

    /** The processes. */
    public static final Who SYSTEM = new Who(0, 0, "");

    public final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private final TestDatabase database = TestDatabase.get();

    /** Somebody of the demo, by their numbers there, in one of their roles. */
    public record Who(int number, int house, String role) {
        public UUID id() {
            return demo("8000", number);
        }

        public UUID organisation() {
            return demo("9000", house);
        }
    }

    static UUID demo(String kind, int number) {
        return UUID.fromString("00000000-0000-4000-%s-0000000000%02d".formatted(kind, number));
    }

    /** The caller of one transaction, and what classes that write SQL are given. */
    public record Inside(Caller caller, Connected connected) {
        public CallerContext callers() {
            return new CallerContext() {
                @Override
                public Caller caller() {
                    return caller;
                }
            };
        }
    }

    /** What is done inside. */
    @FunctionalInterface
    public interface Act<T> {
        T in(Inside inside) throws Exception;
    }

    /** A case that Harbour Light leads, nine days old, and that a counsellor, a lawyer and the police know of with her agreement. */
    public CaseId led(boolean child) throws SQLException {
        House lead = House.demo(1, 1);
        try (Cases cases = Cases.led(database, 1, lead)) {
            cases.open(lead, lead.worker(), "LEAD", "F", "0,1,2,3,4,7,9,10,11");
            for (Who who : List.of(COUNSELLOR, LAWYER, POLICE)) {
                cases.open(
                        House.demo(who.house(), who.number()),
                        House.demo(who.house(), who.number()).worker(),
                        "REFERRAL",
                        "R",
                        "0,9,10,11");
            }
            cases.write(
                    "update access_grant set valid_until = now() + interval '9 years' from made where case_id = id and basis = 'LEAD'");
            cases.write(
                            "insert into identity_minimum (case_id, preferred_name, age_band, child) select id, 'n', '%s', %s from made"
                                    .formatted(child ? "12_17" : "18_24", child))
                    .write(
                            "insert into identity (case_id, age_basis, maybe_child) select id, 'ESTIMATED', false from made")
                    .write(
                            "insert into contact (case_id, channel, leave_message) select id, 'MESSAGE', 'NEVER' from made")
                    .write(
                            "insert into safety_minimum (case_id, risk_level, in_danger) select id, 'LOW', false from made");
            CaseId caseId = new CaseId(cases.first());
            cases.keep("safety_minimum");
            return caseId;
        }
    }

    public <T> T as(Who who, Duration later, Act<T> act) throws Exception {
        try (Connection on = open(who, later)) {
            T answer = act.in(new Inside(caller(who, later), new Connected(on)));
            on.commit();
            return answer;
        }
    }

    private Caller caller(Who who, Duration later) {
        return new Caller(
                new WorkerId(who.id()),
                new OrganisationId(who.organisation()),
                who.role().isEmpty() ? Set.of() : Set.of(Role.valueOf(who.role())),
                who.role().isEmpty(),
                "s",
                now.plus(later));
    }

    /** By SQL past every door, as the application: the first column of every row. */
    public List<String> sees(Who who, Duration later, String question) throws SQLException {
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

    /** By SQL past every door, as the application. */
    public void writes(Who who, Duration later, String statement) throws SQLException {
        try (Connection on = open(who, later);
                Statement sql = on.createStatement()) {
            sql.execute(statement);
            on.commit();
        }
    }

    /** By what statement her risk is assessed by who leads. */
    public static String assessing(CaseId caseId, String level) {
        return """
                insert into risk_assessment (assessment_id, case_id, organisation_id, assessed_at, assessed_by, felt, derived, level, review_on)
                values (gen_random_uuid(), '%1$s', caller_organisation(), caller_now(), caller_worker(), 'SAFE', '%2$s', '%2$s', current_date + 30)
                """.formatted(caseId, level);
    }

    /** By SQL past every door: the first is kept once the other is done or waits for it; answers why the other failed. */
    public Optional<Throwable> inTheSameSecond(Who who, String first, Who another, String other, Duration later)
            throws Exception {
        try (Connection on = open(who, later);
                Statement sql = on.createStatement()) {
            sql.execute(first);
            return SameSecond.keptAfter(on, () -> {
                writes(another, later, other);
                return null;
            });
        }
    }

    /** From below, bound by nothing. */
    public void arrange(String statement) throws SQLException {
        try (Connection on = database.inside().getConnection();
                Statement sql = on.createStatement()) {
            sql.execute(statement);
        }
    }

    /** From below, the one value that is asked for. */
    public String below(String question) throws SQLException {
        try (Connection on = database.inside().getConnection();
                Statement sql = on.createStatement();
                ResultSet row = sql.executeQuery(question)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private Connection open(Who who, Duration later) throws SQLException {
        Connection on = database.application().getConnection();
        on.setAutoCommit(false);
        try (PreparedStatement open = on.prepareStatement("select caller_open(?, ?, ?, ?)")) {
            open.setObject(1, who.id());
            open.setObject(2, who.organisation());
            open.setArray(
                    3, on.createArrayOf("text", who.role().isEmpty() ? new Object[0] : new Object[] {who.role()}));
            open.setObject(4, now.plus(later).atOffset(ZoneOffset.UTC));
            open.execute();
        }
        return on;
    }
}
