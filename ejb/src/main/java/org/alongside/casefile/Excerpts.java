package org.alongside.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import org.alongside.access.Caller;
import org.alongside.access.Category;
import org.alongside.access.Files;
import org.alongside.access.Openness;
import org.alongside.shared.CaseId;

/** Parts of a file for another feature's paper: what is asked for and is open to the caller. */
@ApplicationScoped
public class Excerpts {
    @Inject
    CaseReader reader;

    @Inject
    Files files;

    /** The file with the parts of these kinds of information alone, as far as they are open to the caller. */
    public CaseView of(Caller caller, CaseId caseId, Set<Category> categories) {
        return of(caller, caseId, categories, Map.of());
    }

    /**
     * As {@link #of(Caller, CaseId, Set)}, for a paper that somebody else is to read: less what she keeps from them.
     *
     * @param keptBack by kind of information, code of exclusion_part
     */
    public CaseView of(Caller caller, CaseId caseId, Set<Category> categories, Map<Category, String> keptBack) {
        Openness open = files.found(caller, caseId).less(keptBack);
        return reader.view(caller, caseId, open).only(categories);
    }
}
