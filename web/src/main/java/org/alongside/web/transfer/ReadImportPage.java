package org.alongside.web.transfer;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.shared.ImportId;
import org.alongside.shared.Reason;
import org.alongside.transfer.Fault;
import org.alongside.transfer.ImportService;
import org.alongside.transfer.ImportService.ImportChoice;
import org.alongside.transfer.ImportView;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.Reasons;
import org.omnifaces.cdi.Param;

/** What is wrong in a file that was brought, what is to become of it, and how far that is. */
@Named
@RequestScoped
public class ReadImportPage {
    @EJB
    private ImportService imports;

    @Inject
    private Reasons reasons;

    @Inject
    private Act act;

    @Inject
    @Param(name = "import")
    private String id;

    private ImportView view;

    public ImportView getView() {
        if (view == null) {
            view = imports.read(ImportId.of(id));
        }
        return view;
    }

    /** What is wrong there, in words. */
    public String words(Fault fault) {
        return reasons.words(
                Reason.at(fault.column(), fault.code(), fault.values().toArray()));
    }

    /** All of them where every row is good, else those that are. */
    public String begin() {
        return act(
                "transfer.toast.begun",
                () -> imports.begin(ImportId.of(id), new ImportChoice(getView().bad() == 0 ? "ALL" : "GOOD")));
    }

    public String discard() {
        return act("transfer.toast.discarded", () -> imports.discard(ImportId.of(id)));
    }

    /** Refused or not, what is shown afterwards is read anew. */
    private String act(String done, Runnable doing) {
        String next = act.perform(doing, "/transfer/import.xhtml?faces-redirect=true&import=" + ImportId.of(id), done);
        view = null;
        return next;
    }
}
