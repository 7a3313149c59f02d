package org.alongside.web.api;

import jakarta.ws.rs.core.HttpHeaders;
import org.alongside.web.frame.Languages;
import org.alongside.web.frame.Text;
import org.alongside.worklist.Journeys.Labels;

/** The words of a drawing in the language of the one who asks; a step without words of its own keeps the model's. */
final class DiagramWords implements Labels {

    private final Text text;
    private final String process;

    DiagramWords(HttpHeaders headers, String process) {
        this.text = new Text(Languages.first(headers.getAcceptableLanguages().stream()));
        this.process = process;
    }

    @Override
    public String of(String process, String id, String nameInModel) {
        String key = "process." + process + "." + id;
        return text.containsKey(key) ? text.get(key) : nameInModel;
    }

    @Override
    public String title() {
        return text.get("problem.diagram." + process);
    }

    @Override
    public String description() {
        return text.get("problem.diagram." + process + ".detail");
    }
}
