package org.alongside.web.draft;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;

/** Throws the draft of a page away once what was typed there is handed in. */
public class HandedIn implements PhaseListener {
    private static final long serialVersionUID = 1L;

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.INVOKE_APPLICATION;
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        FacesContext faces = event.getFacesContext();
        if (faces.isPostback() && !faces.isValidationFailed()) {
            PageDraft draft = CDI.current().select(PageDraft.class).get();
            draft.discard(draft.getPage());
        }
    }
}
