package org.alongside.web.draft;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import org.alongside.web.frame.Text;

/**
 * Stops a form in which one text is longer than any text may be, and than a draft keeps: beside that field, before anything
 * is done with it, and with all that was typed still in its place. What is a little too long the rules of the form say.
 */
public class FarTooLong implements PhaseListener {
    private static final long serialVersionUID = 1L;

    private static final int MOST = 10_000;

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.PROCESS_VALIDATIONS;
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        FacesContext faces = event.getFacesContext();
        lookAt(faces.getViewRoot(), faces);
        if (faces.isValidationFailed()) {
            faces.renderResponse();
        }
    }

    private static void lookAt(UIComponent parent, FacesContext faces) {
        for (UIComponent child : (Iterable<UIComponent>) parent::getFacetsAndChildren) {
            if (child instanceof UIInput input
                    && input.getLocalValue() instanceof String text
                    && text.codePointCount(0, text.length()) > MOST) {
                String words = CDI.current().select(Text.class).get().of("frame.field.tooLong", MOST);
                faces.addMessage(input.getClientId(faces), new FacesMessage(FacesMessage.SEVERITY_ERROR, words, words));
                faces.validationFailed();
            }
            lookAt(child, faces);
        }
    }
}
