package org.alongside.outcome;

import static org.alongside.setup.Care.ADMINISTRATOR;
import static org.alongside.setup.Care.COUNSELLOR;
import static org.alongside.setup.Care.LEAD;
import static org.alongside.setup.Care.MENTOR;
import static org.alongside.setup.Care.MENTORS_SUPERVISOR;
import static org.alongside.setup.Care.OUTSIDE;
import static org.alongside.setup.Care.SHIFT;
import static org.alongside.setup.Care.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.outcome.NewScale.NewScaleAnswer;
import org.alongside.outcome.NewScale.NewScaleBand;
import org.alongside.outcome.NewScale.NewScaleItem;
import org.alongside.outcome.OutcomeView.OutcomeMeasure;
import org.alongside.safety.Alarm;
import org.alongside.safety.SafetyEvent.AlertRaised;
import org.alongside.setup.Care;
import org.alongside.setup.Care.On;
import org.alongside.setup.Door;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.alongside.shared.CaseId;
import org.junit.jupiter.api.Test;

/** How she is, by scales that are data: through its doors and past them, for her and in counts. */
class OutcomeTest {
    private static final Duration HOUR = Duration.ofHours(1);

    /** When the quarter in which they were measured is over. */
    private static final Duration OVER = Duration.ofDays(100);

    private static final UUID PHQ9 = UUID.fromString("00000000-0000-4000-c100-000000000001");
    private static final UUID GAD7 = UUID.fromString("00000000-0000-4000-c100-000000000002");

    private final Care care = new Care(TestDatabase.own());
    private final Door<OutcomeService> door = new Door<>(care, on -> doors(on));
    private final LocalDate today = LocalDate.ofInstant(care.now.plus(HOUR), ZoneOffset.UTC);

    @Test
    void two_scales_come_with_the_product_each_with_version_language_ranges_licence_and_source() throws Exception {
        List<Scale> scales = care.as(LEAD, HOUR, on -> doors(on).scales());
        assertThat(scales).extracting(Scale::code).containsExactly("GAD-7", "PHQ-9");
        assertThat(scales).allSatisfy(scale -> {
            assertThat(scale.licence())
                    .contains("No permission required to reproduce, translate, display or distribute");
            assertThat(scale.source()).contains("phqscreeners.com");
            assertThat(scale.language()).isEqualTo("eng");
            assertThat(scale.adultsOnly()).isTrue();
            assertThat(scale.answers()).hasSize(4);
            assertThat(scale.bands().get(0).from()).isEqualTo(scale.least());
            assertThat(scale.bands().get(scale.bands().size() - 1).until()).isEqualTo(scale.most());
        });
        assertThat(scales.get(0).items()).hasSize(7);
        assertThat(scales.get(0).most()).isEqualTo(21);
        assertThat(scales.get(1).items()).hasSize(9);
        assertThat(scales.get(1).most()).isEqualTo(27);
        assertThat(scales.get(1).items())
                .filteredOn(Scale.ScaleItem::alarms)
                .extracting(Scale.ScaleItem::position)
                .containsExactly(9);
    }

    @Test
    void an_answer_outside_its_range_is_refused_in_words_and_past_the_door() throws Exception {
        CaseId her = care.survivor(false);
        assertThat(door.reason(LEAD, doors -> doors.measure(her, measure(GAD7, "ENTRY", 0, 0, 0, 4, 0, 0, 0), null)))
                .isEqualTo("answers.3 answer-out-of-range");
        assertThat(door.reason(LEAD, doors -> doors.measure(her, measure(GAD7, "ENTRY", 0, 0, 0, -1, 0, 0, 0), null)))
                .isEqualTo("answers.3 answer-out-of-range");
        assertThat(door.reason(LEAD, doors -> doors.measure(her, measure(GAD7, "ENTRY", 0, 0), null)))
                .isEqualTo("answers answer-all");
        assertThat(door.reason(LEAD, doors -> doors.measure(her, measure(GAD7, "NEVER", 0, 0, 0, 0, 0, 0, 0), null)))
                .isEqualTo("point unknown-code");
        String past =
                "select measure_add(gen_random_uuid(), '%s', '%s', 'ENTRY', 'HERSELF', current_date, true, '{%s}')";
        assertThatThrownBy(() -> care.sees(LEAD, HOUR, past.formatted(her, GAD7, "0,0,0,0,0,0,4")))
                .hasMessageContaining("outside its range");
        assertThatThrownBy(() -> care.sees(LEAD, HOUR, past.formatted(her, GAD7, "0,0,0,0,0,0")))
                .hasMessageContaining("outside its range");
        assertThatThrownBy(() -> care.sees(LEAD, HOUR, past.formatted(her, GAD7, "0,0,0,0,0,0,null")))
                .hasMessageContaining("outside its range");
        assertThatThrownBy(() -> care.sees(SUPERVISOR, HOUR, past.formatted(her, GAD7, "0,0,0,0,0,0,0")))
                .as("who looks after them measures nobody")
                .hasMessageContaining("not permitted");
        assertThat(care.below("select count(*) from measure")).isEqualTo("0");
    }

    @Test
    void a_scale_for_adults_is_never_put_to_a_child_nor_offered() throws Exception {
        CaseId child = care.survivor(true);
        assertThat(care.as(LEAD, HOUR, on -> doors(on).of(child)).scales()).isEmpty();
        assertThat(door.reason(
                        LEAD, doors -> doors.measure(child, measure(PHQ9, "ENTRY", 0, 0, 0, 0, 0, 0, 0, 0, 0), null)))
                .isEqualTo("scale scale-for-adults");
        assertThatThrownBy(() -> care.sees(
                        LEAD,
                        HOUR,
                        "select measure_add(gen_random_uuid(), '%s', '%s', 'ENTRY', 'HERSELF', current_date, true, '{0,0,0,0,0,0,0}')"
                                .formatted(child, GAD7)))
                .hasMessageContaining("not permitted");
    }

    @Test
    void the_ninth_answer_raises_an_alert_without_a_word_and_the_others_none() throws Exception {
        CaseId her = care.survivor(false);
        List<Object> told = care.as(COUNSELLOR, HOUR, on -> {
            doors(on).measure(her, measure(PHQ9, "ENTRY", 3, 3, 3, 3, 3, 3, 3, 3, 0), null);
            return on.told();
        });
        assertThat(told).isEmpty();
        told = care.as(COUNSELLOR, HOUR, on -> {
            doors(on).measure(her, measure(PHQ9, "QUARTER", 0, 0, 0, 0, 0, 0, 0, 0, 1), null);
            return on.told();
        });
        assertThat(told).hasSize(1);
        AlertRaised raised = (AlertRaised) told.get(0);
        assertThat(raised.severity()).isEqualTo("CRITICAL");
        assertThat(care.below("select type from safety_alert where alert_id = '%s'".formatted(raised.alert())))
                .isEqualTo("SELF_HARM");
        assertThat(care.below("select count(*) from safety_alert_word"))
                .as("not a word")
                .isEqualTo("0");
    }

    @Test
    void what_she_answered_is_for_who_asked_her_and_the_sum_for_who_leads_where_she_says_so() throws Exception {
        CaseId her = care.survivor(false);
        door.does(COUNSELLOR, HOUR, doors -> doors.measure(her, measure(GAD7, "ENTRY", 3, 3, 3, 3, 3, 0, 0), null));
        assertThat(read(LEAD, her)).as("she did not say so").isEmpty();
        assertThat(care.sees(LEAD, HOUR, "select count(*) from measure where case_id = '%s'".formatted(her)))
                .isEqualTo("0");
        NewMeasure told = new NewMeasure(GAD7, "QUARTER", "HERSELF", today, List.of(2, 2, 2, 2, 2, 0, 0), true);
        care.as(COUNSELLOR, HOUR.plusMinutes(1), on -> {
            doors(on).measure(her, told, null);
            return null;
        });
        List<OutcomeMeasure> lead = read(LEAD, her);
        assertThat(lead).extracting(OutcomeMeasure::score).containsExactly(10);
        assertThat(lead.get(0).answers()).as("the sum, and no answer").isEmpty();
        assertThat(care.sees(LEAD, HOUR, "select count(*) from measure_answer where case_id = '%s'".formatted(her)))
                .isEqualTo("0");
        assertThat(journey(LEAD, her)).as("what she let them know of").containsExactly("QUARTER");
        assertThat(journey(COUNSELLOR, her)).containsExactlyInAnyOrder("ENTRY", "QUARTER");
        assertThat(journey(SHIFT, her)).isEmpty();
        assertThat(journey(OUTSIDE.get(1), her)).isEmpty();
        List<OutcomeMeasure> own = read(COUNSELLOR, her);
        assertThat(own).extracting(OutcomeMeasure::score).containsExactly(15, 10);
        assertThat(own.get(1).answers()).containsExactly(2, 2, 2, 2, 2, 0, 0);
        assertThat(read(SHIFT, her)).isEmpty();
        for (Who who : OUTSIDE) {
            for (String table : List.of("measure", "measure_answer")) {
                assertThat(care.sees(who, HOUR, "select count(*) from " + table))
                        .as(who.role())
                        .isEqualTo("0");
            }
        }
        assertThatThrownBy(() -> care.writes(COUNSELLOR, HOUR, "update measure set score = 0"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> care.writes(COUNSELLOR, HOUR, "delete from measure_answer"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void others_are_brought_in_by_an_administrator_who_is_told_what_is_wrong_with_them() throws Exception {
        assertThat(door.reason(
                        ADMINISTRATOR,
                        doors -> doors.bring(scale("X-1", 0, 3, 9, List.of(new NewScaleBand(0, 6, "all"))), null)))
                .isEqualTo("items.0.alarmFrom answer-out-of-range");
        assertThat(door.reason(
                        ADMINISTRATOR,
                        doors -> doors.bring(
                                scale(
                                        "X-1",
                                        0,
                                        3,
                                        3,
                                        List.of(new NewScaleBand(0, 2, "a"), new NewScaleBand(4, 6, "b"))),
                                null)))
                .isEqualTo("bands.1.from band-with-a-gap");
        assertThat(door.reason(
                        ADMINISTRATOR,
                        doors -> doors.bring(scale("X-1", 0, 3, 3, List.of(new NewScaleBand(0, 5, "a"))), null)))
                .isEqualTo("bands bands-end-elsewhere");
        assertThat(door.reason(
                        ADMINISTRATOR,
                        doors -> doors.bring(scale("x 1", 0, 3, 3, List.of(new NewScaleBand(0, 6, "a"))), null)))
                .isEqualTo("code not-a-scale-code");
        NewScale good = scale("X-1", 0, 3, 3, List.of(new NewScaleBand(0, 3, "Low"), new NewScaleBand(4, 6, "High")));
        door.does(ADMINISTRATOR, HOUR, doors -> doors.bring(good, null));
        assertThat(door.reason(ADMINISTRATOR, doors -> doors.bring(good, null))).isEqualTo("scale-there-already");
        assertThatThrownBy(
                        () -> care.writes(
                                LEAD,
                                HOUR,
                                "insert into scale values (gen_random_uuid(), 'Y-1', '1', 'eng', 'n', 'i', false, false, 'l', 's', caller_now(), caller_worker(), null)"))
                .as("nobody else, past the door, too")
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> care.writes(
                        ADMINISTRATOR,
                        HOUR.multipliedBy(2),
                        "insert into scale_item values ('%s', 10, 'w', 0, 3, null)".formatted(PHQ9)))
                .as("nor is one changed that is there")
                .hasMessageContaining("row-level security");
        CaseId child = care.survivor(true);
        Scale brought = care.as(LEAD, HOUR, on -> doors(on).of(child)).scales().get(0);
        assertThat(brought.code()).as("for children, too").isEqualTo("X-1");
        door.does(LEAD, HOUR, doors -> doors.measure(child, measure(brought.id(), "ENTRY", 1, 3), null));
        door.does(ADMINISTRATOR, HOUR, doors -> doors.retire(brought.id()));
        assertThat(door.reason(LEAD, doors -> doors.measure(child, measure(brought.id(), "QUARTER", 1, 3), null)))
                .isEqualTo("scale unknown-scale");
        assertThat(read(LEAD, child))
                .as("what was measured stays")
                .extracting(OutcomeMeasure::score)
                .containsExactly(4);
    }

    @Test
    void counts_for_the_programme_tell_no_cell_of_fewer_than_five_and_none_that_gives_it_away() throws Exception {
        sums(6, 2);
        sums(6, 12);
        sums(3, 7);
        sums(7, 21);
        List<OutcomeCounts.OutcomeCell> cells = counts(MENTORS_SUPERVISOR).cells();
        assertThat(cells).extracting(OutcomeCounts.OutcomeCell::band).containsExactly(1, 2, 3, 4);
        assertThat(cells)
                .extracting(OutcomeCounts.OutcomeCell::people)
                .as("three are too few, and with them the next is not told")
                .containsExactly(Optional.empty(), Optional.empty(), Optional.of(6), Optional.of(7));
        sums(3, 8);
        assertThat(counts(MENTORS_SUPERVISOR).cells())
                .extracting(OutcomeCounts.OutcomeCell::people)
                .containsExactly(Optional.of(6), Optional.of(6), Optional.of(6), Optional.of(7));
        assertThat(counts(SUPERVISOR).cells()).as("of another house nothing").isEmpty();
        assertThat(care.sees(MENTOR, OVER, "select count(*) from outcome_counts('%s', current_date)".formatted(GAD7)))
                .isEqualTo("0");
    }

    @Test
    void what_could_still_change_is_not_counted_so_that_nobody_learns_of_the_one_who_was_measured_today()
            throws Exception {
        for (int sum : new int[] {2, 7, 12, 21}) {
            sums(6, sum);
        }
        assertThat(door.reason(MENTORS_SUPERVISOR, doors -> doors.count(GAD7, today)))
                .isEqualTo("quarter quarter-not-over");
        String past = "select count(*) from outcome_counts('%s', '%s')".formatted(GAD7, today);
        assertThat(care.sees(MENTORS_SUPERVISOR, HOUR, past))
                .as("nor past the door")
                .isEqualTo("0");
        List<OutcomeCounts.OutcomeCell> told = counts(MENTORS_SUPERVISOR).cells();
        assertThat(told).extracting(OutcomeCounts.OutcomeCell::people).containsOnly(Optional.of(6));
        CaseId late = care.survivorOfOthers();
        care.below("update access_grant set valid_until = 'infinity' where case_id = '" + late + "'");
        care.as(MENTOR, OVER, on -> {
            doors(on)
                    .measure(
                            late,
                            new NewMeasure(GAD7, "ENTRY", "HERSELF", today, List.of(3, 3, 3, 3, 3, 3, 3), false),
                            null);
            return null;
        });
        assertThat(counts(MENTORS_SUPERVISOR).cells())
                .as("what is written down later counts when it was written down")
                .isEqualTo(told);
    }

    @Test
    void a_person_is_counted_once_at_a_point_as_they_were_measured_last() throws Exception {
        List<CaseId> five = sums(5, 2);
        for (CaseId again : five) {
            care.as(MENTOR, HOUR.plusMinutes(1), on -> {
                doors(on).measure(again, measure(GAD7, "ENTRY", 3, 3, 3, 3, 3, 3, 3), null);
                return null;
            });
        }
        assertThat(counts(MENTORS_SUPERVISOR).cells().get(3).people())
                .as("with four empty cells nothing else is told")
                .isEmpty();
        sums(6, 2);
        sums(6, 7);
        sums(6, 12);
        assertThat(counts(MENTORS_SUPERVISOR).cells())
                .extracting(OutcomeCounts.OutcomeCell::people)
                .containsExactly(Optional.of(6), Optional.of(6), Optional.of(6), Optional.of(5));
    }

    private OutcomeCounts counts(Who who) throws Exception {
        return care.as(who, OVER, on -> doors(on).count(GAD7, today));
    }

    /** So many people with that sum at their entry. */
    private List<CaseId> sums(int people, int sum) throws Exception {
        List<CaseId> made = new ArrayList<>();
        for (int one = 0; one < people; one++) {
            CaseId caseId = care.survivorOfOthers();
            List<Integer> answers = new ArrayList<>(Collections.nCopies(7, sum / 7));
            for (int rest = 0; rest < sum % 7; rest++) {
                answers.set(rest, answers.get(rest) + 1);
            }
            door.does(
                    MENTOR,
                    HOUR,
                    doors -> doors.measure(
                            caseId, new NewMeasure(GAD7, "ENTRY", "HERSELF", today, answers, false), null));
            made.add(caseId);
        }
        return made;
    }

    private NewMeasure measure(UUID scale, String point, Integer... answers) {
        return new NewMeasure(scale, point, "HERSELF", today, List.of(answers), false);
    }

    private static NewScale scale(String code, int least, int most, Integer alarm, List<NewScaleBand> bands) {
        return new NewScale(
                code,
                "1",
                "eng",
                "One of ours",
                "How is it?",
                false,
                true,
                "Our own",
                "Our own",
                List.of(new NewScaleItem("One", least, most, alarm), new NewScaleItem("Two", least, most, null)),
                List.of(new NewScaleAnswer(0, "no"), new NewScaleAnswer(3, "yes")),
                bands);
    }

    private List<String> journey(Who who, CaseId caseId) throws Exception {
        return care.as(who, HOUR.multipliedBy(2), on -> on.of(OutcomeJournal.class).of(caseId).stream()
                .map(OutcomeJournal.Measured::point)
                .toList());
    }

    private List<OutcomeMeasure> read(Who who, CaseId caseId) throws Exception {
        return care.as(who, HOUR.multipliedBy(2), on -> doors(on).of(caseId)).courses().stream()
                .flatMap(course -> course.measures().stream())
                .toList();
    }

    private static OutcomeService doors(On on) {
        return Alarm.in(on.wired()).of(OutcomeService.class);
    }
}
