package org.alongside.identification;

import static org.alongside.setup.Care.COLLEAGUE;
import static org.alongside.setup.Care.LEAD;
import static org.alongside.setup.Care.SHIFT;
import static org.alongside.setup.Care.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.alongside.closing.ClosingEvent.CaseClosed;
import org.alongside.identification.IdentificationView.RecoveryTime;
import org.alongside.identification.NewIdentification.NewDecisionTold;
import org.alongside.identification.NewIdentification.NewRecoveryWord;
import org.alongside.identification.RecoveryEvent.RecoveryBegan;
import org.alongside.identification.RecoveryEvent.RecoverySettled;
import org.alongside.setup.Care;
import org.alongside.setup.Care.On;
import org.alongside.setup.Cases;
import org.alongside.setup.Cases.House;
import org.alongside.setup.Door;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.alongside.shared.CaseId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was decided of her and her time to recover and think, through its door and past it; the law of the country is changed here. */
class IdentificationTest {
    private static final Who LAWYER = new Who(9, 4, "LAW");
    private static final Who POLICE = new Who(13, 7, "LEL");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final TestDatabase database = TestDatabase.own();
    private final Care care = new Care(database);
    private final Door<IdentificationService> door = new Door<>(care, IdentificationTest::opened);
    private final LocalDate today = LocalDate.ofInstant(care.now.plus(HOUR), ZoneOffset.UTC);
    private CaseId her;

    @BeforeEach
    void somebody_whom_a_lawyer_helps() throws Exception {
        her = survivor(false);
    }

    @Test
    void presumed_until_decided_then_what_was_decided_by_whom_when_she_was_told_and_what_can_be_done()
            throws Exception {
        assertThat(read(LEAD).newest()).isEmpty();
        decides(said("PRESUMED", "NGO", today.minusDays(9), today.minusDays(9)));
        decides(new NewIdentification(
                "NOT_IDENTIFIED", "AUTHORITY", today.minusDays(1), null, "APPEAL", today.plusDays(13)));
        IdentificationView.IdentificationDecided newest =
                read(SUPERVISOR).newest().orElseThrow();
        assertThat(newest.decision()).isEqualTo("NOT_IDENTIFIED");
        assertThat(newest.decidedBy()).contains("AUTHORITY");
        assertThat(newest.remedy()).contains("APPEAL");
        assertThat(newest.remedyUntil()).contains(today.plusDays(13));
        assertThat(newest.toldOn()).isEmpty();
        assertThat(door.reason(LEAD, doors -> doors.told(her, new NewDecisionTold(today.minusDays(2)))))
                .isEqualTo("on before-it-was-decided");
        door.does(LEAD, HOUR, doors -> doors.told(her, new NewDecisionTold(today)));
        assertThat(read(LEAD).newest().orElseThrow().toldOn()).contains(today);
        assertThat(door.reason(LEAD, doors -> doors.told(her, new NewDecisionTold(today))))
                .isEqualTo("no-decision-untold");
        door.does(
                LEAD,
                DAY,
                doors -> doors.decide(her, new NewIdentification("WITHDRAWN", null, today, null, null, null), null));
        assertThat(read(LEAD).decisions()).hasSize(3);
        assertThat(read(LEAD).newest().orElseThrow().decidedBy()).isEmpty();
    }

    @Test
    void what_is_wrong_is_said_beside_its_field() throws Exception {
        assertThat(refused(said("PRESUMED", null, today, null))).isEqualTo("decidedBy missing");
        assertThat(refused(said("WITHDRAWN", "POLICE", today, null))).isEqualTo("decidedBy she-withdrew");
        assertThat(refused(said("IDENTIFIED", "POLICE", today.plusDays(1), null)))
                .isEqualTo("decidedOn in-the-future");
        assertThat(refused(said("IDENTIFIED", "POLICE", today, today.minusDays(1))))
                .isEqualTo("toldOn before-it-was-decided");
        assertThat(refused(said("NOT_IDENTIFIED", "POLICE", today, null))).isEqualTo("remedy missing");
        assertThat(refused(new NewIdentification("IDENTIFIED", "POLICE", today, null, "APPEAL", null)))
                .isEqualTo("remedy only-of-a-no");
        assertThat(refused(new NewIdentification("NOT_IDENTIFIED", "POLICE", today, null, "NONE", today)))
                .isEqualTo("remedyUntil nothing-to-be-done-until");
        assertThat(refused(new NewIdentification("NOT_IDENTIFIED", "POLICE", today, null, "COURT", today.minusDays(1))))
                .isEqualTo("remedyUntil before-it-was-decided");
        her = survivor(true);
        assertThat(refused(said("WITHDRAWN", null, today, null))).isEqualTo("decision a-child-is-identified-by-duty");
        assertThatThrownBy(() -> inserts(LEAD, "'WITHDRAWN', null")).hasMessageContaining("row-level security");
    }

    @Test
    void her_time_begins_once_with_the_first_decision_of_the_law_and_lasts_its_days() throws Exception {
        RecoveryBegan began = (RecoveryBegan)
                told(HOUR, doors -> doors.decide(her, presumed(today), null)).get(0);
        LocalDate last = today.plusDays(30);
        assertThat(began.dueAt()).isEqualTo(last.atStartOfDay().toInstant(ZoneOffset.UTC));
        assertThat(began.askAt()).isEqualTo(last.minusDays(7).atStartOfDay().toInstant(ZoneOffset.UTC));
        assertThat(began.lead().value()).isEqualTo(LEAD.organisation());
        assertThat(told(
                        HOUR.multipliedBy(2),
                        doors -> doors.decide(her, said("IDENTIFIED", "POLICE", today, null), null)))
                .as("it begins once")
                .isEmpty();
        RecoveryTime time = time(Duration.ZERO);
        assertThat(time.beganOn()).isEqualTo(today);
        assertThat(time.endsOn()).isEqualTo(last);
        assertThat(time.begunWith()).isEqualTo("PRESUMED");
        assertThat(time.state()).isEqualTo("RUNS");
        assertThat(time(DAY.multipliedBy(29)).state()).isEqualTo("RUNS");
        assertThat(time(DAY.multipliedBy(32)).state()).as("it ends by itself").isEqualTo("OVER");
    }

    @Test
    void the_rule_is_that_of_her_country_and_a_child_has_it_only_where_the_law_says_so() throws Exception {
        care.below("update jurisdiction set recovery_begins_with = 'IDENTIFIED', recovery_lasts = '90 days'");
        try {
            assertThat(told(HOUR, doors -> doors.decide(her, presumed(today), null)))
                    .isEmpty();
            assertThat(read(LEAD).recovery()).isEmpty();
            assertThat(read(LEAD).rule()).isEqualTo(new IdentificationView.RecoveryRule(90, "IDENTIFIED"));
            told(HOUR.multipliedBy(2), doors -> doors.decide(her, said("IDENTIFIED", "AUTHORITY", today, null), null));
            assertThat(time(Duration.ZERO).endsOn()).isEqualTo(today.plusDays(90));
            her = survivor(true);
            assertThat(told(HOUR, doors -> doors.decide(her, said("IDENTIFIED", "POLICE", today, null), null)))
                    .isEmpty();
            care.below("update jurisdiction set recovery_of_children = true");
            her = survivor(true);
            assertThat(told(HOUR, doors -> doors.decide(her, said("IDENTIFIED", "POLICE", today, null), null)))
                    .hasSize(1);
        } finally {
            care.below(
                    "update jurisdiction set recovery_begins_with = 'PRESUMED', recovery_lasts = '30 days', recovery_of_children = false");
        }
        assertThatThrownBy(() -> care.below("update jurisdiction set recovery_lasts = '29 days'"))
                .as("never less than the Convention gives")
                .hasMessageContaining("check");
    }

    @Test
    void who_decides_to_cooperate_ends_it_and_who_does_not_keeps_all_of_it() throws Exception {
        decides(presumed(today));
        assertThat(told(DAY, doors -> doors.say(her, word("DOES_NOT", "HAD", 0), null)))
                .as("nobody needs to ask her any more")
                .hasOnlyElementsOfType(RecoverySettled.class)
                .hasSize(1);
        assertThat(time(DAY).state()).isEqualTo("RUNS");
        assertThat(time(DAY.multipliedBy(29)).state()).isEqualTo("RUNS");
        assertThat(told(DAY.multipliedBy(3), doors -> doors.say(her, word("COOPERATES", "HAD", 2), null)))
                .as("she changed her mind; it was settled")
                .isEmpty();
        RecoveryTime time = time(DAY.multipliedBy(4));
        assertThat(time.state()).isEqualTo("SHE_COOPERATES");
        assertThat(time.endedOn()).contains(today.plusDays(2));
        assertThat(time.words())
                .extracting(IdentificationView.RecoverySaid::word)
                .containsExactly("COOPERATES", "DOES_NOT");
        assertThat(door.reason(LEAD, DAY.multipliedBy(5), doors -> doors.say(her, word("NOT_YET", "HAD", 3), null)))
                .isEqualTo("time-to-think-over");
    }

    @Test
    void without_advice_she_is_asked_on_whatever_she_decided() throws Exception {
        decides(presumed(today));
        assertThat(told(DAY, doors -> doors.say(her, word("COOPERATES", "NOT_YET", 0), null)))
                .isEmpty();
        assertThat(time(DAY).asked()).as("advice before all else").isTrue();
        assertThat(told(DAY.multipliedBy(2), doors -> doors.say(her, word("COOPERATES", "NOT_WANTED", 1), null)))
                .hasSize(1);
        assertThat(time(DAY.multipliedBy(2)).asked()).isFalse();
    }

    @Test
    void who_has_not_decided_is_asked_in_its_last_days_and_then_no_more() throws Exception {
        decides(presumed(today));
        assertThat(told(DAY, doors -> doors.say(her, word("NOT_YET", "HAD", 0), null)))
                .isEmpty();
        assertThat(told(DAY.multipliedBy(24), doors -> doors.say(her, word("NOT_YET", "HAD", 23), null)))
                .hasSize(1);
        assertThat(door.reason(LEAD, DAY.multipliedBy(24), doors -> doors.say(her, word("NOT_YET", "HAD", 40), null)))
                .isEqualTo("saidOn in-the-future");
        assertThat(door.reason(LEAD, DAY.multipliedBy(24), doors -> doors.say(her, word("NOT_YET", "HAD", -1), null)))
                .isEqualTo("saidOn before-time-to-think");
    }

    @Test
    void with_her_file_the_asking_ends_and_her_time_goes_on() throws Exception {
        assertThat(door.reason(LEAD, doors -> doors.say(her, word("NOT_YET", "HAD", 0), null)))
                .isEqualTo("no-time-to-think");
        decides(presumed(today));
        care.below("update case_file set status = 'CLOSED' where case_id = '" + her + "'");
        assertThat(care.<List<Object>>as(LEAD, DAY, on -> {
                    on.of(RecoveryEnds.class).closed(new CaseClosed(her, false));
                    return on.told();
                }))
                .hasOnlyElementsOfType(RecoverySettled.class)
                .hasSize(1);
        assertThat(time(DAY.multipliedBy(2)).state()).isEqualTo("RUNS");
    }

    @Test
    void her_lawyer_knows_and_neither_police_nor_house_nor_a_colleague_past_the_door_too() throws Exception {
        decides(presumed(today));
        door.does(LEAD, DAY, doors -> doors.say(her, word("DOES_NOT", "HAD", 0), null));
        assertThat(read(LAWYER).newest()).isPresent();
        assertThat(read(LAWYER).recovery().orElseThrow().words()).hasSize(1);
        for (String table : List.of("identification_decision", "recovery_period", "recovery_word")) {
            for (Who who : List.of(
                    POLICE, SHIFT, COLLEAGUE, new Who(14, 8, "NRM"), new Who(24, 11, "PRL"), new Who(16, 9, "ADM"))) {
                assertThat(count(who, table)).as(who.role() + " " + table).isZero();
            }
            for (Who who : List.of(LEAD, SUPERVISOR, LAWYER)) {
                assertThat(count(who, table)).as(who.role() + " " + table).isEqualTo(1);
            }
        }
        assertThat(door.reason(POLICE, doors -> doors.of(her))).isEqualTo("legal-not-open");
        for (Who who : List.of(SUPERVISOR, LAWYER, POLICE, SHIFT)) {
            assertThatThrownBy(() -> inserts(who, "'IDENTIFIED', 'POLICE'"))
                    .as(who.role())
                    .hasMessageContaining("row-level security");
            assertThatThrownBy(() -> care.as(who, DAY, on -> on.sql()
                            .createStatement()
                            .execute("select recovery_say('" + time(DAY).id()
                                    + "', 'COOPERATES', 'HAD', current_date)")))
                    .as(who.role())
                    .hasMessageContaining("not permitted");
        }
        assertThatThrownBy(() -> care.as(LEAD, DAY, on -> on.sql()
                        .createStatement()
                        .execute("update recovery_period set ends_on = ends_on - 9")))
                .hasMessageContaining("permission denied");
    }

    @Test
    void nothing_in_help_asks_for_it() throws Exception {
        assertThat(names("""
                        select p.proname from pg_proc p where p.pronamespace = 'alongside'::regnamespace
                           and p.prosrc ~ 'identification_decision|recovery_period|recovery_word'
                        """))
                .containsExactlyInAnyOrder(
                        "identification_told",
                        "recovery_begin",
                        "recovery_say",
                        "recoveries_end",
                        "case_named",
                        "handover_subjects");
        assertThat(names("""
                        select distinct p.tablename from pg_policies p
                         where p.schemaname = 'alongside' and coalesce(p.qual, '') || coalesce(p.with_check, '') ~ 'identification_decision|recovery_'
                        """)).isEmpty();
    }

    private List<String> names(String question) throws SQLException {
        List<String> names = new ArrayList<>();
        try (var sql = database.inside().getConnection();
                var rows = sql.createStatement().executeQuery(question)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private Object inserts(Who who, String decision) throws Exception {
        return care.as(who, HOUR, on -> on.sql().createStatement().execute("""
                insert into identification_decision (decision_id, case_id, decision, decided_by, decided_on, noted_at, noted_by)
                values (gen_random_uuid(), '%s', %s, current_date - 1, caller_now(), caller_worker())
                """.formatted(her, decision)));
    }

    private int count(Who who, String table) throws Exception {
        return care.as(who, DAY, on -> {
            try (var row = on.sql()
                    .createStatement()
                    .executeQuery("select count(*) from " + table + " where case_id = '" + her + "'")) {
                row.next();
                return row.getInt(1);
            }
        });
    }

    private NewRecoveryWord word(String word, String advice, int days) {
        return new NewRecoveryWord(word, advice, today.plusDays(days));
    }

    private static NewIdentification presumed(LocalDate on) {
        return said("PRESUMED", "POLICE", on, on);
    }

    private static NewIdentification said(String decision, String by, LocalDate on, LocalDate told) {
        return new NewIdentification(decision, by, on, told, null, null);
    }

    private String refused(NewIdentification said) {
        return door.reason(LEAD, doors -> doors.decide(her, said, null));
    }

    private void decides(NewIdentification said) throws Exception {
        door.does(LEAD, HOUR, doors -> doors.decide(her, said, null));
    }

    private List<Object> told(Duration later, Door.Deed<IdentificationService> deed) throws Exception {
        return care.as(LEAD, later, on -> {
            deed.in(opened(on));
            return on.told();
        });
    }

    private IdentificationView read(Who who) throws Exception {
        return care.as(who, DAY, on -> opened(on).of(her));
    }

    private RecoveryTime time(Duration later) throws Exception {
        return care.as(LEAD, later.plus(HOUR), on -> opened(on).of(her))
                .recovery()
                .orElseThrow();
    }

    private CaseId survivor(boolean child) throws SQLException {
        House lead = House.demo(1, 1);
        try (Cases cases = Cases.led(database, 1, lead)) {
            cases.open(lead, lead.worker(), "LEAD", "F", "0,1,3,7,9,10,11");
            for (Who who : List.of(LAWYER, POLICE, SHIFT)) {
                House house = House.demo(who.house(), who.number());
                cases.open(house, house.worker(), "REFERRAL", "R", "0,7,11");
            }
            cases.write("update access_grant set valid_until = 'infinity' where case_id in (select id from made)");
            cases.write(
                    "insert into identity_minimum (case_id, preferred_name, age_band, child) select id, 'n', '25_34', %s from made"
                            .formatted(child));
            cases.write(
                    "insert into safety_minimum (case_id, risk_level, in_danger) select id, 'HIGH', false from made");
            CaseId caseId = new CaseId(cases.first());
            cases.keep("safety_minimum");
            return caseId;
        }
    }

    private static IdentificationService opened(On on) {
        return on.of(IdentificationService.class);
    }
}
