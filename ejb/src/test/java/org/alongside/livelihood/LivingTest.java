package org.alongside.livelihood;

import static org.alongside.setup.Care.COUNSELLOR;
import static org.alongside.setup.Care.LEAD;
import static org.alongside.setup.Care.MENTOR;
import static org.alongside.setup.Care.OUTSIDE;
import static org.alongside.setup.Care.SHIFT;
import static org.alongside.setup.Care.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.alongside.closing.ClosingEvent.CaseClosed;
import org.alongside.livelihood.LivingEvent.Answered;
import org.alongside.livelihood.LivingEvent.NotAsked;
import org.alongside.livelihood.LivingEvent.ToBeAsked;
import org.alongside.livelihood.NewLiving.LivelihoodEnd;
import org.alongside.livelihood.NewLiving.NewEmployerCheck;
import org.alongside.livelihood.NewLiving.NewLivelihood;
import org.alongside.livelihood.NewLiving.NewVeto;
import org.alongside.livelihood.NewLiving.RetentionAnswer;
import org.alongside.setup.Care;
import org.alongside.setup.Care.On;
import org.alongside.setup.Door;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.alongside.shared.CaseId;
import org.alongside.shared.QuestionId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How she comes to live by herself, through its doors and past them: safe work, her no, and whether she still has it. */
class LivingTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final Care care = new Care(TestDatabase.get());
    private final Door<LivingService> door = new Door<>(care, on -> doors(on));
    private final LocalDate today = LocalDate.ofInstant(care.now, ZoneOffset.UTC);
    private final String bakery = "Bakery " + UUID.randomUUID();
    private CaseId her;

    @BeforeEach
    void she_wants_to_work() throws Exception {
        her = care.survivor(false);
    }

    @Test
    void no_work_with_an_employer_whom_nobody_checked_whose_check_is_too_old_or_says_no() throws Exception {
        assertThat(begins(UUID.randomUUID())).isEqualTo("employer unknown-employer");
        care.below(
                "insert into employer (employer_id, organisation_id, name, recorded_at, recorded_by) values (gen_random_uuid(), '%s', '%s', now(), '%s')"
                        .formatted(LEAD.organisation(), bakery, LEAD.id()));
        UUID id = employer(LEAD);
        assertThat(begins(id)).isEqualTo("employer employer-not-checked");
        assertThat(pastTheDoor(id)).contains("employer-not-checked");
        door.does(LEAD, HOUR, doors -> doors.check(check(bakery, "NOT_SAFE", today), null));
        assertThat(begins(id)).isEqualTo("employer employer-not-safe");
        assertThat(pastTheDoor(id)).contains("employer-not-safe");
        door.does(LEAD, HOUR.multipliedBy(2), doors -> doors.check(check(bakery, "SAFE", today), null));
        assertThat(door.reason(LEAD, Duration.ofDays(366), doors -> {
                    doors.begin(her, job(id, today.plusDays(366)), null);
                }))
                .isEqualTo("employer employer-check-too-old");
        door.does(SUPERVISOR, HOUR.multipliedBy(3), doors -> doors.check(check(bakery, "SAFE", today), null));
        EmployerView.EmployerChecked newest = employers(LEAD).newest().orElseThrow();
        assertThat(newest.by()).as("who looked").isEqualTo("Ilse Baur");
        assertThat(newest.against()).as("against what").containsExactly("LABOUR_CLAIMS", "NO_PUBLICITY");
        door.does(LEAD, HOUR.multipliedBy(4), doors -> doors.begin(her, job(id, today), null));
        assertThat(read(LEAD).steps()).extracting(LivingView.LivingStep::kind).containsExactly("JOB");
        door.does(LEAD, HOUR.multipliedBy(5), doors -> doors.check(check(bakery, "NOT_SAFE", today), null));
        assertThat(read(LEAD).steps().get(0).notSafe())
                .as("whoever found it not safe since, is heard")
                .isTrue();
        assertThat(door.reason(LEAD, doors -> {
                    doors.check(check(bakery, "SAFE", today.minusDays(400)), null);
                }))
                .isEqualTo("checkedOn too-long-ago");
    }

    @Test
    void never_with_one_whom_she_does_not_want_whatever_the_check_says() throws Exception {
        door.does(LEAD, HOUR, doors -> doors.check(check(bakery, "SAFE", today), null));
        UUID id = employer(LEAD);
        door.does(LEAD, HOUR, doors -> doors.veto(her, new NewVeto(id, true)));
        door.does(LEAD, HOUR, doors -> doors.veto(her, new NewVeto(id, true)));
        assertThat(begins(id)).isEqualTo("employer she-does-not-want-to");
        assertThat(pastTheDoor(id)).contains("she-does-not-want-to");
        assertThat(read(LEAD).employers())
                .filteredOn(one -> one.id().equals(id))
                .allMatch(one ->
                        one.against().filter("she-does-not-want-to"::equals).isPresent());
        CaseId another = care.survivor(false);
        door.does(LEAD, HOUR, doors -> doors.begin(another, job(id, today), null));
        door.does(LEAD, HOUR.multipliedBy(2), doors -> doors.veto(her, new NewVeto(id, false)));
        door.does(LEAD, HOUR.multipliedBy(3), doors -> doors.begin(her, job(id, today), null));
    }

    @Test
    void her_no_in_the_very_same_moment_counts() throws Exception {
        door.does(LEAD, HOUR, doors -> doors.check(check(bakery, "SAFE", today), null));
        UUID id = employer(LEAD);
        ExecutorService beside = Executors.newFixedThreadPool(2);
        try {
            CountDownLatch said = new CountDownLatch(1);
            CountDownLatch go = new CountDownLatch(1);
            Future<?> no = beside.submit(() -> care.as(LEAD, HOUR.multipliedBy(2), on -> {
                doors(on).veto(her, new NewVeto(id, true));
                said.countDown();
                return go.await(20, TimeUnit.SECONDS);
            }));
            assertThat(said.await(20, TimeUnit.SECONDS)).isTrue();
            Future<String> begun = beside.submit(() -> begins(id));
            await().until(() -> !care.below("select count(*) from pg_locks where not granted")
                    .equals("0"));
            go.countDown();
            assertThat(begun.get(20, TimeUnit.SECONDS)).isEqualTo("changed-meanwhile");
            no.get(20, TimeUnit.SECONDS);
        } finally {
            beside.shutdownNow();
        }
    }

    @Test
    void an_employer_is_there_once_in_a_house_and_no_other_house_knows_of_it() throws Exception {
        door.does(LEAD, HOUR, doors -> doors.check(check(bakery, "SAFE", today), null));
        door.does(
                SUPERVISOR, HOUR, doors -> doors.check(check("  " + bakery.toUpperCase() + " ", "SAFE", today), null));
        String count = "select count(*) from employer where name_key = '%s'".formatted(bakery.toLowerCase());
        assertThat(care.sees(LEAD, HOUR, count)).isEqualTo("1");
        assertThat(care.sees(MENTOR, HOUR, count)).isEqualTo("0");
        for (Who who : OUTSIDE) {
            assertThat(care.sees(who, HOUR, count)).as(who.role()).isEqualTo("0");
            assertThat(care.sees(
                            who,
                            HOUR,
                            "select count(*) from employer_check k join employer e using (employer_id) where e.name_key = '%s'"
                                    .formatted(bakery.toLowerCase())))
                    .isEqualTo("0");
        }
        door.does(MENTOR, HOUR, doors -> doors.check(check(bakery, "NOT_SAFE", today), null));
        assertThat(care.below(count)).as("each house its own").isEqualTo("2");
        door.does(LEAD, HOUR, doors -> doors.begin(her, job(employer(LEAD), today), null));
        assertThat(pastTheDoor(employer(MENTOR)))
                .as("and none with another house's")
                .contains("not permitted");
        assertThatThrownBy(() -> care.writes(
                        COUNSELLOR,
                        HOUR,
                        "insert into employer_check values (gen_random_uuid(), '%s', '%s', '{VISIT}', 'SAFE', null, current_date, current_date + 9, caller_now(), caller_worker())"
                                .formatted(employer(LEAD), LEAD.organisation())))
                .hasMessageContaining("row-level security");
    }

    @Test
    void after_three_and_six_months_it_is_asked_whether_she_still_has_it_and_what_she_has_by_then() throws Exception {
        door.does(LEAD, HOUR, doors -> doors.check(check(bakery, "SAFE", today), null));
        UUID id = employer(LEAD);
        List<Object> told = care.as(LEAD, HOUR, on -> {
            doors(on).begin(her, job(id, today), null);
            return on.told();
        });
        assertThat(told).hasSize(2);
        ToBeAsked first = (ToBeAsked) told.get(0);
        ToBeAsked second = (ToBeAsked) told.get(1);
        assertThat(first.askAt()).isEqualTo(today.plusMonths(3).atStartOfDay().toInstant(ZoneOffset.UTC));
        assertThat(second.askAt()).isEqualTo(today.plusMonths(6).atStartOfDay().toInstant(ZoneOffset.UTC));
        assertThat(first.answerBy()).isEqualTo(first.askAt().plus(DAY.multipliedBy(14)));
        assertThat(door.reason(LEAD, doors -> {
                    doors.answer(her, first.id(), new RetentionAnswer("STILL_THERE", "MINIMUM_WAGE"));
                }))
                .isEqualTo("not-asked-yet");
        Duration then = Duration.between(care.now, first.askAt()).plus(HOUR);
        assertThat(read(LEAD, then).questions())
                .extracting(LivingView.RetentionQuestion::asked)
                .containsExactly(true, false);
        List<Object> answered = care.as(LEAD, then, on -> {
            doors(on).answer(her, first.id(), new RetentionAnswer("STILL_THERE", "ABOVE_MINIMUM_WAGE"));
            return on.told();
        });
        assertThat(answered).containsExactly(new Answered(first.id()));
        assertThat(read(LEAD, then).questions().get(1).income()).contains("ABOVE_MINIMUM_WAGE");
        assertThat(door.reason(LEAD, then, doors -> {
                    doors.answer(her, first.id(), new RetentionAnswer("LEFT", null));
                }))
                .isEqualTo("ended-already");
        UUID step = read(LEAD).steps().get(0).id();
        List<Object> over = care.as(LEAD, then.plus(HOUR), on -> {
            doors(on).end(her, step, new LivelihoodEnd(today.plusMonths(3), "MOVED_ON"));
            return on.told();
        });
        assertThat(over).as("after what is over nobody asks").containsExactly(new NotAsked(List.of(second.id())));
        assertThat(care.below("select case_named('%s')".formatted(second.id()))).isEqualTo(her.toString());
    }

    @Test
    void what_is_no_work_is_not_asked_after_and_its_days_are_in_order() throws Exception {
        List<Object> told = care.as(LEAD, HOUR, on -> {
            for (String kind :
                    List.of("SKILLS_ASSESSMENT", "COURSE", "SUPPORT_GROUP", "LANGUAGE", "MENTOR", "COMMUNITY")) {
                doors(on).begin(her, new NewLivelihood(kind, kind, null, today, null, null, today), null);
            }
            return on.told();
        });
        assertThat(told).isEmpty();
        assertThat(door.reason(LEAD, doors -> {
                    doors.begin(
                            her, new NewLivelihood("COURSE", "x", null, today, today.minusDays(1), null, today), null);
                }))
                .isEqualTo("untilOn ends-before-it-begins");
        assertThat(door.reason(LEAD, doors -> {
                    doors.begin(
                            her, new NewLivelihood("COURSE", "x", null, today.minusDays(2), null, null, today), null);
                }))
                .isEqualTo("agreedOn agreed-after-it-began");
        assertThat(door.reason(LEAD, doors -> {
                    doors.begin(
                            her, new NewLivelihood("COURSE", "x", UUID.randomUUID(), today, null, null, today), null);
                }))
                .isEqualTo("employer only-with-work");
    }

    @Test
    void the_lead_reads_all_of_it_and_a_provider_what_it_wrote() throws Exception {
        door.does(
                LEAD,
                HOUR,
                doors -> doors.begin(her, new NewLivelihood("COURSE", "Sewing", null, today, null, null, today), null));
        door.does(
                COUNSELLOR,
                HOUR,
                doors -> doors.begin(
                        her, new NewLivelihood("SUPPORT_GROUP", "Group B", null, today, null, null, today), null));
        assertThat(read(LEAD).steps()).hasSize(2);
        assertThat(read(SUPERVISOR).steps()).hasSize(2);
        assertThat(read(COUNSELLOR).steps())
                .extracting(LivingView.LivingStep::what)
                .containsExactly("Group B");
        assertThat(read(SHIFT).steps()).isEmpty();
        for (Who who : OUTSIDE) {
            for (String table : List.of("livelihood", "livelihood_question", "employer_veto")) {
                assertThat(care.sees(who, HOUR, "select count(*) from %s where case_id = '%s'".formatted(table, her)))
                        .as(who.role() + " " + table)
                        .isEqualTo("0");
            }
        }
        assertThat(door.reason(SUPERVISOR, doors -> {
                    doors.begin(her, new NewLivelihood("COURSE", "x", null, today, null, null, today), null);
                }))
                .isEqualTo("not-yours-to-write");
    }

    @Test
    void the_journey_tells_what_kind_of_step_to_whom_the_step_is_told_and_to_nobody_else() throws Exception {
        LocalDate later = today.plusDays(30);
        door.does(LEAD, HOUR, doors -> {
            doors.begin(her, new NewLivelihood("COURSE", "Sewing", null, today, null, null, today), null);
            doors.begin(her, new NewLivelihood("LANGUAGE", "Evenings", null, later, null, null, today), null);
            doors.begin(her, new NewLivelihood("INCOME_PROJECT", "Eggs", null, today, null, "NONE", today), null);
        });
        assertThat(journey(LEAD, HOUR))
                .containsExactlyInAnyOrder(
                        "living-began COURSE ", "living-ahead LANGUAGE ", "living-began INCOME_PROJECT ");
        Duration then = DAY.multipliedBy(200);
        UUID course = read(LEAD).steps().stream()
                .filter(step -> step.kind().equals("COURSE"))
                .map(LivingView.LivingStep::id)
                .findFirst()
                .orElseThrow();
        door.does(LEAD, then, doors -> {
            doors.end(her, course, new LivelihoodEnd(today.plusMonths(3), "MOVED_ON"));
            doors.answer(her, read(LEAD, then).questions().get(0).id(), new RetentionAnswer("STILL_THERE", null));
        });
        assertThat(journey(LEAD, then))
                .containsExactlyInAnyOrder(
                        "living-began COURSE ",
                        "living-ended COURSE ",
                        "living-began LANGUAGE ",
                        "living-began INCOME_PROJECT ",
                        "living-asked INCOME_PROJECT STILL_THERE");
        assertThat(journey(COUNSELLOR, then)).isEmpty();
        assertThat(journey(SHIFT, then)).isEmpty();
        for (Who who : OUTSIDE) {
            assertThat(journey(who, then)).as(who.role()).isEmpty();
        }
    }

    private List<String> journey(Who who, Duration later) throws Exception {
        return care.as(who, later, on -> on.of(LivingJournal.class).of(her).stream()
                .map(one -> one.kind() + " " + one.what() + " " + one.answer())
                .toList());
    }

    @Test
    void with_the_file_nobody_is_asked_any_more() throws Exception {
        List<Object> told = care.as(LEAD, HOUR, on -> {
            doors(on).begin(her, new NewLivelihood("INCOME_PROJECT", "Eggs", null, today, null, "NONE", today), null);
            return on.told();
        });
        care.below("update case_file set status = 'CLOSED' where case_id = '%s'".formatted(her));
        List<QuestionId> both = told.stream().map(one -> ((ToBeAsked) one).id()).toList();
        List<Object> ended = care.as(LEAD, HOUR, on -> {
            on.of(QuestionsEnd.class).closed(new CaseClosed(her, true));
            return on.told();
        });
        assertThat(ended).hasSize(1);
        assertThat(((NotAsked) ended.get(0)).ids()).containsExactlyInAnyOrderElementsOf(both);
    }

    private NewLivelihood job(UUID employer, LocalDate from) {
        return new NewLivelihood("JOB", "Baker's help", employer, from, null, "NONE", from);
    }

    /** One of them is said more often than there are kinds, and is kept once. */
    private NewEmployerCheck check(String name, String result, LocalDate on) {
        List<String> against = new ArrayList<>(Collections.nCopies(30, "LABOUR_CLAIMS"));
        against.add("NO_PUBLICITY");
        return new NewEmployerCheck(name, against, result, "Talked with two who work there", on);
    }

    private String begins(UUID employer) {
        return door.reason(LEAD, HOUR.multipliedBy(2), doors -> {
            doors.begin(her, job(employer, today), null);
        });
    }

    private String pastTheDoor(UUID employer) {
        try {
            care.writes(LEAD, HOUR.multipliedBy(2), """
                    insert into livelihood (livelihood_id, case_id, organisation_id, kind, what, employer_id, began_on, agreed_on, recorded_at, recorded_by)
                    values (gen_random_uuid(), '%s', '%s', 'JOB', 'w', '%s', current_date, current_date, caller_now(), caller_worker())
                    """.formatted(her, LEAD.organisation(), employer));
            return "";
        } catch (Exception refused) {
            return refused.getMessage();
        }
    }

    private UUID employer(Who who) throws Exception {
        return UUID.fromString(
                care.below("select employer_id from employer where name_key = '%s' and organisation_id = '%s'"
                        .formatted(bakery.toLowerCase(), who.organisation())));
    }

    private EmployerView employers(Who who) throws Exception {
        return care.as(who, HOUR, on -> doors(on).employers()).stream()
                .filter(one -> one.name().equals(bakery))
                .findFirst()
                .orElseThrow();
    }

    private LivingView read(Who who) throws Exception {
        return read(who, HOUR);
    }

    private LivingView read(Who who, Duration later) throws Exception {
        return care.as(who, later, on -> doors(on).of(her));
    }

    private static LivingService doors(On on) {
        return on.of(LivingService.class);
    }
}
