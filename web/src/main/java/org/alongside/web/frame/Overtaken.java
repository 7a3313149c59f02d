package org.alongside.web.frame;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.NamingContainer;
import jakarta.faces.component.UICommand;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIForm;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import java.util.Map;

/**
 * A button, or the form around it, that is not there any more: somebody did meanwhile what it was for, while an old page still showed it. Faces does nothing then and
 * says nothing; here it is said in words, on every page alike, and the page that is drawn shows how it stands now.
 */
public class Overtaken implements PhaseListener {
    private static final long serialVersionUID = 1L;

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.INVOKE_APPLICATION;
    }

    @Override
    public void beforePhase(PhaseEvent event) {
        FacesContext faces = event.getFacesContext();
        Map<String, String> sent = faces.getExternalContext().getRequestParameterMap();
        if (faces.isPostback()
                && sent.containsKey(Pressed.FIELD)
                && (!isFormThere(faces.getViewRoot()) || isButtonGone(faces, faces.getViewRoot(), sent))) {
            String words = CDI.current().select(Text.class).get().get("frame.overtaken");
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, words, words));
            faces.validationFailed();
        }
    }

    /** Whether the form that was sent is drawn still, below this component. */
    public static boolean isFormThere(UIComponent parent) {
        for (UIComponent child : (Iterable<UIComponent>) parent::getFacetsAndChildren) {
            if (child instanceof UIForm form && form.isSubmitted() && isDrawn(form) || isFormThere(child)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a button was pressed that is not drawn now. Of those in the rows of a list nothing can be said: they are pressed by id. */
    private static boolean isButtonGone(FacesContext faces, UIComponent parent, Map<String, String> sent) {
        for (UIComponent child : (Iterable<UIComponent>) parent::getFacetsAndChildren) {
            boolean gone = child instanceof UICommand && sent.containsKey(child.getClientId(faces)) && !isDrawn(child);
            boolean rows = child instanceof NamingContainer && !(child instanceof UIForm);
            if (gone || !rows && isButtonGone(faces, child, sent)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a component is drawn, with all in which it stands. */
    private static boolean isDrawn(UIComponent component) {
        for (UIComponent one = component; one != null; one = one.getParent()) {
            if (!one.isRendered()) {
                return false;
            }
        }
        return true;
    }
}
