package org.alongside.web.logbook;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.logbook.IncidentService;
import org.alongside.logbook.Logbook.ShiftColleague;
import org.alongside.logbook.LogbookService;
import org.alongside.logbook.NewIncident;
import org.alongside.shared.CaseId;
import org.alongside.shared.WorkerId;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.Language;

/** Writes down what went wrong in a house. */
@Named
@RequestScoped
public class RecordIncidentPage {
    @EJB
    private IncidentService incidents;

    @EJB
    private LogbookService logbooks;

    @Inject
    private ChosenHouse house;

    @Inject
    private Language language;

    @Inject
    private Act act;

    private final Answers answers = new Answers();
    private List<ShiftColleague> colleagues;

    public Answers getAnswers() {
        return answers;
    }

    public List<ShiftColleague> getColleagues() {
        if (colleagues == null) {
            colleagues = logbooks.colleagues(house.getId());
        }
        return colleagues;
    }

    public String save() {
        return act.handIn(
                this::incident,
                (incident, key) -> incidents.record(house.getId(), incident, key),
                "/logbook/read.xhtml?faces-redirect=true&house=" + house.getId(),
                "logbook.toast.recorded");
    }

    private NewIncident incident() {
        return new NewIncident(
                text("kind"),
                text("severity"),
                answers.instant("happenedAt", language.getZone()).orElse(null),
                text("words"),
                text("done"),
                answers.several("people").stream().map(CaseId::of).toList(),
                answers.text("conductOf").map(WorkerId::of).orElse(null));
    }

    private String text(String field) {
        return answers.text(field).orElse(null);
    }
}
