package org.alongside.access;

import static org.alongside.setup.Care.DOCTOR;
import static org.alongside.setup.Care.LEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.closing.ClosingService;
import org.alongside.closing.NewGround;
import org.alongside.consent.InformationService;
import org.alongside.consent.NewInformation;
import org.alongside.guardian.BestInterestsService;
import org.alongside.guardian.NewBestInterests;
import org.alongside.healthcare.HealthService;
import org.alongside.healthcare.NewCare.NewHealthFinding;
import org.alongside.interview.InterviewService;
import org.alongside.interview.NewInterview.NewCooperation;
import org.alongside.interview.NewInterview.NewStatement;
import org.alongside.livelihood.LivingService;
import org.alongside.livelihood.NewLiving.NewLivelihood;
import org.alongside.outcome.NewMeasure;
import org.alongside.outcome.OutcomeService;
import org.alongside.proceeding.CounselService;
import org.alongside.proceeding.HearingService;
import org.alongside.proceeding.HearingTimes;
import org.alongside.proceeding.HearingTimes.HearingTime;
import org.alongside.proceeding.NewCounsel.NewConflictCheck;
import org.alongside.proceeding.NewCounsel.NewMandate;
import org.alongside.proceeding.NewCounsel.NewMandateEnd;
import org.alongside.proceeding.NewHearingDay;
import org.alongside.proceeding.NewHearingDay.NewProtectionAnswer;
import org.alongside.proceeding.PaymentService;
import org.alongside.proceeding.PaymentService.NewPayment;
import org.alongside.reintegration.NewReintegration;
import org.alongside.reintegration.NewReintegration.NewGiven;
import org.alongside.reintegration.NewReintegration.NewReceiver;
import org.alongside.reintegration.ReintegrationService;
import org.alongside.reintegration.ReturnTimes;
import org.alongside.safety.Alarm;
import org.alongside.setup.Care;
import org.alongside.setup.Court;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.alongside.setup.Wired;
import org.alongside.shared.CaseId;
import org.alongside.shared.MatterId;
import org.alongside.shared.Refusal;
import org.alongside.shared.ReintegrationId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is written down of a day is held against the day where whoever writes it is, past midnight there and not yet in UTC, and the other way round. */
class DayWhereTheyAreTest {
    private static final Who LAWYER = Court.LAWYER;
    private static final UUID GAD7 = UUID.fromString("00000000-0000-4000-c100-000000000002");

    private final TestDatabase database = TestDatabase.own();
    private final Care care = new Care(database);
    private CaseId her;
    private CaseId child;
    private ReintegrationId going;
    private MatterId matter;
    private UUID hearing;

    /** Writes down something of a day, through one of the doors. */
    @FunctionalInterface
    private interface Writing {
        void of(LocalDate day, Wired wired);
    }

    /** One door. */
    private record Door(Who who, Writing writing) {}

    @BeforeEach
    void she_is_led_and_decided_to_go_home() throws Exception {
        her = care.survivor(false);
        child = care.survivor(true);
        care.below("insert into identity (case_id, age_basis, maybe_child) values ('%s', 'ESTIMATED', false)"
                .formatted(her));
        care.below("insert into demographics (case_id, sex, region) values ('%s', 'FEMALE', 'HARBOUR')".formatted(her));
        care.below("insert into demographics_minimum (case_id, language, interpreter) values ('%s', 'eng', 'NONE')"
                .formatted(her));
        care.below("""
                insert into access_grant (grant_id, case_id, organisation_id, category, level, basis, valid_from, valid_until, given_by)
                select gen_random_uuid(), case_id, organisation_id, 4, level, basis, valid_from, valid_until, given_by
                  from access_grant where case_id = '%s' and category = 3
                """.formatted(her));
        LocalDate before = LocalDate.ofInstant(care.now, ZoneOffset.UTC).minusDays(9);
        going = care.as(LEAD, Duration.ZERO, on -> doors(on.wired())
                .of(ReintegrationService.class)
                .plan(her, new NewReintegration("VOLUNTARY", "MD", before, before, "eng", "NOBODY"), null));
        a_court_ordered_money_and_is_asked_to_protect_her();
    }

    private void a_court_ordered_money_and_is_asked_to_protect_her() throws Exception {
        matter = new Court(database, care).matter("ADHESION", "ENFORCEMENT");
        care.writes(
                LAWYER,
                Duration.ZERO,
                "update matter_file set currency = 'EUR', claimed = 900, ordered = 500 where matter_id = '%s'"
                        .formatted(matter));
        Instant inAMonth = care.now.plus(Duration.ofDays(30));
        hearing = care.as(LAWYER, Duration.ZERO, on -> doors(on.wired())
                .of(HearingService.class)
                .set(
                        matter,
                        new NewHearingDay(
                                inAMonth, "TRIAL_TESTIMONY", "COURT", "IN_PERSON", List.of(), List.of("SCREEN")),
                        null));
    }

    @Test
    void today_is_where_they_are_and_tomorrow_is_to_come() throws Exception {
        holds("Asia/Manila", 20, 1);
    }

    @Test
    void it_is_still_yesterday_where_they_are() throws Exception {
        holds("America/Los_Angeles", 3, -1);
    }

    /**
     * @param hour of the day in UTC
     * @param ahead how many days their day is ahead of that of UTC
     */
    private void holds(String zone, int hour, int ahead) throws Exception {
        care.below("update worker set zone = '" + zone + "'");
        LocalDate utc = LocalDate.ofInstant(care.now, ZoneOffset.UTC).plusDays(2);
        Instant at = utc.atTime(hour, 0).toInstant(ZoneOffset.UTC);
        Duration later = Duration.between(care.now, at);
        LocalDate today = utc.plusDays(ahead);
        for (Map.Entry<String, Door> door : all().entrySet()) {
            Refusal refused =
                    catchThrowableOfType(Refusal.class, () -> write(door.getValue(), today.plusDays(1), later));
            assertThat(refused).as(door.getKey()).isNotNull();
            assertThat(refused.reasons()).as(door.getKey()).anyMatch(reason -> reason.code()
                    .equals("in-the-future"));
            assertThatCode(() -> write(door.getValue(), today, later))
                    .as(door.getKey())
                    .doesNotThrowAnyException();
        }
    }

    private Map<String, Door> all() {
        Map<String, Door> all = new LinkedHashMap<>();
        all.put("what she signed", new Door(LAWYER, (day, wired) -> {
            if (wired.of(CounselService.class).of(matter).checks().isEmpty()) {
                wired.of(CounselService.class)
                        .check(matter, new NewConflictCheck("TRAFFICKER", false, false, false, List.of()), null);
            }
            wired.of(CounselService.class).sign(matter, new NewMandate("HERSELF", "THIS_MATTER", day, null), null);
        }));
        all.put("who ended what she signed", new Door(LAWYER, (day, wired) -> wired.of(CounselService.class)
                .endMandate(matter, new NewMandateEnd("HERSELF", day))));
        all.put("what was gone through with her", new Door(LEAD, (day, wired) -> wired.of(ClosingService.class)
                .note(her, new NewGround(null, null, null, null, day, null, null, null, null))));
        all.put("what is best for a child", new Door(LEAD, (day, wired) -> wired.of(BestInterestsService.class)
                .note(child, new NewBestInterests("CLOSING", "BIA", "SUPPORTS", day, "PANEL", true, null))));
        all.put("what she was told", new Door(LEAD, (day, wired) -> wired.of(InformationService.class)
                .record(
                        her,
                        new NewInformation(List.of("RECOVERY_PERIOD"), day, "eng", List.of("SPOKEN"), "WE"),
                        null)));
        all.put("what was found", new Door(DOCTOR, (day, wired) -> wired.of(HealthService.class)
                .find(her, new NewHealthFinding("INJURY", null, day), null)));
        all.put("a step of hers", new Door(LEAD, (day, wired) -> wired.of(LivingService.class)
                .begin(her, new NewLivelihood("COURSE", "Sewing", null, day, null, null, day), null)));
        all.put("how she is", new Door(LEAD, (day, wired) -> wired.of(OutcomeService.class)
                .measure(her, new NewMeasure(GAD7, "QUARTER", "HERSELF", day, Collections.nCopies(7, 0), true), null)));
        all.put("who receives her", new Door(LEAD, (day, wired) -> wired.of(ReintegrationService.class)
                .confirm(going, new NewReceiver(null, "Casa Nova", "Ana, who leads it", day, "PHONE"))));
        all.put("what she was given", new Door(LEAD, (day, wired) -> wired.of(ReintegrationService.class)
                .give(going, new NewGiven("CASH", "TRAVEL", new BigDecimal("20.00"), "EUR", null, day, null), null)));
        all.put("what she told", new Door(LEAD, (day, wired) -> wired.of(InterviewService.class)
                .record(her, new NewStatement("COURT", day, "VIDEO", List.of("LAWYER"), null), null)));
        all.put("whether she cooperates", new Door(LEAD, (day, wired) -> wired.of(InterviewService.class)
                .decide(her, new NewCooperation("NOT_YET", day), null)));
        all.put("what was paid", new Door(LAWYER, (day, wired) -> wired.of(PaymentService.class)
                .note(matter, new NewPayment(day, BigDecimal.TEN, "STATE_FUND"), null)));
        all.put("what the court answered", new Door(LAWYER, (day, wired) -> wired.of(HearingService.class)
                .answer(matter, hearing, new NewProtectionAnswer("SCREEN", "GRANTED", day))));
        return all;
    }

    private void write(Door door, LocalDate day, Duration later) throws Exception {
        care.as(door.who(), later, on -> {
            door.writing().of(day, doors(on.wired()));
            return null;
        });
    }

    private static Wired doors(Wired wired) {
        Duration week = Duration.ofDays(7);
        HearingTimes times = () -> new HearingTime(week, week, week, week);
        return Alarm.in(wired)
                .with(ReturnTimes.class, step -> Duration.ofDays(14))
                .with(HearingTimes.class, times);
    }
}
