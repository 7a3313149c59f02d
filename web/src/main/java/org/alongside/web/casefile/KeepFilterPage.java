package org.alongside.web.casefile;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.casefile.SavedFilterService;
import org.alongside.casefile.SavedFilterService.SavedFilter;
import org.alongside.shared.FilterId;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.Toast;

/** Keeps the choice that the list of cases shows, and forgets one. */
@Named
@RequestScoped
public class KeepFilterPage {
    private static final String LIST = "/casefile/list.xhtml?faces-redirect=true";

    @EJB
    private SavedFilterService filters;

    @Inject
    private ChosenCases chosen;

    @Inject
    private Act act;

    @Inject
    private Toast toast;

    private List<SavedFilter> kept;

    public List<SavedFilter> getKept() {
        if (kept == null) {
            kept = filters.mine();
        }
        return kept;
    }

    /** Whether what the list shows is kept already. */
    public boolean isThisKept() {
        return getKept().stream().anyMatch(one -> one.filter().equals(chosen.getFilter()));
    }

    public String keep() {
        return act.perform(
                () -> filters.save(chosen.getFilter()),
                LIST + "&" + ChosenCases.query(chosen.getFilter()),
                "casefile.filter.toast.kept");
    }

    public String forget(String filter) {
        filters.forget(FilterId.of(filter));
        toast.say("casefile.filter.toast.forgotten");
        return LIST;
    }
}
