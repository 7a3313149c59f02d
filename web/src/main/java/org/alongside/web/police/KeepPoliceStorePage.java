package org.alongside.web.police;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.police.NewPoliceRecord;
import org.alongside.police.NewPoliceRecord.NewPoliceNote;
import org.alongside.police.NewPoliceRecord.NewPoliceShare;
import org.alongside.police.NewPoliceRecord.NewProtectionNeed;
import org.alongside.police.PoliceService;
import org.alongside.police.PoliceStore;
import org.alongside.shared.Ids;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;

/** What the reader's own agency keeps, and what it tells of its own accord. */
@Named
@RequestScoped
public class KeepPoliceStorePage {
    @EJB
    private PoliceService police;

    @Inject
    private ReadCasePage page;

    @Inject
    private Act act;

    private PoliceStore store;

    private final Answers answers = new Answers();

    public Answers getAnswers() {
        return answers;
    }

    public PoliceStore getStore() {
        if (store == null) {
            store = police.of(page.getId());
        }
        return store;
    }

    public String keep() {
        NewPoliceRecord kept = new NewPoliceRecord(text("reference"), text("unit"), text("contact"));
        return perform(() -> police.keep(page.getId(), kept), "police.toast.kept");
    }

    public String note() {
        store = null;
        return act.handIn(
                () -> new NewPoliceNote(text("words")),
                (note, key) -> police.note(page.getId(), note, key),
                here(),
                "police.toast.noted");
    }

    public String need() {
        store = null;
        return act.handIn(
                () -> new NewProtectionNeed(text("measure")),
                (need, key) -> police.need(page.getId(), need, key),
                here(),
                "police.toast.needed");
    }

    public String share() {
        store = null;
        return act.handIn(
                () -> new NewPoliceShare(text("kind"), text("told")),
                (told, key) -> police.share(page.getId(), told, key),
                here(),
                "police.toast.shared");
    }

    public String endNeed(String id) {
        return perform(() -> police.endNeed(page.getId(), Ids.parse(id)), "police.toast.ended");
    }

    public String withdraw(String id) {
        return perform(() -> police.withdraw(page.getId(), Ids.parse(id)), "police.toast.withdrawn");
    }

    private String perform(Runnable doing, String said) {
        store = null;
        return act.perform(doing, here(), said);
    }

    private String here() {
        return "/police/of.xhtml?faces-redirect=true&case=" + page.getId();
    }

    private String text(String field) {
        return answers.text(field).orElse(null);
    }
}
