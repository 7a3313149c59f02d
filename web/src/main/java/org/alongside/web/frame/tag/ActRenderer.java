package org.alongside.web.frame.tag;

import jakarta.faces.component.UICommand;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ActionEvent;
import jakarta.faces.render.FacesRenderer;
import jakarta.faces.render.Renderer;

/**
 * Draws nothing: it listens for the buttons that al:press draws in the rows of a list. They send which row by its own id,
 * so that a list that changed meanwhile never makes a button act on its neighbour.
 */
@FacesRenderer(componentFamily = "jakarta.faces.Command", rendererType = ActRenderer.TYPE)
public class ActRenderer extends Renderer<UICommand> {
    public static final String TYPE = "org.alongside.Act";

    @Override
    public void decode(FacesContext context, UICommand component) {
        String pressed = context.getExternalContext().getRequestParameterMap().get(component.getClientId(context));
        if (pressed != null && !pressed.isEmpty()) {
            component.queueEvent(new ActionEvent(context, component));
        }
    }
}
