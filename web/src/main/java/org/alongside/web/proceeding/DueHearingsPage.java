package org.alongside.web.proceeding;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.access.Permission;
import org.alongside.proceeding.DueHearing;
import org.alongside.proceeding.ProceedingService;
import org.alongside.proceeding.ProceedingService.HearingQuery;
import org.alongside.web.casefile.Allowed;

/** Hearings and deadlines on My work: within a week, of the lawyer and of who leads; those that passed, of the lawyer alone. */
@Named
@RequestScoped
public class DueHearingsPage {
    private static final int A_WEEK = 7;
    private static final int ROWS = 20;

    @EJB
    private ProceedingService proceedings;

    @Inject
    private Allowed allowed;

    private List<DueHearing> hearings;

    public List<DueHearing> getHearings() {
        if (hearings == null) {
            hearings = allowed.ever(Permission.READ_HEARINGS)
                    ? proceedings.hearings(new HearingQuery(A_WEEK, null, ROWS)).items()
                    : List.of();
        }
        return hearings;
    }
}
