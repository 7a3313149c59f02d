package org.alongside.healthcare;

import static org.alongside.setup.Care.COLLEAGUE;
import static org.alongside.setup.Care.COUNSELLOR;
import static org.alongside.setup.Care.DOCTOR;
import static org.alongside.setup.Care.LEAD;
import static org.alongside.setup.Care.OUTSIDE;
import static org.alongside.setup.Care.SHIFT;
import static org.alongside.setup.Care.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.alongside.healthcare.CareEvent.CareEnded;
import org.alongside.healthcare.CareEvent.CareSettled;
import org.alongside.healthcare.CareEvent.CareUrgent;
import org.alongside.healthcare.NewCare.AppointmentTurn;
import org.alongside.healthcare.NewCare.NewAppointment;
import org.alongside.healthcare.NewCare.NewCareEnd;
import org.alongside.healthcare.NewCare.NewDailyHealth;
import org.alongside.healthcare.NewCare.NewExposure;
import org.alongside.healthcare.NewCare.NewForensicAgreement;
import org.alongside.healthcare.NewCare.NewHealthFinding;
import org.alongside.setup.Care;
import org.alongside.setup.Care.On;
import org.alongside.setup.Door;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.alongside.shared.CaseId;
import org.alongside.shared.UrgentCareId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Her health, through its doors and past them: who knows what of it, and what cannot wait. */
class HealthTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final List<String> WHOLE =
            List.of("health_need", "forensic_agreement", "health_appointment_need", "urgent_care_reason");
    private static final List<String> MINIMUM = List.of("health_appointment", "health_daily", "urgent_care");

    private final Care care = new Care(TestDatabase.get());
    private final Door<HealthService> door = new Door<>(care, on -> doors(on));
    private CaseId her;

    @BeforeEach
    void she_is_treated() throws Exception {
        her = care.survivor(false);
    }

    @Test
    void what_was_found_is_for_who_treats_her_and_for_whom_she_agreed_to_it_and_nobody_else_ever_sees_a_row()
            throws Exception {
        everythingOfIt();
        for (String table : WHOLE) {
            assertThat(rows(DOCTOR, table)).as(table).isEqualTo("1");
            assertThat(rows(COUNSELLOR, table))
                    .as("she agreed to that, " + table)
                    .isEqualTo("1");
            for (Who who : List.of(LEAD, SUPERVISOR, SHIFT, COLLEAGUE)) {
                assertThat(rows(who, table)).as(who + " " + table).isEqualTo("0");
            }
        }
        for (Who who : OUTSIDE) {
            for (String table : WHOLE) {
                assertThat(rows(who, table)).as(who + " " + table).isEqualTo("0");
            }
            for (String table : MINIMUM) {
                assertThat(rows(who, table)).as(who + " " + table).isEqualTo("0");
            }
        }
    }

    @Test
    void who_leads_knows_appointments_limits_and_what_cannot_wait_and_the_house_allergies_hours_and_precautions()
            throws Exception {
        everythingOfIt();
        HealthView lead = read(LEAD);
        assertThat(lead.findings()).isEmpty();
        assertThat(lead.agreement()).isEmpty();
        assertThat(lead.appointments()).hasSize(1).allMatch(one -> one.need().isEmpty());
        assertThat(lead.daily()).extracting(HealthView.DailyHealth::kind).containsExactly("LIMIT");
        assertThat(lead.urgent()).hasSize(1).allMatch(one -> one.kind().isEmpty());
        HealthView house = read(SHIFT);
        assertThat(house.appointments()).isEmpty();
        assertThat(house.urgent()).isEmpty();
        assertThat(house.daily())
                .extracting(HealthView.DailyHealth::kind)
                .containsExactly("ALLERGY", "MEDICINE", "PRECAUTION");
        assertThat(house.daily().get(1).times()).containsExactly("08:00", "20:30");
        HealthView supervisor = read(SUPERVISOR);
        assertThat(supervisor.urgent())
                .as("by when, and nothing else")
                .hasSize(1)
                .allMatch(one -> one.kind().isEmpty());
        assertThat(supervisor.appointments()).isEmpty();
        assertThat(supervisor.daily()).isEmpty();
        HealthView doctor = read(DOCTOR);
        assertThat(doctor.findings()).extracting(HealthView.HealthFinding::need).containsExactly("STI_HIV");
        assertThat(doctor.appointments().get(0).need()).contains("FORENSIC");
        assertThat(doctor.urgent().get(0).kind()).contains("PEP");
        assertThat(door.reason(new Who(12, 6, "LAW"), doors -> doors.of(her))).isEqualTo("health-not-open");
    }

    @Test
    void the_journey_tells_who_leads_that_there_is_something_and_nobody_outside_even_that() throws Exception {
        everythingOfIt();
        assertThat(journey(LEAD)).containsExactlyInAnyOrder("health-ahead AT_THE_PROVIDER", "health-urgent ");
        assertThat(journey(DOCTOR)).containsExactlyInAnyOrder("health-ahead AT_THE_PROVIDER", "health-urgent ");
        assertThat(journey(SUPERVISOR)).as("by when it cannot wait").containsExactly("health-urgent ");
        assertThat(journey(SHIFT)).isEmpty();
        for (Who who : OUTSIDE) {
            assertThat(journey(who)).as(who.role()).isEmpty();
        }
        care.below("update health_appointment set state = 'KEPT' where case_id = '%s' returning state".formatted(her));
        care.below(
                "update urgent_care set ended_at = recorded_at, ended_by = recorded_by where case_id = '%s' returning 1"
                        .formatted(her));
        assertThat(journey(LEAD))
                .containsExactlyInAnyOrder("health-kept AT_THE_PROVIDER", "health-urgent ", "health-urgent-over ");
    }

    @Test
    void nobody_writes_what_is_not_theirs_neither_at_the_door_nor_past_it() throws Exception {
        assertThat(door.reason(LEAD, doors -> {
                    doors.find(her, finding("INJURY"), null);
                }))
                .isEqualTo("not-yours-to-write");
        assertThat(door.reason(LEAD, doors -> {
                    doors.plan(her, appointment("DENTAL"), null);
                }))
                .as("who leads does not say what for")
                .isEqualTo("need not-yours-to-know");
        assertThat(door.reason(SHIFT, doors -> {
                    doors.note(her, new NewDailyHealth("LIMIT", "SEEING", null, null), null);
                }))
                .isEqualTo("not-yours-to-write");
        assertThat(door.reason(LEAD, doors -> {
                    doors.note(her, new NewDailyHealth("ALLERGY", "NUTS", null, null), null);
                }))
                .isEqualTo("not-yours-to-write");
        String insert = "insert into %s values (gen_random_uuid(), '%s', '%s', %s)";
        for (Who who : List.of(LEAD, SHIFT, COUNSELLOR, SUPERVISOR)) {
            assertThatThrownBy(() -> care.writes(
                            who,
                            HOUR,
                            insert.formatted(
                                    "health_need",
                                    her,
                                    who.organisation(),
                                    "'INJURY', null, current_date, caller_now(), caller_worker()")))
                    .as(who.role())
                    .hasMessageContaining("row-level security");
        }
        assertThatThrownBy(() -> care.writes(
                        SHIFT,
                        HOUR,
                        insert.formatted(
                                "health_daily",
                                her,
                                SHIFT.organisation(),
                                "'LIMIT', 'SEEING', null, '{}', caller_now(), caller_worker()")))
                .hasMessageContaining("row-level security");
        door.does(
                SHIFT,
                HOUR,
                doors -> doors.note(her, new NewDailyHealth("ALLERGY", "NUTS", "Also in bread", null), null));
        assertThatThrownBy(() -> care.writes(DOCTOR, HOUR, "delete from health_daily"))
                .hasMessageContaining("denied");
        UUID noted = read(SHIFT).daily().get(0).id();
        door.does(SHIFT, HOUR.multipliedBy(2), doors -> doors.forget(her, noted));
        assertThat(read(SHIFT).daily()).isEmpty();
        assertThat(door.reason(SHIFT, doors -> {
                    doors.forget(her, noted);
                }))
                .isEqualTo("ended-already");
    }

    @Test
    void a_medicine_has_hours_and_no_name() throws Exception {
        assertThat(door.reason(SHIFT, doors -> {
                    doors.note(
                            her, new NewDailyHealth("MEDICINE", "BY_HERSELF", "The blue ones", List.of("08:00")), null);
                }))
                .isEqualTo("words no-words-with-medicine");
        assertThat(door.reason(SHIFT, doors -> {
                    doors.note(her, new NewDailyHealth("MEDICINE", "BY_HERSELF", null, List.of("25:00")), null);
                }))
                .isEqualTo("times not-an-hour");
        assertThat(door.reason(SHIFT, doors -> {
                    doors.note(her, new NewDailyHealth("MEDICINE", "NUTS", null, List.of("08:00")), null);
                }))
                .isEqualTo("what unknown-code");
    }

    @Test
    void a_forensic_examination_is_agreed_to_by_itself_and_off_in_the_moment_she_takes_it_back() throws Exception {
        assertThat(door.reason(DOCTOR, doors -> {
                    doors.plan(her, appointment("FORENSIC"), null);
                }))
                .isEqualTo("forensic-not-agreed");
        door.does(DOCTOR, HOUR, doors -> doors.plan(her, appointment("DENTAL"), null));
        UUID dental = read(DOCTOR).appointments().get(0).id();
        assertThatThrownBy(() -> care.writes(
                        DOCTOR,
                        HOUR,
                        "insert into health_appointment_need values ('%s', '%s', '%s', 'FORENSIC')"
                                .formatted(dental, her, DOCTOR.organisation())))
                .as("past the door, too")
                .hasMessageContaining("agreed to by itself");
        door.does(DOCTOR, HOUR, doors -> doors.agree(her, new NewForensicAgreement("SELF", "eng", "NONE"), null));
        assertThat(door.reason(DOCTOR, doors -> {
                    doors.agree(her, new NewForensicAgreement("SELF", "eng", "NONE"), null);
                }))
                .isEqualTo("forensic-agreed-already");
        door.does(DOCTOR, HOUR, doors -> doors.plan(her, appointment("FORENSIC"), null));
        UUID agreement = read(DOCTOR).agreement().orElseThrow().id();
        door.does(DOCTOR, HOUR.multipliedBy(2), doors -> doors.withdraw(her, agreement));
        assertThat(read(DOCTOR).appointments())
                .filteredOn(one -> one.need().filter("FORENSIC"::equals).isPresent())
                .extracting(HealthView.Appointment::state)
                .containsExactly("DECLINED");
        assertThat(read(DOCTOR).appointments())
                .filteredOn(one -> one.need().filter("DENTAL"::equals).isPresent())
                .extracting(HealthView.Appointment::state)
                .containsExactly("PLANNED");
        assertThatThrownBy(() -> care.writes(
                        DOCTOR, DAY, "update forensic_agreement set withdrawn_at = null, withdrawn_by = null"))
                .hasMessageContaining("not permitted");
        CaseId child = care.survivor(true);
        assertThat(door.reason(DOCTOR, doors -> {
                    doors.agree(child, new NewForensicAgreement("SELF", "eng", "NONE"), null);
                }))
                .isEqualTo("child-not-alone");
        door.does(DOCTOR, HOUR, doors -> doors.agree(child, new NewForensicAgreement("GUARDIAN", "eng", "NONE"), null));
    }

    @Test
    void an_appointment_is_moved_kept_or_declined_and_not_kept_before_it_was() throws Exception {
        door.does(LEAD, HOUR, doors -> doors.plan(her, appointment(null), null));
        HealthView.Appointment one = read(LEAD).appointments().get(0);
        assertThat(one.carer()).as("by whom she wants to be examined").isEqualTo("WOMAN");
        assertThat(one.carerPromised()).isFalse();
        assertThat(door.reason(LEAD, doors -> {
                    doors.turn(her, one.id(), new AppointmentTurn("KEPT", null, true));
                }))
                .isEqualTo("appointment-not-yet");
        assertThat(door.reason(LEAD, doors -> {
                    doors.plan(her, new NewAppointment(care.now, "VIDEO", "EITHER", false, false, "NONE", null), null);
                }))
                .isEqualTo("appointmentAt in-the-past");
        door.does(
                LEAD,
                HOUR,
                doors -> doors.turn(her, one.id(), new AppointmentTurn("PLANNED", at(DAY.multipliedBy(4)), true)));
        assertThat(read(LEAD).appointments().get(0).carerPromised()).isTrue();
        door.does(
                LEAD, DAY.multipliedBy(5), doors -> doors.turn(her, one.id(), new AppointmentTurn("KEPT", null, true)));
        assertThat(door.reason(LEAD, DAY.multipliedBy(5), doors -> {
                    doors.turn(her, one.id(), new AppointmentTurn("MISSED", null, true));
                }))
                .isEqualTo("appointment-over");
    }

    @Test
    void an_exposure_begins_a_clock_for_each_kind_that_is_not_over() throws Exception {
        Instant exposed = care.now.minus(Duration.ofHours(60));
        List<Object> told = care.as(LEAD, Duration.ZERO, on -> {
            doors(on).expose(her, new NewExposure(List.of("PEP", "EC"), exposed), null);
            return on.told();
        });
        assertThat(told).hasSize(2);
        CareUrgent pep = (CareUrgent) told.get(0);
        CareUrgent ec = (CareUrgent) told.get(1);
        assertThat(pep.careBy()).isEqualTo(exposed.plus(Duration.ofHours(72)));
        assertThat(pep.supervisorAt()).isEqualTo(care.now.plus(Duration.ofHours(4)));
        assertThat(ec.careBy()).isEqualTo(exposed.plus(Duration.ofHours(120)));
        assertThat(pep.lead().value()).isEqualTo(LEAD.organisation());
        assertThat(door.reason(LEAD, doors -> {
                    doors.expose(her, new NewExposure(List.of("PEP"), exposed), null);
                }))
                .isEqualTo("exposure-recorded-already");
        assertThat(door.reason(LEAD, Duration.ofHours(13), doors -> {
                    doors.expose(her, new NewExposure(List.of("PEP"), exposed.plusSeconds(1)), null);
                }))
                .isEqualTo("kinds.0 window-over");
        assertThat(door.reason(LEAD, doors -> {
                    doors.expose(her, new NewExposure(List.of("EC"), care.now.plus(DAY)), null);
                }))
                .isEqualTo("exposedAt in-the-future");
        assertThat(door.reason(SHIFT, doors -> {
                    doors.expose(her, new NewExposure(List.of("EC"), exposed), null);
                }))
                .isEqualTo("not-yours-to-write");
        assertThat(door.reason(DOCTOR, doors -> {
                    doors.settle(her, pep.id(), new NewCareEnd("CARE_GIVEN", null));
                }))
                .as("who may only write does not know of what others began")
                .isEqualTo("not-there");
        assertThatThrownBy(() -> care.sees(
                        DOCTOR, HOUR, "select urgent_care_settle('%s', 'CARE_GIVEN', null)".formatted(pep.id())))
                .hasMessageContaining("not permitted");
        List<Object> settled = care.as(LEAD, HOUR.multipliedBy(2), on -> {
            doors(on).settle(her, pep.id(), new NewCareEnd("CARE_GIVEN", "Course begun"));
            return on.told();
        });
        assertThat(settled).containsExactly(new CareSettled(pep.id()));
        assertThat(door.reason(LEAD, doors -> {
                    doors.settle(her, pep.id(), new NewCareEnd("DECLINED", null));
                }))
                .isEqualTo("ended-already");
        assertThat(read(LEAD).urgent())
                .filteredOn(one -> one.endedAt().isPresent())
                .as("who leads knows that it is over, and not how")
                .hasSize(1)
                .allMatch(one -> one.outcome().isEmpty());
        assertThat(care.below("select case_named('%s')".formatted(pep.id()))).isEqualTo(her.toString());
    }

    @Test
    void what_cannot_wait_ends_with_the_file_and_is_of_no_other_case() throws Exception {
        List<Object> told = care.as(LEAD, Duration.ZERO, on -> {
            doors(on).expose(her, new NewExposure(List.of("EC"), care.now.minus(HOUR)), null);
            return on.told();
        });
        UrgentCareId id = ((CareUrgent) told.get(0)).id();
        CaseId other = care.survivor(false);
        assertThat(door.reason(LEAD, doors -> {
                    doors.settle(other, id, new NewCareEnd("DECLINED", null));
                }))
                .isEqualTo("not-there");
        assertThat(ended()).as("not while it is open").isEmpty();
        care.below("update case_file set status = 'CLOSED' where case_id = '%s'".formatted(her));
        assertThat(ended()).containsExactly(new CareEnded(List.of(id)));
        assertThat(ended()).isEmpty();
        assertThatThrownBy(() -> door.does(
                        LEAD, HOUR, doors -> doors.expose(her, new NewExposure(List.of("EC"), care.now), null)))
                .as("in a closed file nothing begins")
                .hasMessageContaining("AL004");
    }

    private List<Object> ended() throws Exception {
        return care.as(LEAD, HOUR, on -> {
            on.of(CareEnds.class).closed(new org.alongside.closing.ClosingEvent.CaseClosed(her, false));
            return on.told();
        });
    }

    private void everythingOfIt() throws Exception {
        door.does(DOCTOR, Duration.ZERO, doors -> {
            doors.find(her, finding("STI_HIV"), null);
            doors.agree(her, new NewForensicAgreement("SELF", "eng", "NONE"), null);
            doors.plan(her, appointment("FORENSIC"), null);
            doors.note(her, new NewDailyHealth("LIMIT", "HEARING", "Face her when you speak", null), null);
            doors.note(her, new NewDailyHealth("ALLERGY", "PENICILLIN", null, null), null);
            doors.note(her, new NewDailyHealth("MEDICINE", "BY_THE_HOUSE", null, List.of("20:30", "08:00")), null);
            doors.note(her, new NewDailyHealth("PRECAUTION", "CONTACT", null, null), null);
            doors.expose(her, new NewExposure(List.of("PEP"), care.now.minus(HOUR)), null);
        });
    }

    private NewHealthFinding finding(String need) {
        return new NewHealthFinding(need, "More of it", LocalDate.ofInstant(care.now, ZoneOffset.UTC));
    }

    private NewAppointment appointment(String need) {
        return new NewAppointment(at(DAY.multipliedBy(3)), "AT_THE_PROVIDER", "WOMAN", false, true, "NONE", need);
    }

    private Instant at(Duration later) {
        return care.now.plus(later);
    }

    private String rows(Who who, String table) throws Exception {
        return care.sees(who, HOUR, "select count(*) from %s where case_id = '%s'".formatted(table, her));
    }

    private List<String> journey(Who who) throws Exception {
        return care.as(who, HOUR, on -> on.of(HealthJournal.class).of(her).stream()
                .map(one -> one.kind() + " " + one.place())
                .toList());
    }

    private HealthView read(Who who) throws Exception {
        return care.as(who, HOUR, on -> doors(on).of(her));
    }

    private static HealthService doors(On on) {
        return on.wired()
                .with(
                        HealthWindows.class,
                        kind -> new HealthWindows.HealthWindow(
                                HOUR.multipliedBy(4), Duration.ofHours("PEP".equals(kind) ? 72 : 120)))
                .of(HealthService.class);
    }
}
