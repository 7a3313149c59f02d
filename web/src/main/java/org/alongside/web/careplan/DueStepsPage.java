package org.alongside.web.careplan;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.access.Permission;
import org.alongside.careplan.DueStep;
import org.alongside.careplan.StepService;
import org.alongside.careplan.StepService.DueQuery;
import org.alongside.shared.Page;
import org.alongside.web.casefile.Allowed;
import org.omnifaces.cdi.Param;

/** The steps of care plans on My work: overdue, and due within a week. */
@Named
@RequestScoped
public class DueStepsPage {
    private static final int A_WEEK = 7;
    private static final int ROWS = 20;

    @EJB
    private StepService steps;

    @Inject
    private Allowed allowed;

    /** Where the list goes on. */
    @Inject
    @Param(name = "steps")
    private String after;

    private Page<DueStep> page;

    public List<DueStep> getSteps() {
        return page().items();
    }

    /** Where the list goes on; null where this is all. */
    public String getNext() {
        return page().next().orElse(null);
    }

    public boolean isFirst() {
        return after == null;
    }

    private Page<DueStep> page() {
        if (page == null) {
            page = allowed.ever(Permission.READ_DUE_STEPS)
                    ? steps.due(new DueQuery(A_WEEK, false, after, ROWS))
                    : new Page<>(List.of(), java.util.Optional.empty());
        }
        return page;
    }
}
