package org.alongside.web.frame.tag;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;

/** The few pieces of markup that several house tags write. */
final class Markup {
    private Markup() {}

    /** An icon of the sprite that every page carries; said by the words beside it, so silent to screen readers. */
    static void icon(ResponseWriter writer, String name) throws IOException {
        writer.startElement("svg", null);
        writer.writeAttribute("class", "al-icon", null);
        writer.writeAttribute("aria-hidden", "true", null);
        if (Icons.TURN_ROUND.contains(name)) {
            writer.writeAttribute("data-flip", "flip", null);
        }
        writer.startElement("use", null);
        writer.writeAttribute("href", "#i-" + name, null);
        writer.endElement("use");
        writer.endElement("svg");
    }

    static void element(ResponseWriter writer, String name, String styleClass, String words) throws IOException {
        writer.startElement(name, null);
        if (styleClass != null) {
            writer.writeAttribute("class", styleClass, null);
        }
        writer.writeText(words, null);
        writer.endElement(name);
    }

    /** A text attribute of a tag, or the empty string. */
    static String attribute(UIComponent component, String name) {
        Object value = component.getAttributes().get(name);
        return value == null ? "" : value.toString();
    }

    static boolean flag(UIComponent component, String name) {
        return Boolean.parseBoolean(attribute(component, name));
    }

    /** A bean of the frame, by its name in the pages. */
    static <T> T bean(FacesContext context, String name, Class<T> type) {
        return context.getApplication().evaluateExpressionGet(context, "#{" + name + "}", type);
    }
}
