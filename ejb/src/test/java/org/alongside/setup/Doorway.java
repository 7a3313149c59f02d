package org.alongside.setup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alongside.setup.Cases.House;
import org.alongside.shared.CaseId;

/** Doors of the business in a real database for whoever asks, each act a transaction of its own as the application. */
public final class Doorway {
    public static final Who LEAD = new Who(1, 1, "CW");
    public static final Who COLLEAGUE = new Who(2, 1, "CW");
    public static final Who SUPERVISOR = new Who(3, 1, "SUP");
    public static final Who COUNSELLOR = new Who(10, 5, "COU");
    public static final Who LAWYER = new Who(9, 4, "LAW");
    public static final Who COORDINATOR = new Who(14, 8, "NRM");
    public static final Who POLICE = new Who(13, 7, "LEL");

    public final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private final TestDatabase database = TestDatabase.get();

    /** What is done inside. */
    @FunctionalInterface
    public interface Act<T> {
        T in(Wired inside) throws Exception;
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
            T answer = act.in(new Wired(new Connected(on).em(), who.at(now.plus(later))));
            on.commit();
            return answer;
        }
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
        return database.application(who, now.plus(later));
    }
}
