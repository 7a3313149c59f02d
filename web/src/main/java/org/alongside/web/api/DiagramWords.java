package org.alongside.web.api;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.stream.Collectors;
import org.alongside.web.frame.Languages;
import org.alongside.web.frame.Text;
import org.alongside.worklist.Journeys.Labels;
import org.alongside.worklist.Journeys.Standing;
import org.alongside.worklist.Journeys.Step;

/** The words of a drawing in the language of the one who asks; what waits is told in its description. */
final class DiagramWords implements Labels {

    private final Text text;
    private final String title;
    private final String description;

    /**
     * @param process the name of the process, for its title
     * @param standing where it stands, with instants told in UTC
     */
    DiagramWords(HttpHeaders headers, String process, Optional<Standing> standing) {
        this.text = new Text(Languages.first(headers.getAcceptableLanguages().stream()));
        this.title = text.get("process." + process);
        this.description = standing.filter(where -> !where.here().isEmpty())
                .map(where -> where.here().stream()
                        .map(step -> sentence(where.process(), step))
                        .collect(Collectors.joining(" ")))
                .orElseGet(() -> text.get("casefile.stands.nothing"));
    }

    private String sentence(String process, Step step) {
        String since = text.of("casefile.stands.sentence", of(process, step.id(), step.id()), step.since());
        return step.dueAt()
                .map(due -> since + " " + text.of("casefile.stands.until", due))
                .orElse(since);
    }

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
}
