package org.alongside.proceeding;

import static java.util.stream.Collectors.joining;
import static org.alongside.setup.Care.LEAD;
import static org.alongside.setup.Care.SHIFT;
import static org.alongside.setup.Care.SUPERVISOR;
import static org.alongside.setup.Who.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.closing.ClosingEvent.CaseClosed;
import org.alongside.consent.SharingEnded;
import org.alongside.evidence.EvidenceService;
import org.alongside.evidence.NewEvidence;
import org.alongside.evidence.NewEvidence.NewCheck;
import org.alongside.evidence.NewEvidence.NewCustody;
import org.alongside.proceeding.CounselEvent.CounselSettled;
import org.alongside.proceeding.CounselEvent.CounselWanted;
import org.alongside.proceeding.NewCounsel.NewConflictCheck;
import org.alongside.proceeding.NewCounsel.NewCourt;
import org.alongside.proceeding.NewCounsel.NewMandate;
import org.alongside.proceeding.NewCounsel.NewMandateEnd;
import org.alongside.proceeding.NewDeadline.NewDeadlineEnd;
import org.alongside.proceeding.NewHearingDay.NewHearingResult;
import org.alongside.proceeding.PaymentService.NewPayment;
import org.alongside.setup.Care;
import org.alongside.setup.Court;
import org.alongside.setup.Door;
import org.alongside.setup.SameSecond;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.alongside.shared.CaseId;
import org.alongside.shared.ConsentId;
import org.alongside.shared.MatterId;
import org.alongside.shared.OrganisationId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who acts in a matter and by what right: a check for conflicts, then what she signed; before that nothing of the case is in it. */
class CounselTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration LATER = Duration.ofHours(2);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Who LAWYER = Court.LAWYER;

    /** Of the same team, where files open to those assigned. */
    private static final Who COLLEAGUE = new Who(33, 6, "LAW");

    private static final Who POLICE = new Who(13, 7, "LEL");
    private static final List<String> TABLES =
            List.of("matter_counsel", "conflict_check", "mandate", "matter_court", "matter_decision", "matter_appeal");

    private static final String COST = """
            insert into matter_cost (cost_id, matter_id, case_id, organisation_id, kind, amount, currency, spent_on, bearer, noted_at, noted_by)
            select gen_random_uuid(), matter_id, case_id, organisation_id, 'TRAVEL', 5, 'EUR', current_date, 'SURVIVOR', caller_now(), caller_worker()
              from matter where matter_id = '%s'
            """;
    private static final String EVIDENCE = """
            insert into evidence (evidence_id, matter_id, case_id, organisation_id, listed_at, listed_by)
            select gen_random_uuid(), matter_id, case_id, organisation_id, caller_now(), caller_worker() from matter where matter_id = '%s'
            """;

    private final Care care = new Care(TestDatabase.get());
    private final Court court = new Court(TestDatabase.get(), care);
    private final Door<CounselService> door =
            new Door<>(care, on -> HearingDoors.wired(on).of(CounselService.class));
    private final LocalDate today = LocalDate.ofInstant(care.now.plus(HOUR), ZoneOffset.UTC);
    private MatterId matter;

    @BeforeEach
    void she_asks_a_lawyer_for_advice() throws Exception {
        matter = court.matter("CIVIL_COMPENSATION", "ADVICE");
    }

    @Test
    void a_clear_check_and_what_she_signed_bring_the_matter_on_and_are_told_as_missing_until_then() throws Exception {
        assertThat(of(LAWYER).missing()).containsExactly("CHECK", "MANDATE");
        assertThat(reason(doors -> doors.sign(matter, mandate("HERSELF"), null)))
                .isEqualTo("check-missing");
        assertThat(of(LAWYER).checkFirst()).isTrue();
        care.below("update matter_stage set stage = 'CONFLICT_CHECK' where matter_id = '%s'".formatted(matter));
        assertThat(of(LAWYER).checkFirst())
                .as("a stage further, and still nobody has checked")
                .isTrue();
        check(false, false, false);
        assertThat(stage()).isEqualTo("CONFLICT_CHECK");
        assertThat(of(LAWYER).checkFirst()).isFalse();
        assertThat(of(LAWYER).missing()).containsExactly("MANDATE");
        door.does(LAWYER, HOUR, doors -> doors.sign(matter, mandate("HERSELF"), null));
        assertThat(stage()).isEqualTo("MANDATE_SIGNED");
        assertThat(of(LAWYER).missing()).isEmpty();
        assertThat(of(LAWYER).checks()).singleElement().satisfies(one -> assertThat(one.result())
                .isEqualTo("CLEAR"));
        assertThat(of(LAWYER).mandates()).singleElement().satisfies(one -> assertThat(one.signedBy())
                .isNotBlank());
        assertThat(reason(doors -> doors.sign(matter, mandate("HERSELF"), null)))
                .isEqualTo("mandate-there-already");
    }

    @Test
    void before_the_check_is_clear_nothing_of_the_case_goes_into_the_matter_also_past_the_door() throws Exception {
        for (String writing : List.of(
                "update matter_file set note = 'n' where matter_id = '%s'",
                "update matter_file set currency = 'EUR', claimed = 5 where matter_id = '%s'",
                "update hearing_minimum set protection = '{SCREEN}' where matter_id = '%s'",
                """
                insert into hearing (hearing_id, matter_id, case_id, organisation_id, hearing_at, place)
                select gen_random_uuid(), matter_id, case_id, organisation_id, caller_now() + interval '2 days', 'COURT'
                  from matter where matter_id = '%s'
                """,
                COST,
                EVIDENCE)) {
            assertThatThrownBy(() -> care.writes(LAWYER, HOUR, writing.formatted(matter)))
                    .as(writing)
                    .hasMessageContaining("before the check for conflicts is clear");
        }
        String opened = """
                insert into matter (matter_id, case_id, organisation_id, opened_at, opened_by)
                  select '%1$s', case_id, organisation_id, caller_now(), caller_worker() from matter where matter_id = '%2$s';
                insert into matter_file (matter_id, case_id, organisation_id, track, note)
                  select '%1$s', case_id, organisation_id, 'CIVIL_COMPENSATION', %3$s from matter where matter_id = '%2$s';
                insert into matter_stage (matter_id, case_id, organisation_id, stage)
                  select '%1$s', case_id, organisation_id, 'ADVICE' from matter where matter_id = '%2$s';
                """;
        String day = """
                insert into legal_deadline (deadline_id, matter_id, case_id, organisation_id, kind, due_on, zone)
                  select '%1$s', matter_id, case_id, organisation_id, 'DEADLINE', current_date + 9, 'UTC' from matter where matter_id = '%2$s';
                insert into legal_deadline_file (deadline_id, matter_id, case_id, organisation_id, event, note)
                  select '%1$s', matter_id, case_id, organisation_id, 'APPEAL', %3$s from matter where matter_id = '%2$s';
                """;
        for (String writing : List.of(opened, day)) {
            assertThatThrownBy(() ->
                            care.writes(LAWYER, HOUR, writing.formatted(UUID.randomUUID(), matter, "'Of the case'")))
                    .as(writing)
                    .hasStackTraceContaining("before the check for conflicts is clear");
            care.writes(LAWYER, HOUR, writing.formatted(UUID.randomUUID(), matter, "null"));
        }
        assertThat(reason(doors -> doors.court(matter, court("District court", null))))
                .isEqualTo("check-first");
        check(false, false, false);
        care.writes(LAWYER, HOUR, "update matter_file set note = 'n' where matter_id = '%s'".formatted(matter));
        door.does(LAWYER, HOUR, doors -> doors.court(matter, court("District court", null)));
    }

    @Test
    void whether_it_was_checked_no_error_tells_those_who_do_not_keep_the_matter() throws Exception {
        List<String> writings = List.of(COST, EVIDENCE);
        List<String> before = writings.stream().map(this::refusedToLead).toList();
        check(false, false, false);
        assertThat(writings.stream().map(this::refusedToLead).toList()).isEqualTo(before);
    }

    @Test
    void no_error_tells_who_does_not_keep_the_matter_whether_she_is_a_child_or_since_when_or_until_when_anything_is()
            throws Exception {
        check(false, false, false);
        MatterId own = court.matter();
        care.writes(LAWYER, HOUR, """
                insert into legal_deadline (deadline_id, matter_id, case_id, organisation_id, kind, due_on, zone)
                  select gen_random_uuid(), matter_id, case_id, organisation_id, 'PERMIT', current_date + 9, 'UTC' from matter where matter_id = '%s'
                """.formatted(matter));
        String deadline = care.below("select deadline_id from legal_deadline where matter_id = '%s'".formatted(matter));
        String mandate = """
                insert into mandate (mandate_id, matter_id, case_id, organisation_id, giver, scope, signed_on, signed_at, signed_by)
                values (gen_random_uuid(), '%s', '%s', caller_organisation(), '%s', 'WHOLE', current_date, caller_now(), caller_worker())
                """;
        String hearing = """
                insert into hearing (hearing_id, matter_id, case_id, organisation_id, hearing_at, place)
                values (gen_random_uuid(), '%s', '%s', caller_organisation(), caller_now() + interval '%s', 'COURT')
                """;
        String permit = """
                insert into legal_deadline_file (deadline_id, matter_id, case_id, organisation_id, permit, issued_on)
                values ('%s', '%s', '%s', caller_organisation(), 'RESIDENCE', current_date + %s)
                """;
        UUID hers = court.caseOf(matter).value();
        List<String> writings = List.of(
                mandate.formatted(matter, hers, "HERSELF"),
                mandate.formatted(matter, hers, "GUARDIAN"),
                hearing.formatted(matter, hers, "-3000 days"),
                hearing.formatted(matter, hers, "3 days"),
                permit.formatted(deadline, matter, hers, 1),
                permit.formatted(deadline, matter, hers, 3000));
        for (Who who : List.of(LEAD, POLICE)) {
            for (String writing : writings) {
                assertThatThrownBy(() -> care.writes(who, HOUR, writing))
                        .as(who.role() + writing)
                        .hasMessageMatching("ERROR: new row violates row-level security policy.*");
            }
        }
        care.below(
                "update access_grant set ended_at = now(), ended_by = given_by, end_reason = 'CONSENT_WITHDRAWN' where case_id = '%s' and organisation_id = '%s' returning 1"
                        .formatted(hers, LAWYER.organisation()));
        care.below("update identity_minimum set child = true where case_id = '%s'".formatted(hers));
        for (String writing : List.of(
                mandate.formatted(own, hers, "HERSELF"),
                mandate.formatted(own, hers, "GUARDIAN"),
                permit.formatted(deadline, own, court.caseOf(own), 3000))) {
            assertThatThrownBy(() -> care.writes(LAWYER, HOUR, writing))
                    .as("by way of a matter of one's own: " + writing)
                    .hasMessageNotContainingAny("child", "decides", "permit");
        }
    }

    private String refusedToLead(String writing) {
        return catchThrowable(() -> care.writes(LEAD, HOUR, writing.formatted(matter)))
                .getMessage();
    }

    @Test
    void a_conflict_ends_the_matter_here_and_who_leads_is_told_that_and_not_why() throws Exception {
        check(false, true, false);
        assertThat(stage()).isEqualTo("CLOSED");
        assertThat(of(LAWYER).declined()).isTrue();
        assertThat(care.sees(
                        LEAD, HOUR, "select count(*) from matter_declined where matter_id = '%s'".formatted(matter)))
                .isEqualTo("1");
        for (Who other : List.of(SHIFT, POLICE, Care.ADMINISTRATOR)) {
            assertThat(care.sees(
                            other,
                            HOUR,
                            "select count(*) from matter_declined where matter_id = '%s'".formatted(matter)))
                    .as(other.role())
                    .isEqualTo("0");
        }
        assertThat(care.sees(
                        LEAD, HOUR, "select count(*) from conflict_check where matter_id = '%s'".formatted(matter)))
                .isEqualTo("0");
        assertThat(told(LEAD)).isTrue();
        assertThat(reason(doors -> doors.check(matter, found(false, false, false, List.of()), null)))
                .isEqualTo("matter-closed");
        assertThat(reason(doors -> doors.sign(matter, mandate("HERSELF"), null)))
                .isEqualTo("matter-closed");
    }

    @Test
    void a_conflict_that_is_found_later_counts_and_nothing_goes_into_the_matter_any_more() throws Exception {
        NewCost travel = new NewCost("TRAVEL", new BigDecimal("5"), "EUR", today, "SURVIVOR");
        NewEvidence phone = new NewEvidence("DEVICE", "A phone", "SURVIVOR", today, "LAWYERS", null, null, null, null);
        NewPayment first = new NewPayment(today, new BigDecimal("5"), "OTHER");
        Door<CostService> costs = new Door<>(care, on -> on.of(CostService.class));
        Door<EvidenceService> register = new Door<>(care, on -> on.of(EvidenceService.class));
        Door<PaymentService> payments = new Door<>(care, on -> on.of(PaymentService.class));
        check(false, false, false);
        file("note = 'n', currency = 'EUR', claimed = 900, ordered = 500");
        payments.does(LAWYER, HOUR, doors -> doors.note(matter, first, null));
        costs.does(LAWYER, HOUR, doors -> doors.note(matter, travel, null));
        register.does(LAWYER, HOUR, doors -> doors.enter(matter, phone, null));
        conflict();
        assertThat(costs.reason(LAWYER, LATER, doors -> doors.note(matter, travel, null)))
                .isEqualTo("check-first");
        assertThat(register.reason(LAWYER, LATER, doors -> doors.enter(matter, phone, null)))
                .isEqualTo("check-first");
        assertThat(payments.reason(LAWYER, LATER, doors -> doors.note(matter, first, null)))
                .isEqualTo("check-first");
        for (String more : List.of("note = 'm'", "claimed = 901", "ordered = 501", "paid = 6")) {
            assertThatThrownBy(() -> file(more))
                    .as(more)
                    .hasMessageContaining("before the check for conflicts is clear");
        }
        assertThatThrownBy(() -> care.writes(
                        LAWYER,
                        LATER,
                        "update hearing_minimum set protection = '{SCREEN}' where matter_id = '%s'".formatted(matter)))
                .hasMessageContaining("before the check for conflicts is clear");
    }

    @Test
    void a_conflict_that_is_found_in_a_matter_that_was_taken_over_counts_too() throws Exception {
        NewCost travel = new NewCost("TRAVEL", new BigDecimal("5"), "EUR", today, "SURVIVOR");
        Door<CostService> costs = new Door<>(care, on -> on.of(CostService.class));
        matter = court.matter("CRIMINAL_TRAFFICKER", "PRE_TRIAL");
        costs.does(LAWYER, HOUR, doors -> doors.note(matter, travel, null));
        assertThat(of(LAWYER).checkFirst()).isFalse();
        conflict();
        assertThat(of(LAWYER).checkFirst()).isTrue();
        assertThat(costs.reason(LAWYER, LATER, doors -> doors.note(matter, travel, null)))
                .isEqualTo("check-first");
        assertThatThrownBy(() -> file("note = 'm'")).hasMessageContaining("before the check for conflicts is clear");
    }

    @Test
    void a_conflict_that_is_found_later_leaves_what_is_there_its_way_to_the_end() throws Exception {
        check(false, false, false);
        file("note = 'n', currency = 'EUR', claimed = 900, ordered = 500");
        care.writes(LAWYER, HOUR, """
                update hearing_minimum set protection = '{SCREEN}', hearing_at = '%s', place = 'COURT', deadline_on = '%s' where matter_id = '%s'
                """.formatted(care.now.plus(DAY), today.plusDays(9), matter));
        UUID first = one("hearing_id", "hearing");
        UUID last = one("deadline_id", "legal_deadline");
        Door<HearingService> hearings = new Door<>(care, HearingDoors::of);
        hearings.does(LAWYER, HOUR, doors -> doors.set(matter, dayAt(care.now.plus(DAY.multipliedBy(3))), null));
        door.does(
                LAWYER,
                HOUR,
                doors ->
                        doors.sign(matter, new NewMandate("HERSELF", "ALL_INSTANCES", today, today.plusDays(5)), null));
        Door<PaymentService> payments = new Door<>(care, on -> on.of(PaymentService.class));
        payments.does(
                LAWYER, HOUR, doors -> doors.note(matter, new NewPayment(today, new BigDecimal("5"), "OTHER"), null));
        Door<EvidenceService> register = new Door<>(care, on -> on.of(EvidenceService.class));
        String hash = "ab".repeat(32);
        register.does(
                LAWYER,
                HOUR,
                doors -> doors.enter(
                        matter,
                        new NewEvidence("DEVICE", "A phone", "SURVIVOR", today, "LAWYERS", null, null, null, hash),
                        null));
        conflict();
        assertThat(stage()).as("with the last day of its mandate").isEqualTo("CLOSED");

        UUID payment = one("payment_id", "award_payment");
        payments.does(LAWYER, LATER, doors -> doors.takeBack(matter, payment, new NewTakingBack("TWICE")));
        assertThat(new BigDecimal(care.below("select paid from matter_file where matter_id = '%s'".formatted(matter))))
                .isZero();
        UUID phone = one("evidence_id", "evidence");
        register.does(LAWYER, LATER, doors -> doors.check(matter, phone, new NewCheck(hash)));
        register.does(
                LAWYER,
                LATER,
                doors -> doors.hand(
                        matter,
                        phone,
                        new NewCustody(
                                "LAWYERS",
                                null,
                                "SURVIVOR",
                                null,
                                care.now.plus(LATER),
                                "UTC",
                                "GIVEN_BACK",
                                "UNDAMAGED",
                                null,
                                null),
                        null));
        assertThat(care.below("select purpose from evidence_custody where evidence_id = '%s'".formatted(phone)))
                .isEqualTo("GIVEN_BACK");
        Duration afterwards = DAY.multipliedBy(2);
        hearings.does(SYSTEM, afterwards, doors -> doors.passed(first));
        assertThat(care.below("select hearing_id from hearing_minimum where matter_id = '%s'".formatted(matter)))
                .as("the next one comes")
                .isNotEqualTo(first.toString());
        hearings.does(LAWYER, afterwards, doors -> doors.end(matter, first, new NewHearingResult("HELD", null)));
        new Door<>(care, HearingDoors::deadlineDoors)
                .does(LAWYER, afterwards, doors -> doors.end(matter, last, new NewDeadlineEnd("MET")));
        assertThat(care.below("select deadline_on from hearing_minimum where matter_id = '%s'".formatted(matter)))
                .isNull();
    }

    private void conflict() throws Exception {
        door.does(LAWYER, LATER, doors -> doors.check(matter, found(false, true, false, List.of()), null));
    }

    private void file(String said) throws Exception {
        care.writes(LAWYER, LATER, "update matter_file set %s where matter_id = '%s'".formatted(said, matter));
    }

    /** The only one of a table in the matter. */
    private UUID one(String id, String table) throws Exception {
        return UUID.fromString(care.below("select %s from %s where matter_id = '%s'".formatted(id, table, matter)));
    }

    private static NewHearingDay dayAt(Instant at) {
        return new NewHearingDay(at, "CIVIL", "COURT", "IN_PERSON", List.of(), List.of());
    }

    @Test
    void where_a_house_declines_who_leads_is_asked_to_find_another_lawyer_until_it_is_settled_and_never_told_why()
            throws Exception {
        List<Object> told = heard(LAWYER, doors -> doors.check(matter, found(false, true, false, List.of()), null));
        CounselWanted wanted = told.stream()
                .filter(CounselWanted.class::isInstance)
                .map(CounselWanted.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(wanted.lead().value()).isEqualTo(LEAD.organisation());
        assertThat(wanted.findBy()).isEqualTo(care.now.plus(HOUR).plus(Duration.ofHours(72)));
        assertThat(sought(LEAD)).isEqualTo("1");
        assertThat(
                        care.below(
                                "select string_agg(column_name, ',') from information_schema.columns where table_name = 'counsel_wanted'"))
                .as("never why")
                .doesNotContain("why")
                .doesNotContain("reason");
        for (Who other : List.of(LAWYER, SHIFT, POLICE, Care.ADMINISTRATOR)) {
            assertThat(sought(other)).as(other.role()).isEqualTo("0");
        }
        assertThatThrownBy(() -> care.writes(
                        POLICE,
                        HOUR,
                        "select counsel_wanted_raise(gen_random_uuid(), '%s', caller_now() + interval '1 day')"
                                .formatted(matter)))
                .hasMessageContaining("not permitted");
        assertThat(reason(doors -> doors.noOther(matter)))
                .as("hers to say, through who leads")
                .isEqualTo("only-the-lead");
        assertThat(heard(LEAD, doors -> doors.noOther(matter)))
                .containsExactly(new CounselSettled(List.of(wanted.id())));
        assertThat(heard(LEAD, doors -> doors.noOther(matter))).as("once").isEmpty();
        assertThat(care.below("select settled_for from counsel_wanted where wanted_id = '%s'".formatted(wanted.id())))
                .isEqualTo("NOT_WANTED");
    }

    @Test
    void where_a_matter_has_no_lawyer_left_since_she_took_back_what_let_them_act_another_is_looked_for()
            throws Exception {
        check(false, false, false);
        assertThat(lost()).as("they may act").isEmpty();
        care.below(("update access_grant set ended_at = now(), ended_by = '%s', end_reason = 'CONSENT_WITHDRAWN'"
                        + " where case_id = '%s' and organisation_id = '%s'")
                .formatted(LEAD.id(), court.caseOf(matter), LAWYER.organisation()));
        assertThat(lost()).singleElement().isInstanceOf(CounselWanted.class);
        assertThat(lost()).as("asked already").isEmpty();
        assertThat(sought(LEAD)).isEqualTo("1");
        CaseId her = court.caseOf(matter);
        List<Object> ended = care.as(LEAD, HOUR.multipliedBy(2), on -> {
            HearingDoors.wired(on).of(CounselSought.class).closed(new CaseClosed(her, false));
            return List.copyOf(on.told());
        });
        assertThat(ended).singleElement().isInstanceOf(CounselSettled.class);
    }

    private List<Object> lost() throws Exception {
        SharingEnded ended = new SharingEnded(
                court.caseOf(matter),
                new OrganisationId(LAWYER.organisation()),
                ConsentId.random(),
                Set.of(),
                care.now);
        return care.as(LEAD, HOUR.multipliedBy(2), on -> {
            HearingDoors.wired(on).of(CounselSought.class).lost(ended);
            return List.copyOf(on.told());
        });
    }

    private List<Object> heard(Who who, Door.Deed<CounselService> deed) throws Exception {
        return care.as(who, HOUR, on -> {
            deed.in(HearingDoors.wired(on).of(CounselService.class));
            return List.copyOf(on.told());
        });
    }

    private String sought(Who who) throws Exception {
        return care.sees(
                who,
                HOUR.multipliedBy(3),
                "select count(*) from counsel_wanted where matter_id = '%s'".formatted(matter));
    }

    @Test
    void by_a_wall_a_colleague_is_kept_from_her_file_and_she_may_sign_but_not_where_counsel_is_close_to_them()
            throws Exception {
        UUID colleague = colleague();
        door.does(LAWYER, HOUR, doors -> doors.check(matter, found(false, true, false, List.of(colleague)), null));
        assertThat(of(LAWYER).checks().get(0).result()).isEqualTo("WALL");
        assertThat(care.below(
                        "select count(*) from conflict_declaration where lifted_at is null and worker_id = '%s' and case_id = '%s'"
                                .formatted(colleague, court.caseOf(matter))))
                .isEqualTo("1");
        assertThat(reason(doors -> doors.handOver(matter, new NewCounsel(colleague))))
                .as("who is kept apart takes nothing over, and nobody is told why")
                .isEqualTo("worker cannot-take-this-on");
        door.does(LAWYER, HOUR, doors -> doors.sign(matter, mandate("HERSELF"), null));

        matter = court.matter("ASYLUM", "ADVICE");
        assertThat(reason(doors -> doors.check(matter, found(false, true, false, List.of(Care.LEAD.id())), null)))
                .isEqualTo("apart not-of-this-house");
        door.does(LAWYER, HOUR, doors -> doors.check(matter, found(false, false, true, List.of(colleague)), null));
        assertThat(stage()).isEqualTo("CLOSED");
    }

    @Test
    void a_wall_is_never_around_data_protection_nor_around_the_last_who_supervises_neither_past_the_door()
            throws Exception {
        UUID protection = colleague("DPO");
        UUID one = colleague("SUP");
        UUID manager = colleague("SHM");
        try {
            for (List<UUID> apart :
                    List.of(List.of(protection), List.of(colleague(), protection), List.of(one, manager))) {
                assertThat(reason(doors -> doors.check(matter, found(false, true, false, apart), null)))
                        .isEqualTo("apart must-see-it");
                assertThatThrownBy(() -> care.writes(
                                LAWYER,
                                HOUR,
                                "select conflict_check_note(gen_random_uuid(), '%s', 'TRAFFICKER', false, true, false, '{%s}')"
                                        .formatted(
                                                matter,
                                                apart.stream()
                                                        .map(UUID::toString)
                                                        .collect(joining(",")))))
                        .hasMessageContaining("must be able to see it");
            }
            assertThat(care.below("select count(*) from conflict_declaration where worker_id in ('%s', '%s', '%s')"
                            .formatted(protection, one, manager)))
                    .isEqualTo("0");
            door.does(LAWYER, HOUR, doors -> doors.check(matter, found(false, true, false, List.of(one)), null));
            assertThat(of(LAWYER).checks().get(0).result())
                    .as("one who supervises is left")
                    .isEqualTo("WALL");
            matter = court.matter("ASYLUM", "ADVICE");
            care.below("update worker set left_at = now() - interval '1 day' where worker_id = '%s'".formatted(one));
            assertThat(reason(doors -> doors.check(matter, found(false, true, false, List.of(manager)), null)))
                    .as("whoever left looks at nothing")
                    .isEqualTo("apart must-see-it");
        } finally {
            care.below("update worker set left_at = now() where worker_id in ('%s', '%s', '%s')"
                    .formatted(protection, one, manager));
        }
    }

    @Test
    void a_wall_behind_which_nobody_is_named_is_a_conflict_also_past_the_door() throws Exception {
        for (String nobody : List.of("null", "array[null]::uuid[]", "'{}'")) {
            MatterId one = court.matter("ASYLUM", "ADVICE");
            assertThat(care.sees(
                            LAWYER,
                            HOUR,
                            "select conflict_check_note(gen_random_uuid(), '%s', 'TRAFFICKER', false, true, false, %s)"
                                    .formatted(one, nobody)))
                    .as(nobody)
                    .isEqualTo("CONFLICT");
        }
    }

    @Test
    void before_the_check_no_paper_comes_in_by_anybody_of_the_house_neither_beside_the_matter() throws Exception {
        Who colleague = whoWorksOnIt();
        for (Who who : List.of(LAWYER, colleague)) {
            for (String of : List.of("'" + matter + "'", "null")) {
                assertThatThrownBy(() -> care.writes(who, HOUR, paper(UUID.randomUUID(), who, of)))
                        .as(of)
                        .hasMessageContaining("before the check for conflicts is clear");
            }
        }
        check(false, false, false);
        UUID paper = UUID.randomUUID();
        care.writes(colleague, HOUR, paper(paper, colleague, "'" + matter + "'"));
        care.writes(colleague, HOUR, paper(UUID.randomUUID(), colleague, "null"));
        door.does(
                LAWYER, HOUR.multipliedBy(2), doors -> doors.check(matter, found(false, true, false, List.of()), null));
        for (String change : List.of("title = 'x'", "latest = 2")) {
            assertThatThrownBy(() -> care.writes(
                            colleague,
                            HOUR.multipliedBy(3),
                            "update document set %s, version = version + 1 where document_id = '%s'"
                                    .formatted(change, paper)))
                    .as("a conflict that is found later: " + change)
                    .hasMessageContaining("before the check for conflicts is clear");
        }
        care.below("update worker set left_at = now() where worker_id = '%s'".formatted(colleague.id()));
    }

    /** A lawyer of the house who works on her case and is not counsel. */
    private Who whoWorksOnIt() throws Exception {
        Who colleague = new Who(77, 6, "LAW");
        care.below("""
                insert into worker (worker_id, subject, organisation_id, name, kind, locale, zone)
                  values ('%1$s', 'colleague-%1$s', '%2$s', 'A Colleague', 'PERSON', 'en', 'UTC');
                insert into worker_role (worker_id, role_code) values ('%1$s', 'LAW');
                insert into assignment (assignment_id, case_id, organisation_id, team_id, worker_id, from_at, assigned_by)
                  values (gen_random_uuid(), '%3$s', '%2$s', '%4$s', '%1$s', now() - interval '1 hour', '%5$s')
                """.formatted(
                        colleague.id(), LAWYER.organisation(), court.caseOf(matter), Who.demo("a000", 6), LAWYER.id()));
        return colleague;
    }

    private String paper(UUID id, Who who, String of) throws Exception {
        return """
                insert into document (document_id, case_id, organisation_id, class, category, matter_id, title, brought_at, brought_by)
                  values ('%1$s', '%2$s', '%3$s', 'LEGAL_PRIVILEGED', 7, %5$s, 'A letter', caller_now(), '%4$s');
                insert into document_version (document_id, number, case_id, type, bytes, sha256, handed_sha256, scan, key_name, sealed_key,
                                              recorded_at, recorded_by)
                  values ('%1$s', 1, '%2$s', 'application/pdf', 1, decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex'), 'CLEAN', 'k', '\\x00',
                          caller_now(), '%4$s');
                insert into document_piece (document_id, number, position, case_id, content) values ('%1$s', 1, 0, '%2$s', '\\x00')
                """.formatted(id, court.caseOf(matter), who.organisation(), who.id(), of);
    }

    @Test
    void a_child_does_not_sign_alone_and_a_guardian_signs_who_may_decide_in_legal_matters() throws Exception {
        care.below("update identity_minimum set child = true where case_id = '%s'".formatted(court.caseOf(matter)));
        check(false, false, false);
        assertThat(reason(doors -> doors.sign(matter, mandate("HERSELF"), null)))
                .isEqualTo("giver child-does-not-sign-alone");
        assertThat(reason(doors -> doors.sign(matter, mandate("GUARDIAN"), null)))
                .isEqualTo("giver no-guardian-decides");
        care.below("""
                insert into guardian (guardian_id, case_id, type, name, powers, order_reference, mandate_from, conflict_checked_by, conflict_checked_at,
                                      needed_at, requested_at, appointed_at, recorded_at, recorded_by)
                select gen_random_uuid(), case_id, 'APPOINTED', 'n', '{LEGAL}', 'r', opened_at, 'w', opened_at, opened_at, opened_at, opened_at,
                       opened_at, opened_by from matter where matter_id = '%s'
                """.formatted(matter));
        door.does(LAWYER, HOUR, doors -> doors.sign(matter, mandate("GUARDIAN"), null));
        assertThat(stage()).isEqualTo("MANDATE_SIGNED");
    }

    @Test
    void a_court_gives_a_child_a_lawyer_where_nobody_else_can() throws Exception {
        care.below("update identity_minimum set child = true where case_id = '%s'".formatted(court.caseOf(matter)));
        check(false, false, false);
        door.does(LAWYER, HOUR, doors -> doors.sign(matter, mandate("COURT"), null));
        assertThat(stage()).isEqualTo("MANDATE_SIGNED");
    }

    @Test
    void she_ends_the_mandate_and_no_stage_follows_until_another_is_signed() throws Exception {
        check(false, false, false);
        door.does(LAWYER, HOUR, doors -> doors.sign(matter, mandate("HERSELF"), null));
        assertThat(reason(doors -> doors.endMandate(matter, new NewMandateEnd("HERSELF", today.minusDays(2)))))
                .isEqualTo("endedOn before-it-was-signed");
        assertThat(reason(doors -> doors.endMandate(matter, new NewMandateEnd("HERSELF", today.plusDays(3)))))
                .isEqualTo("endedOn in-the-future");
        door.does(LAWYER, HOUR, doors -> doors.endMandate(matter, new NewMandateEnd("HERSELF", today)));
        assertThat(reason(doors -> doors.endMandate(matter, new NewMandateEnd("HERSELF", today))))
                .isEqualTo("no-mandate-runs");
        Door<StageService> stages = new Door<>(care, on -> on.of(StageService.class));
        assertThat(stages.reason(LAWYER, doors -> doors.move(matter, new NewStage("PREPARATION"))))
                .isEqualTo("mandate-missing");
        door.does(LAWYER, HOUR, doors -> doors.sign(matter, mandate("HERSELF"), null));
        stages.does(LAWYER, HOUR, doors -> doors.move(matter, new NewStage("PREPARATION")));
        assertThat(of(LAWYER).mandates()).hasSize(2);
    }

    @Test
    void with_a_matter_that_is_closed_its_mandate_has_done_what_it_was_given_for() throws Exception {
        check(false, false, false);
        door.does(LAWYER, HOUR, doors -> doors.sign(matter, mandate("HERSELF"), null));
        care.as(LAWYER, HOUR, on -> {
            on.of(StageService.class).end(matter, new NewStage.NewMatterEnd("WITHDRAWN_BY_SURVIVOR", null, today));
            return null;
        });
        assertThat(reason(doors -> doors.endMandate(matter, new NewMandateEnd("HERSELF", today))))
                .isEqualTo("matter-closed");
        assertThat(of(LAWYER).mandates()).singleElement().satisfies(one -> assertThat(one.endedOn())
                .isEmpty());
    }

    @Test
    void whoever_knows_the_id_of_a_matter_that_does_not_open_to_them_is_told_what_is_told_of_none() throws Exception {
        check(false, false, false);
        String asked = "select acts_in('%1$s')::text || ' ' || stage_waits('%1$s', 'MANDATE_SIGNED')";
        assertThat(care.sees(LAWYER, HOUR, asked.formatted(matter))).isEqualTo("true mandate-missing");
        for (Who other : List.of(LEAD, SUPERVISOR, SHIFT, POLICE, new Who(24, 11, "PRL"), Care.ADMINISTRATOR)) {
            for (Object id : List.of(matter, UUID.randomUUID())) {
                assertThat(care.sees(other, HOUR, asked.formatted(id)))
                        .as(other.role())
                        .isEqualTo("false not-there");
            }
        }
    }

    @Test
    void a_mandate_that_is_ended_in_the_same_second_stops_the_stage() throws Exception {
        check(false, false, false);
        door.does(LAWYER, HOUR, doors -> doors.sign(matter, mandate("HERSELF"), null));
        Door<StageService> stages = new Door<>(care, on -> on.of(StageService.class));
        care.as(LAWYER, HOUR, ending -> {
            HearingDoors.wired(ending).of(CounselService.class).endMandate(matter, new NewMandateEnd("HERSELF", today));
            SameSecond.keptAfter(ending.sql(), () -> {
                stages.does(LAWYER, HOUR, doors -> doors.move(matter, new NewStage("PREPARATION")));
                return null;
            });
            return null;
        });
        assertThat(stage()).isEqualTo("MANDATE_SIGNED");
    }

    @Test
    void counsel_hands_over_to_a_colleague_and_then_acts_in_it_no_more() throws Exception {
        check(false, false, false);
        UUID colleague = colleague();
        care.writes(LAWYER, HOUR, """
                update hearing_minimum set hearing_at = caller_now() + interval '9 days', place = 'COURT', deadline_on = current_date + 5
                 where matter_id = '%s'
                """.formatted(matter));
        care.below("""
                insert into assignment (assignment_id, case_id, organisation_id, team_id, worker_id, from_at, assigned_by)
                select gen_random_uuid(), case_id, organisation_id, team_id, '%s', from_at, assigned_by
                  from assignment where case_id = '%s' and worker_id = '%s'
                """.formatted(colleague, court.caseOf(matter), LAWYER.id()));
        assertThat(of(LAWYER).counsel())
                .hasValueSatisfying(one -> assertThat(one.worker()).isEqualTo(LAWYER.id()));
        assertThat(reason(doors -> doors.handOver(matter, new NewCounsel(LEAD.id()))))
                .as("of another house")
                .isEqualTo("worker cannot-take-this-on");
        door.does(LAWYER, HOUR, doors -> doors.handOver(matter, new NewCounsel(LAWYER.id())));
        assertThat(handings()).as("whom it is in hand already").isEqualTo("1");
        care.below("update matter_counsel set from_at = from_at + interval '2 hours' where matter_id = '%s' returning 1"
                .formatted(matter));
        door.does(LAWYER, HOUR, doors -> doors.handOver(matter, new NewCounsel(colleague)));
        assertThat(of(LAWYER).counsel())
                .as("and whoever waited for another who took it began before it was taken")
                .hasValueSatisfying(one -> assertThat(one.worker()).isEqualTo(colleague));
        assertThat(of(LAWYER).acts()).isFalse();
        for (String line : List.of("matter", "hearing", "legal_deadline")) {
            assertThat(care.below("select string_agg(distinct counsel_id::text, ',') from %s where matter_id = '%s'"
                            .formatted(line, matter)))
                    .as("in whose calendar it stands: " + line)
                    .isEqualTo(colleague.toString());
        }
        assertThat(care.sees(
                        LAWYER,
                        HOUR,
                        "with w as (update matter_file set note = 'n' where matter_id = '%s' returning 1) select count(*) from w"
                                .formatted(matter)))
                .as("past the door, too")
                .isEqualTo("0");
        for (String writing : List.of(COST, EVIDENCE)) {
            assertThatThrownBy(() -> care.writes(LAWYER, HOUR, writing.formatted(matter)))
                    .hasMessageContaining("counsel_writes");
        }
        String protection = """
                insert into hearing_protection (hearing_id, matter_id, case_id, organisation_id, measure, asked_on)
                select hearing_id, matter_id, case_id, organisation_id, 'SCREEN', current_date from hearing where matter_id = '%s'
                """.formatted(matter);
        assertThatThrownBy(() -> care.writes(LAWYER, HOUR, protection)).hasMessageContaining("counsel_writes");
        care.below(protection + " returning 1");
        care.writes(LAWYER, HOUR, "delete from hearing_protection where matter_id = '%s'".formatted(matter));
        assertThat(care.below("select count(*) from hearing_protection where matter_id = '%s'".formatted(matter)))
                .as("what counsel asked to protect her stays asked")
                .isEqualTo("1");
        assertThat(handings()).isEqualTo("2");
    }

    @Test
    void a_colleague_of_the_team_who_does_not_have_her_file_takes_nothing_over() throws Exception {
        check(false, false, false);
        assertThat(reason(doors -> doors.handOver(matter, new NewCounsel(COLLEAGUE.id()))))
                .as("to whom her file is closed")
                .isEqualTo("worker cannot-take-this-on");
        assertThat(of(LAWYER).acts()).isTrue();
    }

    @Test
    void to_whom_her_file_was_given_acts_in_it_though_counsel_never_handed_it_over() throws Exception {
        check(false, false, false);
        care.below("""
                with ended as (
                  update assignment set until_at = from_at + interval '1 second'
                   where case_id = '%1$s' and worker_id = '%2$s' returning *)
                insert into assignment (assignment_id, case_id, organisation_id, team_id, worker_id, referral_id, from_at, assigned_by)
                select gen_random_uuid(), case_id, organisation_id, team_id, '%3$s', referral_id, until_at, assigned_by from ended
                """.formatted(court.caseOf(matter), LAWYER.id(), COLLEAGUE.id()));
        assertThat(of(COLLEAGUE).acts()).isTrue();
        door.does(COLLEAGUE, HOUR, doors -> doors.sign(matter, mandate("HERSELF"), null));
        assertThat(stage()).isEqualTo("MANDATE_SIGNED");
    }

    private String handings() throws Exception {
        return care.below("select count(*) from matter_counsel where matter_id = '%s'".formatted(matter));
    }

    @Test
    void before_whom_and_in_which_role_is_kept_and_the_last_day_to_file_is_a_last_day() throws Exception {
        check(false, false, false);
        assertThat(reason(doors -> doors.court(matter, court("c", today.minusDays(1)))))
                .isEqualTo("limitationOn in-the-past");
        door.does(LAWYER, HOUR, doors -> doors.court(matter, court("District court", today.plusDays(90))));
        door.does(LAWYER, HOUR, doors -> doors.court(matter, court("Court of first instance", today.plusDays(60))));
        assertThat(of(LAWYER).court())
                .hasValueSatisfying(one -> assertThat(one.court()).contains("Court of first instance"));
        assertThat(care.sees(
                        LEAD,
                        HOUR,
                        "select string_agg(due_on::text, ',') from legal_deadline where matter_id = '%s' and ended_at is null"
                                .formatted(matter)))
                .as("who leads knows the day, and not what for")
                .isEqualTo(today.plusDays(60).toString());
    }

    @Test
    void it_is_her_lawyers_alone() throws Exception {
        check(false, false, false);
        door.does(LAWYER, HOUR, doors -> doors.sign(matter, mandate("HERSELF"), null));
        for (Who other : List.of(LEAD, SUPERVISOR, SHIFT, POLICE, Care.ADMINISTRATOR)) {
            for (String table : TABLES) {
                assertThat(care.sees(
                                other, HOUR, "select count(*) from %s where matter_id = '%s'".formatted(table, matter)))
                        .as(other.role() + " " + table)
                        .isEqualTo("0");
            }
        }
        assertThat(door.reason(LEAD, doors -> doors.of(matter))).isEqualTo("legal-not-open");
    }

    private UUID colleague() throws Exception {
        return colleague("LAW");
    }

    private UUID colleague(String role) throws Exception {
        UUID id = UUID.randomUUID();
        care.below("""
                insert into worker (worker_id, subject, organisation_id, name, kind, locale, zone)
                  values ('%1$s', 'colleague-%1$s', '%2$s', 'A Colleague', 'PERSON', 'en', 'UTC');
                insert into worker_role (worker_id, role_code) values ('%1$s', '%3$s')
                """.formatted(id, LAWYER.organisation(), role));
        return id;
    }

    private boolean told(Who who) throws Exception {
        return care.as(who, HOUR, on -> on.of(ProceedingService.class)
                .of(court.caseOf(matter))
                .matters()
                .get(0)
                .declined());
    }

    private void check(boolean otherMatter, boolean colleague, boolean known) throws Exception {
        door.does(LAWYER, HOUR, doors -> doors.check(matter, found(otherMatter, colleague, known, List.of()), null));
    }

    private static NewConflictCheck found(boolean otherMatter, boolean colleague, boolean known, List<UUID> apart) {
        return new NewConflictCheck("TRAFFICKER", otherMatter, colleague, known, apart);
    }

    private NewMandate mandate(String giver) {
        return new NewMandate(giver, "ALL_INSTANCES", today, null);
    }

    private static NewCourt court(String name, LocalDate limitation) {
        return new NewCourt(name, "12 C 34/26", "CIVIL_PARTY", "TRAFFICKER", limitation);
    }

    private String stage() throws Exception {
        return care.below("select stage from matter_stage where matter_id = '%s'".formatted(matter));
    }

    private String reason(Door.Deed<CounselService> deed) {
        return door.reason(LAWYER, deed);
    }

    private CounselView of(Who who) throws Exception {
        return care.as(who, HOUR, on -> on.of(CounselService.class).of(matter));
    }
}
