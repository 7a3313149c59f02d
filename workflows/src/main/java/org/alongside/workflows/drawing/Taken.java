package org.alongside.workflows.drawing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** The way that a process has taken through its model so far. */
public final class Taken {
    private final List<Visit> visits;

    /** @param visits in the order in which they began */
    public Taken(List<Visit> visits) {
        this.visits = List.copyOf(visits);
    }

    /** The steps that wait now. */
    public List<Visit> here() {
        return visits.stream()
                .filter(visit -> visit.end() == null && visit.waits())
                .toList();
    }

    /** The steps that were ended by going on, in order, each once. */
    public List<String> passed() {
        return new ArrayList<>(new LinkedHashSet<>(
                visits.stream().filter(Visit::passed).map(Visit::step).toList()));
    }

    /**
     * The flows that were taken. The engine does not keep them: into every step leads the flow whose beginning was
     * ended last before the step began.
     */
    Set<SequenceFlow> flows(Collection<SequenceFlow> all) {
        Set<SequenceFlow> taken = new HashSet<>();
        for (Visit visit : visits) {
            all.stream()
                    .filter(flow -> flow.getTarget().getId().equals(visit.step()))
                    .filter(flow -> lastBefore(visit, flow).isPresent())
                    .max(Comparator.comparing(flow -> lastBefore(visit, flow).orElseThrow()))
                    .ifPresent(taken::add);
        }
        return taken;
    }

    private Optional<Ending> lastBefore(Visit visit, SequenceFlow flow) {
        Predicate<Visit> leadsHere = source -> source.passed()
                && source.step().equals(flow.getSource().getId())
                && !source.end().isAfter(visit.start());
        return visits.stream()
                .filter(leadsHere)
                .map(source -> new Ending(source.end(), visits.indexOf(source)))
                .max(Comparator.naturalOrder());
    }

    private record Ending(Instant at, int order) implements Comparable<Ending> {
        @Override
        public int compareTo(Ending other) {
            return Comparator.comparing(Ending::at).thenComparing(Ending::order).compare(this, other);
        }
    }

    /**
     * One visit to a step.
     *
     * @param step its id in the model
     * @param waits whether it is a step that waits for somebody, not a frame around others
     * @param start when it began
     * @param end when it ended, null while it lasts
     * @param broken whether it was broken off from outside
     */
    public record Visit(String step, boolean waits, Instant start, Instant end, boolean broken) {
        public Visit {
            Objects.requireNonNull(step);
            Objects.requireNonNull(start);
        }

        boolean passed() {
            return end != null && !broken;
        }
    }
}
