package org.alongside.web.transfer;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.access.Permission;
import org.alongside.transfer.ImportService;
import org.alongside.transfer.ImportView;
import org.alongside.web.casefile.Allowed;

/** Tells a supervisor under My work that what they had imported is done. */
@Named
@RequestScoped
public class FinishedImports {
    @EJB
    private ImportService imports;

    @Inject
    private Allowed allowed;

    private List<ImportView> list;

    public List<ImportView> getList() {
        if (list == null) {
            list = allowed.ever(Permission.SEE_FINISHED_IMPORTS) ? imports.finished() : List.of();
        }
        return list;
    }
}
