package org.alongside.web.frame.tag;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.alongside.web.frame.Overtaken;
import org.alongside.web.frame.Reasons;
import org.alongside.web.frame.Text;

/**
 * What is wrong, on top: how many answers, and a link to each. As a tag of the page it speaks where no form was sent, or the one that was sent is gone;
 * a form that was sent says it above itself.
 */
@FacesComponent(Errors.TYPE)
public class Errors extends UIComponentBase {
    public static final String TYPE = "org.alongside.Errors";

    @Override
    public String getFamily() {
        return TYPE;
    }

    @Override
    public void encodeEnd(FacesContext context) throws IOException {
        if (!context.isPostback() || !Overtaken.isFormThere(context.getViewRoot())) {
            write(context, this);
        }
    }

    /** Writes what is wrong, if anything is, at the place of this component. */
    static void write(FacesContext context, UIComponent place) throws IOException {
        List<Line> lines = lines(context);
        if (lines.isEmpty()) {
            return;
        }
        Text text = Markup.bean(context, "t", Text.class);
        long answers = lines.stream().filter(line -> line.field() != null).count();
        ResponseWriter writer = context.getResponseWriter();
        writer.startElement("div", place);
        writer.writeAttribute("class", "al-notice", null);
        writer.writeAttribute("data-tone", "danger", null);
        writer.writeAttribute("role", "alert", null);
        writer.writeAttribute("tabindex", "-1", null);
        writer.writeAttribute("data-errors", "errors", null);
        Markup.icon(writer, "alert");
        String title = answers == 0 ? text.get("frame.errors.whole") : text.count("frame.errors.answers", answers);
        Markup.element(writer, "h2", null, title);
        if (answers > 0) {
            Markup.element(writer, "p", null, text.get("frame.errors.nothingLost"));
        }
        writer.startElement("ul", null);
        for (Line line : lines) {
            writeLine(writer, line);
        }
        writer.endElement("ul");
        writer.endElement("div");
    }

    private static void writeLine(ResponseWriter writer, Line line) throws IOException {
        writer.startElement("li", null);
        if (line.field() == null) {
            writer.writeText(line.words(), null);
        } else {
            writer.startElement("a", null);
            writer.writeAttribute("href", "#" + line.field(), null);
            writer.writeText(line.words(), null);
            writer.endElement("a");
        }
        writer.endElement("li");
    }

    private static List<Line> lines(FacesContext context) {
        List<Line> lines = new ArrayList<>();
        for (Iterator<String> ids = context.getClientIdsWithMessages(); ids.hasNext(); ) {
            String id = ids.next();
            context.getMessageList(id).stream()
                    .filter(message -> id != null || message.getSeverity() != FacesMessage.SEVERITY_INFO)
                    .forEach(message -> {
                        lines.add(new Line(id, words(context, id, message.getDetail())));
                        message.rendered(); // else Faces writes its words into the log
                    });
        }
        List<String> asked = new ArrayList<>();
        idsInOrder(context.getViewRoot(), asked);
        lines.sort(Comparator.comparingInt(line -> line.field() == null ? -1 : asked.indexOf(line.field())));
        return lines;
    }

    /** As the questions stand on the page, whichever was looked at first. */
    private static void idsInOrder(UIComponent parent, List<String> ids) {
        ids.add(parent.getId());
        parent.getFacetsAndChildren().forEachRemaining(child -> idsInOrder(child, ids));
    }

    /** What is wrong, after the question that it answers; the field itself says it without. */
    private static String words(FacesContext context, String id, String words) {
        UIComponent input =
                id == null ? null : Reasons.find(context.getViewRoot(), id).orElse(null);
        for (UIComponent one = input; one != null; one = one.getParent()) {
            if (one instanceof Field) {
                Text text = Markup.bean(context, "t", Text.class);
                return text.of("frame.errors.line", Markup.attribute(one, "label"), words);
            }
        }
        return words;
    }

    /** One thing that is wrong; the field is null where it concerns the whole. */
    private record Line(String field, String words) {}
}
