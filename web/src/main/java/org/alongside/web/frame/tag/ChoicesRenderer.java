package org.alongside.web.frame.tag;

import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.UISelectMany;
import jakarta.faces.component.ValueHolder;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.convert.Converter;
import jakarta.faces.model.SelectItem;
import jakarta.faces.render.FacesRenderer;
import jakarta.faces.render.Renderer;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Draws one-of and many-of choices as large labelled boxes. What is sent and how it is read is left to the platform's
 * own radio and checkbox renderers.
 */
@FacesRenderer(componentFamily = "jakarta.faces.SelectOne", rendererType = ChoicesRenderer.TYPE)
public class ChoicesRenderer extends Renderer<UIInput> {
    public static final String TYPE = "org.alongside.Choices";

    @Override
    public void decode(FacesContext context, UIInput component) {
        platform(context, component).decode(context, component);
    }

    @Override
    public Object getConvertedValue(FacesContext context, UIComponent component, Object submitted) {
        return platform(context, component).getConvertedValue(context, component, submitted);
    }

    @Override
    public boolean getRendersChildren() {
        return true;
    }

    @Override
    public void encodeChildren(FacesContext context, UIInput component) {
        // each choice is written where its box is, in encodeEnd
    }

    @Override
    public void encodeEnd(FacesContext context, UIInput component) throws IOException {
        ResponseWriter writer = context.getResponseWriter();
        writer.startElement("div", component);
        writer.writeAttribute("class", "al-choices", null);
        if (Markup.flag(component, "cols")) {
            writer.writeAttribute("data-cols", "cols", null);
        }
        Boxes boxes = new Boxes(context, component);
        for (UIComponent child : component.getChildren()) {
            if (child instanceof Choice choice && choice.isRendered()) {
                choice.each(context, item -> boxes.write(item, choice));
            }
        }
        writer.endElement("div");
    }

    /** Id of the first box: the field's own, so that a link in the list of errors leads to it. */
    static String boxId(String clientId, int number) {
        return number == 0 ? clientId : clientId + ":" + number;
    }

    @SuppressWarnings("unchecked")
    private static Renderer<UIComponent> platform(FacesContext context, UIComponent component) {
        String type = component instanceof UISelectMany ? "jakarta.faces.Checkbox" : "jakarta.faces.Radio";
        return (Renderer<UIComponent>) context.getRenderKit().getRenderer(component.getFamily(), type);
    }

    /** Writes the boxes of one group, numbering them as it goes. */
    private static final class Boxes {
        private final FacesContext context;
        private final UIInput group;
        private final Set<String> chosen;
        private int number;

        Boxes(FacesContext context, UIInput group) {
            this.context = context;
            this.group = group;
            this.chosen = values(group.getSubmittedValue() == null ? group.getValue() : group.getSubmittedValue())
                    .map(this::sent)
                    .collect(Collectors.toSet());
        }

        void write(SelectItem item, Choice choice) throws IOException {
            ResponseWriter writer = context.getResponseWriter();
            writer.startElement("label", choice);
            writer.writeAttribute("class", "al-choice", null);
            writeInput(writer, item);
            if (choice.getChildCount() == 0) {
                Markup.element(writer, "b", null, item.getLabel());
            } else {
                writeLabelAndMore(writer, item, choice);
            }
            if (!item.getDescription().isEmpty()) {
                Markup.element(writer, "small", null, item.getDescription());
            }
            writer.endElement("label");
            number++;
        }

        private void writeInput(ResponseWriter writer, SelectItem item) throws IOException {
            String clientId = group.getClientId(context);
            writer.startElement("input", group);
            writer.writeAttribute("type", group instanceof UISelectMany ? "checkbox" : "radio", null);
            writer.writeAttribute("id", boxId(clientId, number), null);
            writer.writeAttribute("name", clientId, null);
            writer.writeAttribute("value", sent(item.getValue()), null);
            if (chosen.contains(sent(item.getValue()))) {
                writer.writeAttribute("checked", Boolean.TRUE, null);
            }
            if (item.isDisabled() || Markup.flag(group, "disabled")) {
                writer.writeAttribute("disabled", Boolean.TRUE, null);
            }
            if (group.getPassThroughAttributes().containsKey("aria-invalid")) {
                writer.writeAttribute("aria-invalid", "true", null);
            }
            writer.endElement("input");
        }

        private void writeLabelAndMore(ResponseWriter writer, SelectItem item, Choice choice) throws IOException {
            writer.startElement("span", null);
            writer.writeAttribute("class", "al-row", null);
            writer.writeAttribute("data-push", "push", null);
            Markup.element(writer, "b", null, item.getLabel());
            writer.startElement("span", null);
            writer.writeAttribute("class", "al-row", null);
            for (UIComponent more : choice.getChildren()) {
                more.encodeAll(context);
            }
            writer.endElement("span");
            writer.endElement("span");
        }

        /** What the browser sends for a value: what the converter says, else its plain text. */
        private String sent(Object value) {
            if (value == null || value instanceof String) {
                return value == null ? "" : (String) value;
            }
            Converter<Object> converter = converter(value);
            return converter == null ? value.toString() : converter.getAsString(context, group, value);
        }

        @SuppressWarnings("unchecked")
        private Converter<Object> converter(Object value) {
            Converter<Object> own = ((ValueHolder) group).getConverter();
            return own != null ? own : context.getApplication().createConverter(value.getClass());
        }

        private static Stream<?> values(Object value) {
            if (value instanceof Object[] array) {
                return Arrays.stream(array);
            }
            return value instanceof Collection<?> several ? several.stream() : Stream.ofNullable(value);
        }
    }
}
