package org.alongside.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;

/**
 * Says the reasons of a refusal in words: beside the field they belong to, or on top of the page. The field
 * {@code name.preferred} of a record is the component {@code name_preferred}; of a list the whole question is meant.
 */
@RequestScoped
public class Reasons {
    @Inject
    Text text;

    @Inject
    Dates dates;

    /** Shows them on the page under way; what is not there is left to the filter that answers 404. */
    public void show(Refusal refusal) {
        if (refusal.kind() == Refusal.Kind.NOT_THERE) {
            throw refusal;
        }
        show(refusal.reasons());
    }

    public void show(Collection<Reason> reasons) {
        FacesContext context = FacesContext.getCurrentInstance();
        for (Reason reason : reasons) {
            String words = words(reason);
            String place = place(context, reason.field());
            boolean said = context.getMessageList(place).stream()
                    .anyMatch(message -> message.getDetail().equals(words));
            if (!said) {
                context.addMessage(place, new FacesMessage(FacesMessage.SEVERITY_ERROR, words, words));
            }
        }
        if (!reasons.isEmpty()) {
            context.validationFailed();
        }
    }

    /** The reason alone, in words. */
    public String words(Reason reason) {
        return text.of(
                "reason." + reason.code(),
                reason.values().stream().map(this::word).toArray());
    }

    /** The name of the input that a reason belongs to: {@code screening.acts.2} is about {@code screening_acts}. */
    public static String input(Reason reason) {
        return reason.field().replace('.', '_');
    }

    private Object word(Object value) {
        if (value instanceof Duration length) {
            return dates.span(length);
        }
        if (value instanceof Instant instant) {
            return dates.absolute(instant);
        }
        return value instanceof LocalDate day ? dates.day(day) : value;
    }

    private static String place(FacesContext context, String field) {
        String id = field.replace('.', '_');
        return List.of(id, id.replaceFirst("_\\d+$", "")).stream()
                .map(one -> find(context.getViewRoot(), one))
                .flatMap(Optional::stream)
                .findFirst()
                .map(input -> input.getClientId(context))
                .orElse(null);
    }

    /** The component with that id; forms of the house keep ids as written, so it alone tells. Not where it is not drawn. */
    public static Optional<UIComponent> find(UIComponent parent, String id) {
        if (id.isEmpty() || !parent.isRendered()) {
            return Optional.empty();
        }
        if (id.equals(parent.getId())) {
            return Optional.of(parent);
        }
        for (UIComponent child : (Iterable<UIComponent>) parent::getFacetsAndChildren) {
            Optional<UIComponent> found = find(child, id);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
