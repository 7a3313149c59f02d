package org.alongside.web.transfer;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.alongside.shared.ExportId;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;
import org.alongside.transfer.ExportService;
import org.alongside.transfer.ExportService.Passphrase;
import org.alongside.transfer.ExportView;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.Reasons;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** Decides about taking cases out, has them packed, and shows how far that is. */
@Named
@RequestScoped
public class ReadExportPage {
    @EJB
    private ExportService exports;

    @Inject
    private Act act;

    @Inject
    private Reasons reasons;

    @Inject
    @Param(name = "export")
    private String id;

    private ExportView view;
    private String passphrase;
    private String passphraseAgain;

    public ExportView getView() {
        if (view == null) {
            view = exports.read(ExportId.of(id));
        }
        return view;
    }

    public String getPassphrase() {
        return passphrase;
    }

    public void setPassphrase(String passphrase) {
        this.passphrase = passphrase;
    }

    public String getPassphraseAgain() {
        return passphraseAgain;
    }

    public void setPassphraseAgain(String passphraseAgain) {
        this.passphraseAgain = passphraseAgain;
    }

    public String approve() {
        return act("transfer.toast.approved", () -> exports.approve(ExportId.of(id)));
    }

    public String refuse() {
        return act("transfer.toast.refused", () -> exports.refuse(ExportId.of(id)));
    }

    public String pack() {
        return act("transfer.toast.packing", () -> {
            if (!Objects.equals(passphrase, passphraseAgain)) {
                throw new Refusal(Refusal.Kind.INVALID, List.of(Reason.at("passphraseAgain", "passphrases-differ")));
            }
            exports.pack(ExportId.of(id), new Passphrase(passphrase));
        });
    }

    /** Hands the encrypted file out, once. */
    public void fetch() {
        try {
            Faces.sendFile(exports.fetch(ExportId.of(id)), "cases.zip", true);
        } catch (Refusal refusal) {
            view = null;
            reasons.show(refusal);
        }
    }

    /** Refused or not, what is shown afterwards is read anew. */
    private String act(String done, Runnable doing) {
        view = null;
        return act.perform(doing, "/transfer/export.xhtml?faces-redirect=true&export=" + ExportId.of(id), done);
    }
}
