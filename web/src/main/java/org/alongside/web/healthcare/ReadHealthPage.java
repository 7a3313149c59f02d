package org.alongside.web.healthcare;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.healthcare.HealthService;
import org.alongside.healthcare.HealthView;
import org.alongside.healthcare.HealthView.Appointment;
import org.alongside.healthcare.NewCare.AppointmentTurn;
import org.alongside.healthcare.NewCare.NewCareEnd;
import org.alongside.healthcare.NewCare.NewForensicAgreement;
import org.alongside.shared.Ids;
import org.alongside.shared.UrgentCareId;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.Dates;
import org.alongside.web.frame.PressedOn;

/** Her health, by as much as is the reader's to know, and what is said of it with one press. */
@Named
@RequestScoped
public class ReadHealthPage {
    @EJB
    private HealthService health;

    @Inject
    private ReadCasePage page;

    @Inject
    private Act act;

    @Inject
    private Dates dates;

    private HealthView view;

    private final Answers answers = new Answers();

    public Answers getAnswers() {
        return answers;
    }

    public HealthView getView() {
        if (view == null) {
            view = health.of(page.getId());
        }
        return view;
    }

    /** What is still to be, and what is past and nobody has said what became of it. */
    public List<Appointment> getPlanned() {
        return getView().appointments().stream().filter(Appointment::planned).toList();
    }

    public List<Appointment> getBefore() {
        return getView().appointments().stream().filter(one -> !one.planned()).toList();
    }

    public boolean past(Appointment one) {
        return one != null && !one.appointmentAt().isAfter(dates.getNow());
    }

    /** @param pressedOn id of the appointment and code of appointment_state, with a colon between them */
    public String turn(String pressedOn) {
        PressedOn pressed = PressedOn.of(pressedOn);
        return perform(
                () -> health.turn(
                        page.getId(), Ids.parse(pressed.id()), new AppointmentTurn(pressed.said(), null, true)),
                "healthcare.toast.turned");
    }

    /** @param pressedOn id of the care and code of urgent_care_end, with a colon between them */
    public String settle(String pressedOn) {
        PressedOn pressed = PressedOn.of(pressedOn);
        return perform(
                () -> health.settle(page.getId(), UrgentCareId.of(pressed.id()), new NewCareEnd(pressed.said(), null)),
                "healthcare.toast.settled");
    }

    public String forget(String id) {
        return perform(() -> health.forget(page.getId(), Ids.parse(id)), "healthcare.toast.forgotten");
    }

    public String overcome(String id) {
        return perform(() -> health.overcome(page.getId(), Ids.parse(id)), "healthcare.toast.overcome");
    }

    public String withdraw(String id) {
        return perform(() -> health.withdraw(page.getId(), Ids.parse(id)), "healthcare.toast.withdrawn");
    }

    public String agree() {
        view = null;
        return act.handIn(
                () -> new NewForensicAgreement(text("giver"), text("language"), text("interpreter")),
                (agreed, key) -> health.agree(page.getId(), agreed, key),
                here(),
                "healthcare.toast.agreed");
    }

    private String perform(Runnable doing, String said) {
        view = null;
        return act.perform(doing, here(), said);
    }

    private String here() {
        return "/healthcare/of.xhtml?faces-redirect=true&case=" + page.getId();
    }

    private String text(String field) {
        return answers.text(field).orElse(null);
    }
}
