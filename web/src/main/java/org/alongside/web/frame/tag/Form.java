package org.alongside.web.frame.tag;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.html.HtmlForm;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.ExternalContextWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.FacesContextWrapper;
import jakarta.faces.context.ResponseWriter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.alongside.web.draft.PageDraft;
import org.alongside.web.frame.Pressed;

/**
 * A form of the house: what is wrong stands above it, ids in it are as written, and it is sent to the address that the
 * page was read from, query included, so that the page can still be reloaded and bookmarked after an error. What is typed
 * into one that keeps no draft of its own is kept by its page.
 */
@FacesComponent(Form.TYPE)
public class Form extends HtmlForm {
    public static final String TYPE = "org.alongside.Form";

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        setStyleClass("al-form");
        Map<String, Object> extra = getPassThroughAttributes(true);
        extra.put("autocomplete", "off");
        extra.put("novalidate", "novalidate");
        putIfGiven(extra, "draft");
        putIfGiven(extra, "measure");
        boolean kept = Markup.attribute(this, "draft").isEmpty() && Typed.has(this);
        if (kept) {
            extra.put(
                    "data-draft",
                    Markup.bean(context, "pageDraft", PageDraft.class).getKeeper());
        }
        super.encodeBegin(sentToThisAddress(context));
        writeNumber(context.getResponseWriter());
        if (kept) {
            new Typed(context, this).bringBack();
        }
        if (isSubmitted()) {
            Errors.write(context, this);
        }
    }

    /** By which a button that is pressed twice is told from one that is pressed anew. */
    private void writeNumber(ResponseWriter writer) throws IOException {
        writer.startElement("input", this);
        writer.writeAttribute("type", "hidden", null);
        writer.writeAttribute("name", Pressed.FIELD, null);
        writer.writeAttribute("value", Pressed.number(), null);
        writer.endElement("input");
    }

    @Override
    public boolean isPrependId() {
        return false;
    }

    private void putIfGiven(Map<String, Object> extra, String name) {
        String value = Markup.attribute(this, name);
        if (!value.isEmpty()) {
            extra.put("data-" + name, value);
        }
    }

    @SuppressWarnings("unchecked") // the wrapper of the platform has a raw map
    private static FacesContext sentToThisAddress(FacesContext context) {
        HttpServletRequest request =
                (HttpServletRequest) context.getExternalContext().getRequest();
        String query = request.getQueryString();
        if (query == null) {
            return context;
        }
        ExternalContext external = new ExternalContextWrapper(context.getExternalContext()) {
            @Override
            public String encodeActionURL(String url) {
                return super.encodeActionURL(url + "?" + query);
            }
        };
        return new FacesContextWrapper(context) {
            @Override
            public ExternalContext getExternalContext() {
                return external;
            }
        };
    }
}
