package org.alongside.web.transfer;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.access.Permission;
import org.alongside.transfer.ExportService;
import org.alongside.transfer.ExportView;
import org.alongside.transfer.ImportService;
import org.alongside.transfer.ImportView;
import org.alongside.web.casefile.Allowed;

/** Tells a supervisor under My work what they had imported, and which taking out of cases waits for them. */
@Named
@RequestScoped
public class OwnErrands {
    @EJB
    private ImportService imports;

    @EJB
    private ExportService exports;

    @Inject
    private Allowed allowed;

    private List<ImportView> finished;
    private List<ExportView> waiting;

    public List<ImportView> getFinished() {
        if (finished == null) {
            finished = allowed.ever(Permission.SEE_ERRANDS) ? imports.finished() : List.of();
        }
        return finished;
    }

    public List<ExportView> getWaiting() {
        if (waiting == null) {
            waiting = allowed.ever(Permission.SEE_ERRANDS)
                    ? exports.list().stream().filter(ExportView::waitsForReader).toList()
                    : List.of();
        }
        return waiting;
    }
}
