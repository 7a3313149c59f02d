package org.alongside.web.frame.tag;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.UISelectBoolean;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.alongside.web.frame.Text;

/**
 * One question of a form: label, hint, error and control, in that order, tied together for eyes and ears alike.
 * It finds the Faces input in its body and gives it its class and its aria attributes; around choices it is a fieldset.
 */
@FacesComponent(Field.TYPE)
public class Field extends UIComponentBase {
    public static final String TYPE = "org.alongside.Field";

    @Override
    public String getFamily() {
        return TYPE;
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        UIInput input = inputIn(this);
        if (input == null) {
            throw new IllegalStateException("al:field '" + Markup.attribute(this, "label") + "' has no input in it");
        }
        boolean group = ChoicesRenderer.TYPE.equals(input.getRendererType());
        String id = input.getClientId(context);
        List<FacesMessage> errors = context.getMessageList(id);
        describe(input, id, errors, group);

        ResponseWriter writer = context.getResponseWriter();
        writer.startElement(group ? "fieldset" : "div", this);
        writer.writeAttribute("class", "al-field", null);
        if (group) {
            writeDescribedBy(writer, id, errors);
        }
        writeLabel(context, writer, id, group);
        if (!hint().isEmpty()) {
            writer.startElement("p", this);
            writer.writeAttribute("class", "al-hint", null);
            writer.writeAttribute("id", hintId(id), null);
            writer.writeText(hint(), null);
            writer.endElement("p");
        }
        for (int i = 0; i < errors.size(); i++) {
            writeError(writer, id, i, errors.get(i));
        }
    }

    @Override
    public void encodeEnd(FacesContext context) throws IOException {
        boolean group = ChoicesRenderer.TYPE.equals(inputIn(this).getRendererType());
        context.getResponseWriter().endElement(group ? "fieldset" : "div");
    }

    private void describe(UIInput input, String id, List<FacesMessage> errors, boolean group) {
        if (!group && !(input instanceof UISelectBoolean)) {
            input.getAttributes().putIfAbsent("styleClass", "al-input");
        }
        Map<String, Object> extra = input.getPassThroughAttributes(true);
        put(extra, "aria-invalid", errors.isEmpty() ? null : "true");
        put(extra, "aria-describedby", group ? null : describedBy(id, errors));
        put(extra, "aria-required", input.isRequired() && !group ? "true" : null);
        put(extra, "data-size", attributeOrNull("size"));
        put(extra, "data-voice", Markup.flag(this, "voice") ? "voice" : null);
        extra.putIfAbsent("autocomplete", "off");
    }

    private void writeLabel(FacesContext context, ResponseWriter writer, String id, boolean group) throws IOException {
        String element = group ? "legend" : "label";
        writer.startElement(element, this);
        if (!group) {
            writer.writeAttribute("for", id, null);
        }
        if (Markup.flag(this, "silent")) {
            writer.writeAttribute("class", "al-only-ears", null);
        }
        writer.writeText(Markup.attribute(this, "label"), null);
        String optional = Markup.attribute(this, "optional");
        if (!optional.isEmpty() && !optional.equals("false")) {
            Text text = Markup.bean(context, "t", Text.class);
            writer.write(" ");
            Markup.element(
                    writer, "span", "al-quiet", optional.equals("true") ? text.get("frame.field.optional") : optional);
        }
        writer.endElement(element);
    }

    private void writeError(ResponseWriter writer, String id, int number, FacesMessage error) throws IOException {
        writer.startElement("p", this);
        writer.writeAttribute("class", "al-error", null);
        writer.writeAttribute("id", errorId(id, number), null);
        Markup.icon(writer, "alert");
        Markup.element(writer, "span", null, error.getDetail());
        error.rendered();
        writer.endElement("p");
    }

    private void writeDescribedBy(ResponseWriter writer, String id, List<FacesMessage> errors) throws IOException {
        String described = describedBy(id, errors);
        if (described != null) {
            writer.writeAttribute("aria-describedby", described, null);
        }
    }

    private String describedBy(String id, List<FacesMessage> errors) {
        StringBuilder ids = new StringBuilder(hint().isEmpty() ? "" : hintId(id));
        for (int i = 0; i < errors.size(); i++) {
            ids.append(' ').append(errorId(id, i));
        }
        return ids.isEmpty() ? null : ids.toString().strip();
    }

    private String hint() {
        return Markup.attribute(this, "hint");
    }

    private String attributeOrNull(String name) {
        String value = Markup.attribute(this, name);
        return value.isEmpty() ? null : value;
    }

    private static String hintId(String id) {
        return id + "-hint";
    }

    private static String errorId(String id, int number) {
        return id + "-error" + (number == 0 ? "" : number);
    }

    private static void put(Map<String, Object> attributes, String name, String value) {
        if (value == null) {
            attributes.remove(name);
        } else {
            attributes.put(name, value);
        }
    }

    private static UIInput inputIn(UIComponent parent) {
        for (UIComponent child : parent.getChildren()) {
            if (child instanceof UIInput input) {
                return input;
            }
            UIInput deeper = inputIn(child);
            if (deeper != null) {
                return deeper;
            }
        }
        return null;
    }
}
