package org.alongside.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.DiagramElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every model must be, so that coordinators can read it and nothing hides in it. */
class ModelRulesTest {
    private static final Pattern CALL = Pattern.compile("\\b(\\w+Process)\\.(\\w+)\\(");

    static Stream<String> processes() {
        return Models.PROCESSES.stream();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void a_coordinator_sees_every_step_and_every_flow_drawn(String process) {
        BpmnModelInstance model = model(process);
        assertThat(shown(model, BpmnShape.class))
                .containsAll(ids(model, FlowNode.class))
                .containsAll(ids(model, Lane.class))
                .containsAll(ids(model, Participant.class));
        assertThat(shown(model, BpmnEdge.class)).containsAll(ids(model, SequenceFlow.class));
        assertThat(model.getModelElementsByType(BpmnEdge.class))
                .allSatisfy(edge -> assertThat(edge.getWaypoints()).hasSizeGreaterThanOrEqualTo(2));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void nothing_is_drawn_outside_its_pool_and_no_two_steps_cover_each_other(String process) {
        BpmnModelInstance model = model(process);
        List<BpmnShape> steps = model.getModelElementsByType(BpmnShape.class).stream()
                .filter(shape -> shape.getBpmnElement() instanceof FlowNode
                        && !(shape.getBpmnElement() instanceof SubProcess)
                        && !(shape.getBpmnElement() instanceof BoundaryEvent))
                .toList();
        Bounds pool = model.getModelElementsByType(BpmnShape.class).stream()
                .filter(shape -> shape.getBpmnElement() instanceof Participant)
                .findFirst()
                .orElseThrow()
                .getBounds();
        for (BpmnShape step : steps) {
            Bounds box = step.getBounds();
            assertThat(box.getX()).isGreaterThan(pool.getX());
            assertThat(box.getX() + box.getWidth()).isLessThan(pool.getX() + pool.getWidth());
            assertThat(box.getY()).isGreaterThan(pool.getY());
            assertThat(box.getY() + box.getHeight()).isLessThan(pool.getY() + pool.getHeight());
            steps.stream().filter(other -> other != step).forEach(other -> assertThat(apart(box, other.getBounds()))
                    .as(step.getBpmnElement().getId() + " and "
                            + other.getBpmnElement().getId())
                    .isTrue());
        }
    }

    /** Left to right: a flow goes back only where a person waits again. */
    @ParameterizedTest
    @MethodSource("processes")
    void it_is_read_from_left_to_right(String process) {
        BpmnModelInstance model = model(process);
        assertThat(model.getModelElementsByType(SequenceFlow.class).stream()
                        .filter(flow -> right(model, flow.getTarget()) < left(model, flow.getSource()))
                        .map(FlowElement::getId))
                .isSubsetOf("not-yet");
    }

    @ParameterizedTest
    @MethodSource("processes")
    void tasks_are_verb_and_noun_gateways_ask_and_every_way_has_a_name(String process) {
        BpmnModelInstance model = model(process);
        assertThat(model.getModelElementsByType(Activity.class))
                .allSatisfy(step -> assertThat(step.getName()).isNotBlank());
        assertThat(Stream.concat(
                        model.getModelElementsByType(ExclusiveGateway.class).stream(),
                        model.getModelElementsByType(InclusiveGateway.class).stream()))
                .allSatisfy(gateway -> assertThat(gateway.getName()).endsWith("?"));
        assertThat(model.getModelElementsByType(SequenceFlow.class).stream()
                        .filter(flow -> flow.getSource() instanceof ExclusiveGateway))
                .allSatisfy(flow -> assertThat(flow.getName()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("processes")
    void every_step_goes_on_or_ends(String process) {
        BpmnModelInstance model = model(process);
        assertThat(model.getModelElementsByType(FlowNode.class).stream()
                        .filter(node -> node.getOutgoing().isEmpty())
                        .filter(node -> !(node instanceof EndEvent) && !hasItsOwnEnd(node))
                        .map(FlowElement::getId))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void history_is_kept_for_a_limited_time(String process) {
        assertThat(model(process).getModelElementsByType(Process.class)).allSatisfy(root -> {
            assertThat(root.getCamundaHistoryTimeToLiveString()).matches("P\\d+D");
            assertThat(root.isExecutable()).isTrue();
            assertThat(root.getId()).isEqualTo(process);
        });
    }

    @ParameterizedTest
    @MethodSource("processes")
    void no_script_no_class_no_listener_no_form_and_no_call_to_another_system_hides_in_it(String process)
            throws IOException {
        assertThat(text(process))
                .doesNotContain(
                        "script",
                        "Script",
                        "camunda:class",
                        "delegateExpression",
                        "Listener",
                        "camunda:connector",
                        "camunda:form",
                        "camunda:type",
                        "resource=",
                        "camunda:inputOutput",
                        "callActivity")
                .doesNotContain("exporter");
    }

    /** A door is never called inside a person's transaction: only after a timer, or in a job of its own. */
    @ParameterizedTest
    @MethodSource("processes")
    void doors_are_called_only_from_jobs(String process) {
        assertThat(model(process).getModelElementsByType(ServiceTask.class)).allSatisfy(step -> {
            assertThat(step.getCamundaExpression()).matches("\\$\\{\\w+Process\\.\\w+\\(\\w*\\)}");
            assertThat(step.isCamundaExclusive()).isTrue();
            boolean afterTimers =
                    step.getIncoming().stream().map(SequenceFlow::getSource).allMatch(ModelRulesTest::isTimer);
            assertThat(step.isCamundaAsyncBefore() || afterTimers)
                    .as(step.getId())
                    .isTrue();
        });
    }

    /** The server hands over whatever is a {@link ProcessBean}, and nothing else. */
    @ParameterizedTest
    @MethodSource("processes")
    void every_bean_that_a_model_calls_is_known_to_the_engine_of_the_server(String process) throws Exception {
        for (MatchResult call : CALL.matcher(text(process)).results().toList()) {
            Class<?> bean = Class.forName("org.alongside.workflows."
                    + Character.toUpperCase(call.group(1).charAt(0))
                    + call.group(1).substring(1));
            assertThat(ProcessBean.class).as(call.group()).isAssignableFrom(bean);
            assertThat(bean).as("the container makes it").hasAnnotation(Dependent.class);
            assertThat(ProcessBean.name(bean)).isEqualTo(call.group(1));
            assertThat(Stream.of(bean.getMethods()).map(Method::getName))
                    .as(call.group())
                    .contains(call.group(2));
        }
    }

    @Test
    void models_call_beans_at_all() throws IOException {
        assertThat(CALL.matcher(text("placement")).results().map(MatchResult::group))
                .anyMatch(call -> call.startsWith("placementProcess.runOut"));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void every_task_of_a_person_is_offered_to_roles_of_an_organisation(String process) {
        assertThat(model(process).getModelElementsByType(UserTask.class)).allSatisfy(task -> {
            assertThat(task.getCamundaAssignee()).isNull();
            assertThat(task.getCamundaCandidateGroups())
                    .matches(
                            "\\$\\{(answerers|reviewers|overseers|administrators)}|\\$\\{referralProcess\\.coordinators\\(\\)}"
                                    + "|(\\$\\{(sender|recipient|lead|house)}/[A-Z]{2,3},?)+");
        });
    }

    private static boolean hasItsOwnEnd(FlowNode node) {
        return node instanceof SubProcess frame
                && frame.getFlowElements().stream().anyMatch(EndEvent.class::isInstance);
    }

    private static double left(BpmnModelInstance model, FlowNode node) {
        return bounds(model, node).getX();
    }

    private static double right(BpmnModelInstance model, FlowNode node) {
        return left(model, node) + bounds(model, node).getWidth();
    }

    private static Bounds bounds(BpmnModelInstance model, FlowNode node) {
        return model.getModelElementsByType(BpmnShape.class).stream()
                .filter(shape -> shape.getBpmnElement().equals(node))
                .findFirst()
                .orElseThrow()
                .getBounds();
    }

    private static boolean isTimer(FlowNode node) {
        return node instanceof Event
                && !node.getChildElementsByType(TimerEventDefinition.class).isEmpty();
    }

    private static boolean apart(Bounds one, Bounds other) {
        return one.getX() + one.getWidth() <= other.getX()
                || other.getX() + other.getWidth() <= one.getX()
                || one.getY() + one.getHeight() <= other.getY()
                || other.getY() + other.getHeight() <= one.getY();
    }

    private static List<String> shown(BpmnModelInstance model, Class<? extends DiagramElement> kind) {
        return model.getModelElementsByType(kind).stream()
                .map(element -> element.getAttributeValue("bpmnElement"))
                .toList();
    }

    private static List<String> ids(BpmnModelInstance model, Class<? extends BaseElement> kind) {
        Collection<? extends BaseElement> elements = model.getModelElementsByType(kind);
        return elements.stream().map(BaseElement::getId).toList();
    }

    private static BpmnModelInstance model(String process) {
        return Bpmn.readModelFromStream(stream(process));
    }

    private static String text(String process) throws IOException {
        return new String(stream(process).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static InputStream stream(String process) {
        return Models.class.getResourceAsStream("/processes/" + process + ".bpmn");
    }
}
