package org.alongside.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.alongside.defence.DefenceEvent.DefenceNeeded;
import org.alongside.defence.DefenceEvent.DefenceSettled;
import org.alongside.defence.DefenceEvent.DefencesEnded;
import org.alongside.defence.DefenceEvent.LawyerFound;
import org.alongside.interview.InterviewEvent.InterviewAdvised;
import org.alongside.interview.InterviewEvent.InterviewAsked;
import org.alongside.interview.InterviewEvent.InterviewDecided;
import org.alongside.interview.InterviewEvent.InterviewLater;
import org.alongside.interview.InterviewEvent.InterviewsEnded;
import org.alongside.shared.InterviewId;
import org.alongside.shared.NonPunishmentId;
import org.alongside.shared.Refusal;
import org.alongside.worklist.StaffTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way that an interview asked for and a defence can take. */
class InterviewWayTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final InterviewId interview = InterviewId.random();
    private final UUID asked = interview.value();
    private final NonPunishmentId defence = NonPunishmentId.random();
    private final UUID needed = defence.value();
    private World world;

    @BeforeEach
    void begin() {
        world = World.shared().fresh();
    }

    @Test
    void who_leads_asks_her_and_her_lawyer_advises_and_with_her_answer_nobody_waits_for_advice() {
        world.lawyers = List.of(World.CEDAR_HOUSE);
        ask();
        assertThat(world.waiting(asked)).containsExactly("advise", "answer");
        assertThat(world.task(asked, "answer").offeredTo()).isEqualTo(World.groups(World.HARBOUR_LIGHT, "CW"));
        assertThat(world.task(asked, "advise").offeredTo()).isEqualTo(World.groups(World.CEDAR_HOUSE, "LAW"));
        world.interviews.decided(new InterviewDecided(interview));
        assertThat(world.ended(asked)).isTrue();
    }

    @Test
    void once_she_is_advised_her_answer_is_waited_for_alone() {
        world.lawyers = List.of(World.CEDAR_HOUSE);
        ask();
        world.interviews.advised(new InterviewAdvised(interview));
        assertThat(world.waiting(asked)).containsExactly("answer");
        world.interviews.advised(new InterviewAdvised(interview));
        assertThat(world.waiting(asked)).as("advised twice").containsExactly("answer");
    }

    @Test
    void without_a_lawyer_who_leads_asks_her_all_the_same_and_when_nobody_did_the_supervisor_is_asked() {
        ask();
        assertThat(world.waiting(asked)).containsExactly("answer");
        world.pass(DAY.multipliedBy(3).plusSeconds(1));
        assertThat(world.waiting(asked)).containsExactly("answer", "answer-overdue");
        assertThat(world.task(asked, "answer-overdue").offeredTo()).isEqualTo(World.groups(World.HARBOUR_LIGHT, "SUP"));
        world.engine
                .getTaskService()
                .complete(world.task(asked, "answer-overdue").id());
        assertThat(world.waiting(asked)).as("no clock answers for her").containsExactly("answer");
        world.interviews.decided(new InterviewDecided(interview));
        assertThat(world.ended(asked)).isTrue();
    }

    @Test
    void who_says_not_now_is_asked_again_on_the_day_that_she_named_with_a_clock_of_its_own() {
        ask();
        later();
        assertThat(world.waiting(asked)).isEmpty();
        assertThat(world.ended(asked)).isFalse();
        world.pass(DAY.multipliedBy(10).plusSeconds(1));
        assertThat(world.waiting(asked)).containsExactly("answer");
        world.pass(DAY.multipliedBy(3).plusSeconds(1));
        assertThat(world.waiting(asked)).containsExactly("answer", "answer-overdue");
        world.interviews.decided(new InterviewDecided(interview));
        assertThat(world.ended(asked)).isTrue();
    }

    @Test
    void she_may_decide_before_the_day_that_she_named() {
        ask();
        later();
        world.interviews.decided(new InterviewDecided(interview));
        assertThat(world.ended(asked)).isTrue();
    }

    @Test
    void taken_back_or_with_the_file_closed_nobody_is_asked() {
        world.lawyers = List.of(World.CEDAR_HOUSE);
        ask();
        world.interviews.ended(new InterviewsEnded(List.of(interview)));
        assertThat(world.ended(asked)).isTrue();
        assertThatThrownBy(this::later).isInstanceOf(Refusal.class);
    }

    @Test
    void no_process_and_no_table_of_help_asks_whether_she_cooperates() throws IOException {
        List<String> read = new ArrayList<>();
        for (String process : Models.PROCESSES) {
            read.add(text("/processes/" + process + ".bpmn"));
        }
        for (StaffTable table : StaffTable.values()) {
            read.add(text("/tables/" + table.key() + ".dmn"));
        }
        assertThat(read).hasSizeGreaterThan(30).allSatisfy(model -> assertThat(model.toLowerCase(Locale.ROOT))
                .doesNotContain("cooperat", "testif"));
        for (String process : Models.PROCESSES) {
            if (!process.equals("interview")) {
                assertThat(text("/processes/" + process + ".bpmn"))
                        .as(process)
                        .doesNotContain("interviewId", "interviewProcess", "Interview");
            }
        }
    }

    @Test
    void her_lawyer_alone_is_asked_to_see_to_her_defence() {
        world.lawyers = List.of(World.CEDAR_HOUSE);
        need();
        assertThat(world.waiting(needed)).containsExactly("defend");
        assertThat(world.task(needed, "defend").offeredTo()).isEqualTo(World.groups(World.CEDAR_HOUSE, "LAW"));
        world.pass(DAY.multipliedBy(7).plusSeconds(1));
        assertThat(world.waiting(needed)).containsExactly("defence-overdue", "defend");
        assertThat(world.task(needed, "defence-overdue").offeredTo())
                .isEqualTo(World.groups(World.HARBOUR_LIGHT, "SUP"));
        world.engine
                .getTaskService()
                .complete(world.task(needed, "defence-overdue").id());
        assertThat(world.waiting(needed)).containsExactly("defend");
        world.defences.settled(new DefenceSettled(defence));
        assertThat(world.ended(needed)).isTrue();
    }

    @Test
    void without_one_who_leads_finds_her_a_lawyer_who_is_asked_as_soon_as_there_is_one() {
        need();
        assertThat(world.waiting(needed)).containsExactly("find-lawyer");
        assertThat(world.task(needed, "find-lawyer").offeredTo()).isEqualTo(World.groups(World.HARBOUR_LIGHT, "CW"));
        world.pass(DAY.multipliedBy(3).plusSeconds(1));
        assertThat(world.waiting(needed)).containsExactly("find-lawyer", "finding-overdue");
        assertThat(world.task(needed, "finding-overdue").offeredTo())
                .isEqualTo(World.groups(World.HARBOUR_LIGHT, "SUP"));
        world.lawyers = List.of(World.CEDAR_HOUSE);
        world.defences.found(new LawyerFound(defence));
        world.workOff();
        assertThat(world.waiting(needed)).containsExactly("defend");
        world.defences.settled(new DefenceSettled(defence));
        assertThat(world.ended(needed)).isTrue();
    }

    @Test
    void what_the_supervisor_looked_at_still_waits_for_a_lawyer_and_the_file_ends_it() {
        need();
        world.pass(DAY.multipliedBy(3).plusSeconds(1));
        world.engine
                .getTaskService()
                .complete(world.task(needed, "finding-overdue").id());
        assertThat(world.waiting(needed)).containsExactly("find-lawyer");
        world.defences.ended(new DefencesEnded(List.of(defence)));
        assertThat(world.ended(needed)).isTrue();
    }

    @Test
    void a_lawyer_who_was_faster_than_the_process_has_seen_to_it() {
        world.defences.needed(new DefenceNeeded(
                defence,
                World.HARBOUR_LIGHT,
                world.now().plus(HOUR),
                world.now().plus(DAY)));
        world.defences.settled(new DefenceSettled(defence));
        assertThat(world.ended(needed)).isTrue();
    }

    private void ask() {
        world.interviews.asked(
                new InterviewAsked(interview, World.HARBOUR_LIGHT, world.now().plus(DAY.multipliedBy(3))));
        world.workOff();
    }

    private void later() {
        world.interviews.later(new InterviewLater(
                interview, world.now().plus(DAY.multipliedBy(10)), world.now().plus(DAY.multipliedBy(13))));
    }

    private void need() {
        world.defences.needed(new DefenceNeeded(
                defence,
                World.HARBOUR_LIGHT,
                world.now().plus(DAY.multipliedBy(3)),
                world.now().plus(DAY.multipliedBy(7))));
        world.workOff();
    }

    private static String text(String resource) throws IOException {
        try (InputStream model = Models.class.getResourceAsStream(resource)) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
