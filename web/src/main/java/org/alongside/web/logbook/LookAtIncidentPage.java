package org.alongside.web.logbook;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.access.Permission;
import org.alongside.logbook.IncidentService;
import org.alongside.logbook.IncidentView;
import org.alongside.logbook.IncidentView.IncidentCount;
import org.alongside.logbook.IncidentView.IncidentRow;
import org.alongside.logbook.NewIncident.NewIncidentLook;
import org.alongside.shared.IncidentId;
import org.alongside.web.casefile.Allowed;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.omnifaces.cdi.Param;

/** The incidents that the caller reads, and one of them to look at. */
@Named
@RequestScoped
public class LookAtIncidentPage {
    @EJB
    private IncidentService incidents;

    @Inject
    private Allowed allowed;

    @Inject
    private Act act;

    @Inject
    @Param(name = "incident")
    private String id;

    private final Answers answers = new Answers();
    private List<IncidentRow> list;
    private List<IncidentCount> counts;
    private IncidentView view;

    public Answers getAnswers() {
        return answers;
    }

    public List<IncidentRow> getList() {
        if (list == null) {
            list = incidents.list();
        }
        return list;
    }

    /** By month and kind, for who may count them. */
    public List<IncidentCount> getCounts() {
        if (counts == null) {
            counts = allowed.ever(Permission.COUNT_INCIDENTS) ? incidents.count() : List.of();
        }
        return counts;
    }

    public long getWaiting() {
        return getList().stream().filter(one -> !one.waitingFor().isEmpty()).count();
    }

    public IncidentView getView() {
        if (view == null) {
            view = incidents.read(IncidentId.of(id)).content();
        }
        return view;
    }

    /** A tone for how serious it is. */
    public String tone(String severity) {
        return switch (severity) {
            case "DANGER" -> "danger";
            case "SERIOUS" -> "soon";
            default -> "";
        };
    }

    /** A shape for how serious it is. */
    public String icon(String severity) {
        return switch (severity) {
            case "DANGER" -> "alert";
            case "SERIOUS" -> "high";
            default -> "low";
        };
    }

    public String look() {
        view = null;
        return act.perform(
                () -> incidents.look(
                        IncidentId.of(id),
                        new NewIncidentLook(answers.text("learned").orElse(null))),
                "/logbook/incidents.xhtml?faces-redirect=true",
                "logbook.toast.looked");
    }
}
