package org.alongside.setup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.alongside.setup.Cases.House;
import org.alongside.shared.CaseId;

/** Somebody whom a house leads, a clinic treats, a house shelters and a counsellor sees, in a real database; each act a transaction as the application. */
public final class Care {
    public static final Who LEAD = new Who(1, 1, "CW");
    public static final Who COLLEAGUE = new Who(2, 1, "CW");
    public static final Who SUPERVISOR = new Who(3, 1, "SUP");
    public static final Who SHIFT = new Who(6, 3, "SHS");
    public static final Who COUNSELLOR = new Who(10, 5, "COU");
    public static final Who DOCTOR = new Who(23, 10, "HLT");
    public static final Who MENTOR = new Who(4, 2, "CW");
    public static final Who MENTORS_SUPERVISOR = new Who(5, 2, "SUP");

    public static final Who ADMINISTRATOR = new Who(16, 9, "ADM");
    public static final List<Who> OUTSIDE = List.of(
            new Who(8, 4, "SHS"),
            new Who(12, 6, "LAW"),
            new Who(13, 7, "LEL"),
            new Who(14, 8, "NRM"),
            new Who(15, 8, "DPO"),
            new Who(24, 11, "PRL"),
            ADMINISTRATOR);

    public final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private final TestDatabase database;

    public Care(TestDatabase database) {
        this.database = database;
    }

    /** What a transaction has: its connection, and whatever is made on it. */
    public record On(Connection sql, Wired wired) {
        public <T> T of(Class<T> type) {
            return wired.of(type);
        }

        public List<Object> told() {
            return wired.told();
        }
    }

    @FunctionalInterface
    public interface Act<T> {
        T in(On on) throws Exception;
    }

    public CaseId survivor(boolean child) throws SQLException {
        House lead = House.demo(1, 1);
        try (Cases cases = Cases.led(database, 1, lead)) {
            cases.open(lead, lead.worker(), "LEAD", "F", "0,1,3,9,10,11")
                    .open(lead, lead.worker(), "LEAD", "M", "2,5")
                    .open(House.demo(10, 23), House.demo(10, 23).worker(), "REFERRAL", "W", "5,10,11")
                    .open(House.demo(10, 23), House.demo(10, 23).worker(), "REFERRAL", "R", "0")
                    .open(House.demo(3, 6), null, "REFERRAL", "M", "0,5")
                    .open(House.demo(3, 6), null, "REFERRAL", "W", "10,11")
                    .open(House.demo(5, 10), House.demo(5, 10).worker(), "REFERRAL", "R", "0,5")
                    .open(House.demo(5, 10), House.demo(5, 10).worker(), "REFERRAL", "W", "10,11")
                    .write("update access_grant set valid_until = 'infinity' where case_id in (select id from made)")
                    .write(
                            "insert into identity_minimum (case_id, preferred_name, age_band, child) select id, 'n', '25_34', %s from made"
                                    .formatted(child))
                    .write(
                            "insert into safety_minimum (case_id, risk_level, in_danger) select id, 'HIGH', false from made");
            CaseId caseId = new CaseId(cases.first());
            cases.keep("safety_minimum");
            return caseId;
        }
    }

    /** Somebody whom police and prosecution help under her agreement, besides a house that shelters her; with a lawyer or without. */
    public CaseId investigated(boolean child, boolean lawyer) throws SQLException {
        House lead = House.demo(1, 1);
        try (Cases cases = Cases.led(database, 1, lead)) {
            cases.open(lead, lead.worker(), "LEAD", "F", "0,1,3,4,9,10,11")
                    .open(lead, lead.worker(), "LEAD", "M", "2,5,7")
                    .open(House.demo(7, 13), House.demo(7, 13).worker(), "REFERRAL", "R", "0,3,4,9")
                    .open(House.demo(7, 13), House.demo(7, 13).worker(), "REFERRAL", "W", "11")
                    .open(House.demo(11, 24), House.demo(11, 24).worker(), "REFERRAL", "R", "0")
                    .open(House.demo(11, 24), House.demo(11, 24).worker(), "REFERRAL", "W", "11")
                    .open(House.demo(3, 6), null, "REFERRAL", "W", "2,10,11");
            if (lawyer) {
                cases.open(House.demo(6, 12), House.demo(6, 12).worker(), "REFERRAL", "W", "7,10,11");
            }
            cases.write("update access_grant set valid_until = 'infinity' where case_id in (select id from made)")
                    .write(
                            "insert into identity_minimum (case_id, preferred_name, age_band, child) select id, 'n', '25_34', %s from made"
                                    .formatted(child))
                    .write(
                            "insert into safety_minimum (case_id, risk_level, in_danger) select id, 'HIGH', false from made");
            CaseId caseId = new CaseId(cases.first());
            cases.keep("safety_minimum");
            return caseId;
        }
    }

    /** Another, of whom only the house that leads knows, which is another. */
    public CaseId survivorOfOthers() throws SQLException {
        House lead = House.demo(2, 4);
        try (Cases cases = Cases.led(database, 1, lead)) {
            cases.open(lead, lead.worker(), "LEAD", "F", "0,1,3,9,10,11")
                    .write(
                            "insert into identity_minimum (case_id, preferred_name, age_band, child) select id, 'n', '25_34', false from made");
            CaseId caseId = new CaseId(cases.first());
            cases.keep("safety_minimum");
            return caseId;
        }
    }

    public <T> T as(Who who, Duration later, Act<T> act) throws Exception {
        Instant at = now.plus(later);
        try (Connection sql = database.application(who, at)) {
            T answer = act.in(new On(sql, new Wired(new Connected(sql).em(), who.at(at))));
            sql.commit();
            return answer;
        }
    }

    /** The first column of the first row, past every door. */
    public String sees(Who who, Duration later, String question) throws Exception {
        return as(who, later, on -> {
            try (Statement sql = on.sql().createStatement();
                    ResultSet answer = sql.executeQuery(question)) {
                return answer.next() ? answer.getString(1) : null;
            }
        });
    }

    public void writes(Who who, Duration later, String statement) throws Exception {
        as(who, later, on -> on.sql().createStatement().execute(statement));
    }

    /** From below, bound by nothing. */
    public String below(String question) throws SQLException {
        try (Connection superuser = database.inside().getConnection();
                Statement sql = superuser.createStatement()) {
            if (!sql.execute(question)) {
                return null;
            }
            ResultSet answer = sql.getResultSet();
            return answer.next() ? answer.getString(1) : null;
        }
    }
}
