package org.alongside.web.logbook;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.logbook.Logbook;
import org.alongside.logbook.LogbookService;
import org.alongside.shared.ShiftLineId;
import org.alongside.shared.ShiftNoteId;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.Text;

/** The shift's day: what the last one left, what is open, and what was before. */
@Named
@RequestScoped
public class ReadLogbookPage {
    @EJB
    private LogbookService logbooks;

    @Inject
    private ChosenHouse house;

    @Inject
    private Act act;

    @Inject
    private Text text;

    private Logbook log;

    public Logbook getLog() {
        if (log == null) {
            log = logbooks.read(house.getId()).content();
        }
        return log;
    }

    /** What waits, in a sentence. */
    public String getLede() {
        return house.isNone()
                ? null
                : text.count("logbook.untaken", getLog().untaken().size()) + " "
                        + text.count("logbook.open", getLog().open().size());
    }

    public String takeOver(String note) {
        return perform(() -> logbooks.takeOver(ShiftNoteId.of(note)), "logbook.toast.taken");
    }

    public String finish(String line) {
        return perform(() -> logbooks.finish(house.getId(), ShiftLineId.of(line)), "logbook.toast.done");
    }

    private String perform(Runnable doing, String said) {
        return act.perform(doing, "/logbook/read.xhtml?faces-redirect=true&house=" + house.getId(), said);
    }
}
