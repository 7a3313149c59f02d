package org.alongside.web.casefile;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.shared.OrganisationId;
import org.alongside.web.frame.Dates;
import org.alongside.web.frame.Text;
import org.alongside.worklist.Journeys;
import org.alongside.worklist.Journeys.Standing;
import org.alongside.worklist.TaskGroup;

/** Says where a process stands: what waits, with whom, since when and by when. */
@RequestScoped
public class Where {
    private static final int FEW_ROLES = 2;

    @Inject
    private Text text;

    @Inject
    private Dates dates;

    /** Each waiting step of the process; organisations without a name here are told by their role alone. */
    public List<Waiting> waiting(Standing standing, Map<OrganisationId, String> names) {
        return standing.here().stream()
                .map(step -> waiting(standing.process(), step, names))
                .toList();
    }

    /** Words for the drawing: those of the bundle, else those of the model. */
    public Journeys.Labels labels(Standing standing, String title, List<Waiting> waiting) {
        String description = waiting.isEmpty()
                ? text.get("casefile.stands.nothing")
                : waiting.stream().map(this::sentence).collect(Collectors.joining(" "));
        return new Journeys.Labels() {
            @Override
            public String of(String process, String id, String nameInModel) {
                String key = "process." + process + "." + id;
                return text.containsKey(key) ? text.get(key) : nameInModel;
            }

            @Override
            public String title() {
                return title;
            }

            @Override
            public String description() {
                return description;
            }
        };
    }

    private Waiting waiting(String process, Journeys.Step step, Map<OrganisationId, String> names) {
        Map<OrganisationId, List<TaskGroup>> byOrganisation = step.asked().stream()
                .collect(Collectors.groupingBy(TaskGroup::organisation, LinkedHashMap::new, Collectors.toList()));
        String asked = byOrganisation.values().stream()
                .flatMap(groups -> asked(groups, names))
                .distinct()
                .collect(Collectors.joining(text.get("frame.comma")));
        return new Waiting(
                text.get("process." + process + "." + step.id()),
                asked,
                step.since(),
                step.dueAt().orElse(null));
    }

    /** Whoever there answers first: beyond a few roles the house alone is said. */
    private Stream<String> asked(List<TaskGroup> groups, Map<OrganisationId, String> names) {
        String house = names.get(groups.get(0).organisation());
        return house != null && groups.size() > FEW_ROLES
                ? Stream.of(house)
                : groups.stream().map(group -> asked(group, names));
    }

    private String asked(TaskGroup group, Map<OrganisationId, String> names) {
        String role = text.name("role", group.role());
        String name = names.get(group.organisation());
        return name == null ? role : text.of("casefile.stands.asked", name, role);
    }

    private String sentence(Waiting waiting) {
        String since = text.of("casefile.stands.sentence", waiting.step(), dates.near(waiting.since()));
        return waiting.dueAt() == null
                ? since
                : since + " " + text.of("casefile.stands.until", dates.near(waiting.dueAt()));
    }

    /** A step that waits; {@code asked} is empty where it waits for an event, {@code dueAt} null where there is no hurry. */
    public record Waiting(String step, String asked, Instant since, Instant dueAt) {}
}
