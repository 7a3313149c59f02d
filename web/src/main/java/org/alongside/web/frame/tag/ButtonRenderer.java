package org.alongside.web.frame.tag;

import jakarta.faces.component.UICommand;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.render.FacesRenderer;
import jakarta.faces.render.Renderer;
import java.io.IOException;

/** Draws a command as a real button with icon and words, without a handler in the markup. */
@FacesRenderer(componentFamily = "jakarta.faces.Command", rendererType = ButtonRenderer.TYPE)
public class ButtonRenderer extends Renderer<UICommand> {
    public static final String TYPE = "org.alongside.Button";

    @Override
    @SuppressWarnings("unchecked")
    public void decode(FacesContext context, UICommand component) {
        Renderer<UIComponent> platform = (Renderer<UIComponent>)
                context.getRenderKit().getRenderer(component.getFamily(), "jakarta.faces.Button");
        platform.decode(context, component);
    }

    @Override
    public void encodeBegin(FacesContext context, UICommand component) throws IOException {
        ResponseWriter writer = context.getResponseWriter();
        writer.startElement("button", component);
        writer.writeAttribute("type", "submit", null);
        writer.writeAttribute("id", component.getClientId(context), null);
        writer.writeAttribute("name", component.getClientId(context), null);
        writer.writeAttribute("value", "yes", null);
        writer.writeAttribute("class", "al-button", null);
        writeData(writer, component, "kind");
        writeData(writer, component, "size");
        if (Markup.flag(component, "disabled")) {
            writer.writeAttribute("disabled", Boolean.TRUE, null);
        }
        String icon = Markup.attribute(component, "icon");
        if (!icon.isEmpty()) {
            Markup.icon(writer, icon);
        }
        writer.writeText(Markup.attribute(component, "label"), null);
        String about = Markup.attribute(component, "about");
        if (!about.isEmpty()) {
            Markup.element(writer, "span", "al-only-ears", " " + about);
        }
    }

    @Override
    public void encodeEnd(FacesContext context, UICommand component) throws IOException {
        context.getResponseWriter().endElement("button");
    }

    private static void writeData(ResponseWriter writer, UICommand component, String name) throws IOException {
        String value = Markup.attribute(component, name);
        if (!value.isEmpty()) {
            writer.writeAttribute("data-" + name, value, null);
        }
    }
}
