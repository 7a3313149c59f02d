package org.alongside.workflows.drawing;

import static org.alongside.workflows.drawing.Svg.n;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.alongside.worklist.Journeys.Labels;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.ManualTask;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/** One process as an SVG element: lanes, steps, flows, what is done and where it stands, in the pieces of the look. */
public final class Drawing {
    private static final double HEAD = 35;
    private static final double TIP = 8;
    private static final double TEXT = 13.5;
    private static final double QUIET = 12.5;

    private final BpmnModelInstance model;
    private final String process;
    private final Labels labels;
    private final Set<String> here = new HashSet<>();
    private final Set<String> passed;
    private final Set<SequenceFlow> flows;
    private final Svg svg = new Svg();

    private Drawing(BpmnModelInstance model, Taken taken, Labels labels) {
        this.model = model;
        this.labels = labels;
        process = model.getModelElementsByType(Process.class).iterator().next().getId();
        taken.here().forEach(visit -> here.add(visit.step()));
        passed = new HashSet<>(taken.passed());
        flows = taken.flows(model.getModelElementsByType(SequenceFlow.class));
    }

    /**
     * Draws the process.
     *
     * @param id begins the ids of title and description, unlike that of any other drawing on the page
     */
    public static String draw(BpmnModelInstance model, Taken taken, Labels labels, String id) {
        return new Drawing(model, taken, labels).draw(id);
    }

    private String draw(String id) {
        List<BpmnShape> lanes = shapes(Lane.class);
        Bounds first = lanes.get(0).getBounds();
        double height =
                lanes.stream().mapToDouble(lane -> lane.getBounds().getHeight()).sum();
        svg.open(
                first.getX() - 1,
                first.getY() - 1,
                first.getWidth() + 2,
                height + 2,
                id,
                labels.title(),
                labels.description());
        svg.box("pool", first.getX(), first.getY(), first.getWidth(), height, 10, false);
        shapes(SubProcess.class).forEach(this::frame);
        lanes(lanes, height);
        Collection<BpmnEdge> edges = model.getModelElementsByType(BpmnEdge.class);
        edges.stream().filter(edge -> !flows.contains(edge.getBpmnElement())).forEach(edge -> flow(edge, ""));
        edges.stream().filter(edge -> flows.contains(edge.getBpmnElement())).forEach(edge -> flow(edge, " done"));
        shapes(Activity.class).stream()
                .filter(shape -> !(shape.getBpmnElement() instanceof SubProcess))
                .forEach(this::task);
        shapes(Gateway.class).forEach(this::gateway);
        shapes(Event.class).forEach(this::event);
        edges.forEach(this::flowWords);
        shapes(FlowNode.class).stream()
                .filter(shape -> here.contains(shape.getBpmnElement().getId()))
                .forEach(this::token);
        return svg.close();
    }

    private <T extends BaseElement> List<BpmnShape> shapes(Class<T> kind) {
        return model.getModelElementsByType(BpmnShape.class).stream()
                .filter(shape -> kind.isInstance(shape.getBpmnElement()))
                .toList();
    }

    private void lanes(List<BpmnShape> lanes, double height) {
        Bounds first = lanes.get(0).getBounds();
        double x = first.getX();
        double y = first.getY();
        svg.path(
                "head",
                "M%s %sH%sV%sH%sA10 10 0 0 1 %s %sV%sA10 10 0 0 1 %s %sz"
                        .formatted(
                                n(x + 10),
                                n(y),
                                n(x + HEAD),
                                n(y + height),
                                n(x + 10),
                                n(x),
                                n(y + height - 10),
                                n(y + 10),
                                n(x + 10),
                                n(y)));
        for (BpmnShape shape : lanes) {
            Bounds lane = shape.getBounds();
            if (lane.getY() > y) {
                svg.path("flow line", "M%s %sH%s".formatted(n(x), n(lane.getY()), n(x + lane.getWidth())));
            }
            svg.upright(words((Lane) shape.getBpmnElement()), x + 22, lane.getY() + lane.getHeight() / 2);
        }
    }

    private void frame(BpmnShape shape) {
        Bounds box = shape.getBounds();
        SubProcess frame = (SubProcess) shape.getBpmnElement();
        svg.box("node", box.getX(), box.getY(), box.getWidth(), box.getHeight(), 10, frame.triggeredByEvent());
        List<String> lines = Words.lines(words(frame), box.getWidth() - 24, QUIET);
        double middle = box.getY() + 18 + (lines.size() - 1) * 8;
        svg.lines("quiet", "start", box.getX() + 12, middle, 16, QUIET, box.getWidth() - 24, lines);
    }

    private void task(BpmnShape shape) {
        Bounds box = shape.getBounds();
        FlowNode step = (FlowNode) shape.getBpmnElement();
        svg.box("node" + state(step), box.getX(), box.getY(), box.getWidth(), box.getHeight(), 8, false);
        svg.glyph(glyph(step), box.getX() + 15, box.getY() + 15, 15);
        double width = box.getWidth() - 34;
        svg.lines("", "middle", middleX(box) + 7, middleY(box), 16, TEXT, width, Words.lines(words(step), width, TEXT));
    }

    private void gateway(BpmnShape shape) {
        Bounds box = shape.getBounds();
        FlowNode gateway = (FlowNode) shape.getBpmnElement();
        double half = box.getWidth() / 2;
        svg.path(
                "node" + state(gateway),
                "M%s %sl%s %s-%s %s-%s-%sz"
                        .formatted(
                                n(middleX(box)), n(box.getY()), n(half), n(half), n(half), n(half), n(half), n(half)));
        if (gateway instanceof ParallelGateway) {
            svg.glyph(Glyph.PLUS, middleX(box), middleY(box), 16);
        }
        if (gateway instanceof InclusiveGateway) {
            svg.glyph(Glyph.RING, middleX(box), middleY(box), 18);
        }
        nodeWords(shape, gateway);
    }

    private void event(BpmnShape shape) {
        Bounds box = shape.getBounds();
        Event event = (Event) shape.getBpmnElement();
        double x = middleX(box);
        double y = middleY(box);
        boolean dashed = event instanceof BoundaryEvent boundary && !boundary.cancelActivity()
                || event instanceof StartEvent start && !start.isInterrupting();
        double radius = box.getWidth() / 2;
        if (event instanceof EndEvent) {
            svg.circle("node end" + state(event), x, y, radius - 1, false);
        } else {
            svg.circle("node" + state(event), x, y, radius, dashed);
        }
        if (event instanceof CatchEvent catching) {
            if (!(event instanceof StartEvent)) {
                svg.circle("node" + state(event), x, y, radius - 3.5, dashed);
            }
            catching.getEventDefinitions()
                    .forEach(definition -> svg.glyph(
                            definition instanceof TimerEventDefinition ? Glyph.CLOCK : Glyph.LETTER, x, y, radius));
        }
        nodeWords(shape, event);
    }

    /** Beside a node, where the model puts its label; more lines than one grow away from the node. */
    private void nodeWords(BpmnShape shape, FlowNode node) {
        BpmnLabel label = shape.getBpmnLabel();
        if (label == null) {
            return;
        }
        Bounds place = label.getBounds();
        Bounds box = shape.getBounds();
        boolean beside = place.getX() >= box.getX() + box.getWidth() - 12;
        boolean above = place.getY() + place.getHeight() <= box.getY() + 2;
        boolean onItsFlow = beside && place.getY() > box.getY() + box.getHeight();
        double width = Math.max(place.getWidth(), 72);
        List<String> lines = Words.lines(words(node), width, QUIET);
        double more = (lines.size() - 1) * 15 / 2.0;
        double middle = middleY(place) + (above || onItsFlow ? -more : more);
        if (beside) {
            svg.lines("quiet", "start", place.getX(), middle, 15, QUIET, width, lines);
        } else {
            svg.lines("quiet", "middle", middleX(place), middle, 15, QUIET, width, lines);
        }
    }

    private void flow(BpmnEdge edge, String done) {
        List<Waypoint> points = new ArrayList<>(edge.getWaypoints());
        Waypoint last = points.get(points.size() - 1);
        Waypoint before = points.get(points.size() - 2);
        double length = Math.hypot(last.getX() - before.getX(), last.getY() - before.getY());
        double ux = (last.getX() - before.getX()) / length;
        double uy = (last.getY() - before.getY()) / length;
        double bx = last.getX() - ux * TIP;
        double by = last.getY() - uy * TIP;
        StringBuilder path = new StringBuilder(
                "M%s %s".formatted(n(points.get(0).getX()), n(points.get(0).getY())));
        points.subList(1, points.size() - 1)
                .forEach(point -> path.append("L%s %s".formatted(n(point.getX()), n(point.getY()))));
        svg.path("flow" + done, path.append("L%s %s".formatted(n(bx), n(by))).toString());
        svg.path(
                "tip" + done,
                "M%s %sL%s %sL%s %sz"
                        .formatted(
                                n(last.getX()),
                                n(last.getY()),
                                n(bx - uy * 4.5),
                                n(by + ux * 4.5),
                                n(bx + uy * 4.5),
                                n(by - ux * 4.5)));
    }

    private void flowWords(BpmnEdge edge) {
        BpmnLabel label = edge.getBpmnLabel();
        if (label != null) {
            Bounds place = label.getBounds();
            String words = words((FlowElement) edge.getBpmnElement());
            svg.lines("quiet", "start", place.getX(), middleY(place), 15, QUIET, Double.MAX_VALUE, List.of(words));
        }
    }

    private void token(BpmnShape shape) {
        svg.circle("token", shape.getBounds().getX(), shape.getBounds().getY(), 9, false);
    }

    private String state(FlowNode node) {
        if (here.contains(node.getId())) {
            return " here";
        }
        return passed.contains(node.getId()) ? " done" : "";
    }

    private String words(FlowElement element) {
        return labels.of(process, element.getId(), element.getName() == null ? "" : element.getName());
    }

    private String words(Lane lane) {
        return labels.of(process, lane.getId(), lane.getName());
    }

    private static Glyph glyph(FlowNode step) {
        if (step instanceof UserTask) {
            return Glyph.PERSON;
        }
        if (step instanceof ServiceTask) {
            return Glyph.SYSTEM;
        }
        if (step instanceof ReceiveTask) {
            return Glyph.LETTER;
        }
        return step instanceof ManualTask ? Glyph.HAND : Glyph.SYSTEM;
    }

    private static double middleX(Bounds box) {
        return box.getX() + box.getWidth() / 2;
    }

    private static double middleY(Bounds box) {
        return box.getY() + box.getHeight() / 2;
    }
}
