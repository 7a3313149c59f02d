package org.alongside.web.frame.tag;

import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.UISelectMany;
import jakarta.faces.component.html.HtmlInputHidden;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.alongside.web.draft.Answers;
import org.alongside.web.draft.PageDraft;
import org.alongside.web.frame.Text;

/** What was typed into a form before its session ended, put back into its fields as after an error, and said above it. */
final class Typed {
    private final FacesContext context;
    private final UIComponent form;
    private final PageDraft draft;

    Typed(FacesContext context, UIComponent form) {
        this.context = context;
        this.form = form;
        this.draft = Markup.bean(context, "pageDraft", PageDraft.class);
    }

    /** Whether anything can be typed or chosen in a form. */
    static boolean has(UIComponent form) {
        return inputs(form).stream().anyMatch(input -> !(input instanceof HtmlInputHidden));
    }

    /** Says also, for a form that is sent after its session ended, where its fields are kept. */
    void bringBack() throws IOException {
        ResponseWriter writer = context.getResponseWriter();
        writer.startElement("input", form);
        writer.writeAttribute("type", "hidden", null);
        writer.writeAttribute("name", "draft", null);
        writer.writeAttribute("value", PageDraft.OF_PAGE, null);
        writer.endElement("input");
        if (!context.isPostback() && draft.kept().filter(this::putBack).isPresent()) {
            say(writer);
        }
    }

    private boolean putBack(Answers answers) {
        List<UIInput> typed = inputs(form).stream()
                .filter(input -> answers.containsKey(input.getId()))
                .toList();
        typed.forEach(input -> input.setSubmittedValue(
                input instanceof UISelectMany
                        ? answers.several(input.getId()).toArray(new String[0])
                        : answers.text(input.getId()).orElse("")));
        return typed.stream().anyMatch(input -> !(input instanceof HtmlInputHidden));
    }

    private void say(ResponseWriter writer) throws IOException {
        Text text = Markup.bean(context, "t", Text.class);
        writer.startElement("div", form);
        writer.writeAttribute("class", "al-notice", null);
        writer.writeAttribute("data-tone", "info", null);
        writer.writeAttribute("data-restored", "restored", null);
        writer.writeAttribute("role", "status", null);
        writer.writeAttribute("tabindex", "-1", null);
        Markup.icon(writer, "undo");
        Markup.element(writer, "p", null, text.get("frame.draft.back"));
        writer.startElement("button", form);
        writer.writeAttribute("class", "al-button", null);
        writer.writeAttribute("data-kind", "bare", null);
        writer.writeAttribute("data-size", "s", null);
        writer.writeAttribute("name", "forget", null);
        writer.writeAttribute("value", "yes", null);
        writer.writeAttribute("formaction", draft.getKeeper(), null);
        writer.writeText(text.get("frame.draft.forget"), null);
        writer.endElement("button");
        writer.endElement("div");
    }

    private static List<UIInput> inputs(UIComponent parent) {
        List<UIInput> inputs = new ArrayList<>();
        for (UIComponent child : (Iterable<UIComponent>) parent::getFacetsAndChildren) {
            if (child instanceof UIInput input) {
                inputs.add(input);
            }
            inputs.addAll(inputs(child));
        }
        return inputs;
    }
}
