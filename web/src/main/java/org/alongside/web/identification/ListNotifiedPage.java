package org.alongside.web.identification;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.identification.NotificationService;
import org.alongside.identification.NotifiedAdult;
import org.alongside.shared.Page;
import org.omnifaces.cdi.Param;

/** Adults who refused to be identified, as the authority knows them: a number, a week and a few coded facts. */
@Named
@RequestScoped
public class ListNotifiedPage {
    private static final int ROWS = 50;

    @EJB
    private NotificationService notifications;

    @Inject
    @Param
    private String after;

    private Page<NotifiedAdult> page;

    public Page<NotifiedAdult> getPage() {
        if (page == null) {
            page = notifications.arrived(after, ROWS);
        }
        return page;
    }

    public boolean isFirst() {
        return after == null;
    }
}
