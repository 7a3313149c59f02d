package org.alongside.web.frame.tag;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UISelectItems;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One answer to choose, or with {@code of} and {@code var} one for each element of a list.
 * To Faces it is a list of select items, so that validation and conversion are those of the platform.
 */
@FacesComponent(Choice.TYPE)
public class Choice extends UISelectItems {
    public static final String TYPE = "org.alongside.Choice";

    /** The answers as Faces wants them. */
    @Override
    public Object getValue() {
        List<SelectItem> items = new ArrayList<>();
        try {
            each(getFacesContext(), items::add);
        } catch (IOException never) {
            throw new IllegalStateException(never);
        }
        return items;
    }

    /** Calls back once for each answer, while the element is there under its name for what stands in the body. */
    void each(FacesContext context, Visitor visitor) throws IOException {
        Object of = getAttributes().get("of");
        if (of == null) {
            visitor.visit(item());
            return;
        }
        String var = (String) getAttributes().get("var");
        Map<String, Object> scope = context.getExternalContext().getRequestMap();
        Object before = scope.get(var);
        for (Object element : of instanceof Object[] array ? Arrays.asList(array) : (Iterable<?>) of) {
            scope.put(var, element);
            visitor.visit(item());
        }
        if (before == null) {
            scope.remove(var);
        } else {
            scope.put(var, before);
        }
    }

    private SelectItem item() {
        Object answer = super.getValue();
        return new SelectItem(
                answer == null ? "" : answer,
                Markup.attribute(this, "label"),
                Markup.attribute(this, "hint"),
                Markup.flag(this, "disabled"));
    }

    /** What is done with each answer. */
    @FunctionalInterface
    interface Visitor {
        void visit(SelectItem item) throws IOException;
    }
}
