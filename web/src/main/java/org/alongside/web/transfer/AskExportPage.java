package org.alongside.web.transfer;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.shared.ExportId;
import org.alongside.shared.Refusal;
import org.alongside.transfer.ExportService;
import org.alongside.transfer.ExportService.NewExport;
import org.alongside.transfer.ExportView;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Reasons;
import org.alongside.web.frame.Toast;

/** Asks to take the organisation's own cases out, and shows what was asked before. */
@Named
@RequestScoped
public class AskExportPage {
    @EJB
    private ExportService exports;

    @Inject
    private Reasons reasons;

    @Inject
    private Toast toast;

    private final Answers answers = new Answers();
    private List<ExportView> asked;

    public Answers getAnswers() {
        return answers;
    }

    public List<ExportView> getAsked() {
        if (asked == null) {
            asked = exports.list();
        }
        return asked;
    }

    public String ask() {
        try {
            ExportId id = exports.ask(new NewExport(answers.text("reason").orElse(null)));
            toast.say("transfer.toast.asked");
            return "/transfer/export.xhtml?faces-redirect=true&export=" + id;
        } catch (Refusal refusal) {
            reasons.show(refusal);
            return null;
        }
    }
}
