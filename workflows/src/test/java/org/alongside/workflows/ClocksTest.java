package org.alongside.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The ladder of DOMAIN 5.4 over every task of the processes of plan, safety and housing: whoever is asked has a time, somebody who
 * supervises is asked when it is over, and coordinators are told one unit later, but for what is not theirs to know. Each task either stands on it or is named here
 * with why not.
 */
class ClocksTest {
    /** Whose roles see to what others of their house leave undone. */
    private static final Set<String> SUPERVISING = Set.of("/SUP", "/SHM");

    /** Why nobody is asked when the time of it is over, besides those who had it. */
    private static final Map<String, String> ALREADY_WITH_A_SUPERVISOR = Map.of(
            "placement.ask-her", "the manager of the house is asked from the first minute; coordinators after",
            "placement.let-in", "the hold itself ends, and the manager looks for a bed anew",
            "missing.look-again", "it is the supervisor's own",
            "incident.look-besides", "it is the supervisor's own",
            "caseload.look", "it is the supervisor's own",
            "case.approve", "it is the supervisor's own, and nothing closes meanwhile",
            "case.take-up", "it is the supervisor's own");

    /** Waited for by nobody, and so nobody is asked when its time is over. */
    private static final Map<String, String> NOBODY_WAITS =
            Map.of("interview.advise", "she decides with it or without");

    static Stream<String> processes() {
        return Stream.concat(EngineOverlooked.WATCHED.stream(), EngineOverlooked.UNTOLD.stream());
    }

    @Test
    void coordinators_are_not_told_by_the_name_of_a_process_what_is_not_theirs_to_know() {
        assertThat(EngineOverlooked.WATCHED).doesNotContainAnyElementsOf(EngineOverlooked.UNTOLD);
        assertThat(EngineOverlooked.UNTOLD).containsExactly("interview", "non-punishment");
        assertThat(Models.PROCESSES).containsAll(EngineOverlooked.UNTOLD);
    }

    @Test
    void every_process_of_the_product_with_tasks_of_plan_safety_and_housing_is_watched() {
        assertThat(Models.PROCESSES).containsAll(EngineOverlooked.WATCHED);
        Set<String> theirs = new TreeSet<>(List.of(
                "placement",
                "care-plan",
                "safety",
                "incident",
                "risk",
                "missing",
                "restriction",
                "weekly-talk",
                "urgent-care",
                "job-retention",
                "counselling",
                "supervision",
                "caseload",
                "case",
                "follow-up",
                "measure",
                "hearing",
                "legal-deadline",
                "reintegration",
                "recovery",
                "court-order",
                "threat",
                "counsel"));
        assertThat(Models.PROCESSES.stream()
                        .filter(process -> theirs.stream().anyMatch(process::startsWith))
                        .filter(process -> !model(process)
                                .getModelElementsByType(UserTask.class)
                                .isEmpty()))
                .containsExactlyInAnyOrderElementsOf(EngineOverlooked.WATCHED);
    }

    @ParameterizedTest
    @MethodSource("processes")
    void whoever_is_asked_has_a_time_and_somebody_who_supervises_is_asked_when_it_is_over(String process) {
        for (UserTask task : model(process).getModelElementsByType(UserTask.class)) {
            String kind = process + "." + task.getId();
            assertThat(task.getCamundaCandidateGroups()).as("owner of " + kind).isNotBlank();
            if (isRung(task)) {
                assertThat(SUPERVISING.stream().anyMatch(task.getCamundaCandidateGroups()::contains)
                                || task.getCamundaCandidateGroups().equals("${overseers}"))
                        .as("who stands behind, at " + kind)
                        .isTrue();
                continue;
            }
            assertThat(task.getCamundaDueDate()).as("time of " + kind).isNotBlank();
            if (NOBODY_WAITS.containsKey(kind)) {
                assertThat(escalated(task))
                        .as("no exception that is none: " + kind)
                        .isEmpty();
            } else if (escalated(task).isEmpty()) {
                assertThat(ALREADY_WITH_A_SUPERVISOR)
                        .as("nobody stands behind " + kind)
                        .containsKey(kind);
                assertThat(SUPERVISING.stream().anyMatch(task.getCamundaCandidateGroups()::contains))
                        .as(kind)
                        .isTrue();
            } else {
                assertThat(ALREADY_WITH_A_SUPERVISOR)
                        .as("no exception that is none: " + kind)
                        .doesNotContainKey(kind);
            }
        }
    }

    @Test
    void every_exception_is_a_task_that_there_is() {
        ALREADY_WITH_A_SUPERVISOR.keySet().forEach(ClocksTest::isThere);
        NOBODY_WAITS.keySet().forEach(ClocksTest::isThere);
        EngineOverlooked.TOLD_OTHERWISE.forEach(ClocksTest::isThere);
    }

    @Test
    void what_coordinators_are_told_of_otherwise_has_a_rung_of_theirs_in_its_own_model() {
        for (String kind : EngineOverlooked.TOLD_OTHERWISE) {
            assertThat(escalated(task(kind)))
                    .extracting(UserTask::getCamundaCandidateGroups)
                    .contains("${overseers}");
        }
    }

    private static void isThere(String kind) {
        assertThat(task(kind)).as(kind).isNotNull();
    }

    private static UserTask task(String kind) {
        int dot = kind.indexOf('.');
        return model(kind.substring(0, dot)).getModelElementById(kind.substring(dot + 1));
    }

    /** Asked because the time of another task was over. */
    private static boolean isRung(UserTask task) {
        Collection<SequenceFlow> incoming = task.getIncoming();
        return !incoming.isEmpty()
                && incoming.stream()
                        .map(SequenceFlow::getSource)
                        .allMatch(before ->
                                before instanceof BoundaryEvent timer && !timer.cancelActivity() && isTimer(timer));
    }

    /** Who is asked when the time of a task is over, while it still waits. */
    private static List<UserTask> escalated(UserTask task) {
        return task.getModelInstance().getModelElementsByType(BoundaryEvent.class).stream()
                .filter(timer -> timer.getAttachedTo().equals(task) && !timer.cancelActivity() && isTimer(timer))
                .flatMap(timer -> timer.getOutgoing().stream())
                .map(SequenceFlow::getTarget)
                .filter(UserTask.class::isInstance)
                .map(UserTask.class::cast)
                .toList();
    }

    private static boolean isTimer(FlowNode node) {
        return !node.getChildElementsByType(TimerEventDefinition.class).isEmpty();
    }

    private static BpmnModelInstance model(String process) {
        return Bpmn.readModelFromStream(Models.class.getResourceAsStream("/processes/" + process + ".bpmn"));
    }
}
