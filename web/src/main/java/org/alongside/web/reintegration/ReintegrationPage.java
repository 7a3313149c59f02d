package org.alongside.web.reintegration;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.List;
import org.alongside.access.Permission;
import org.alongside.reintegration.NewReintegration.NewAim;
import org.alongside.reintegration.NewReintegration.NewGiven;
import org.alongside.reintegration.NewReintegration.NewReading;
import org.alongside.reintegration.NewReintegration.NewReceiver;
import org.alongside.reintegration.NewReintegration.NewReintegrationEnd;
import org.alongside.reintegration.NewReintegration.NewReturnArrival;
import org.alongside.reintegration.NewReintegration.NewReturnHelper;
import org.alongside.reintegration.NewReintegration.NewReturnStep;
import org.alongside.reintegration.ReintegrationService;
import org.alongside.reintegration.ReintegrationView;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;
import org.alongside.shared.ReintegrationId;
import org.alongside.shared.SupportId;
import org.alongside.web.casefile.Allowed;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.omnifaces.cdi.Param;

/** How she goes back or stays: what must be there before she leaves, how she arrived, and how she builds her life. */
@Named
@RequestScoped
public class ReintegrationPage {
    static final String HERE = "/reintegration/one.xhtml?faces-redirect=true&reintegration=";
    private static final List<String> STEPS = List.of("DOCUMENTS", "TRAVEL", "RECEPTION");

    @EJB
    private ReintegrationService reintegrations;

    @Inject
    private Act act;

    @Inject
    private Allowed allowed;

    @Inject
    @Param
    private String reintegration;

    private final Answers answers = new Answers();
    private ReintegrationView view;

    public ReintegrationView getView() {
        if (view == null) {
            view = reintegrations.read(getId());
        }
        return view;
    }

    public ReintegrationId getId() {
        return ReintegrationId.of(reintegration);
    }

    public Answers getAnswers() {
        return answers;
    }

    public boolean isWritable() {
        return allowed.ever(Permission.PLAN_REINTEGRATION) && getView().running();
    }

    /** What is not arranged yet: codes of return_step. */
    public List<String> getToArrange() {
        return STEPS.stream().filter(getView().missing()::contains).toList();
    }

    public String arrange(String step) {
        return perform(() -> reintegrations.arrange(getId(), new NewReturnStep(step)), "reintegration.toast.noted");
    }

    public String confirm() {
        return perform(
                () -> reintegrations.confirm(
                        getId(),
                        new NewReceiver(
                                null,
                                text("name"),
                                text("confirmedBy"),
                                answers.day("confirmedOn").orElse(null),
                                text("medium"))),
                "reintegration.toast.noted");
    }

    public String helped() {
        return perform(
                () -> reintegrations.helped(
                        getId(),
                        new NewReturnHelper(
                                text("step"),
                                text("helper"),
                                text("answer"),
                                answers.day("on").orElse(null))),
                "reintegration.toast.noted");
    }

    public String depart() {
        return perform(() -> reintegrations.depart(getId()), "reintegration.toast.left");
    }

    public String arrive() {
        return perform(
                () -> reintegrations.arrive(getId(), new NewReturnArrival(text("how"))), "reintegration.toast.arrived");
    }

    public String aim() {
        return act.handIn(
                () -> new NewAim(text("dimension"), text("aim")),
                (aim, key) -> reintegrations.aim(getId(), aim, key),
                HERE + getId(),
                "reintegration.toast.noted");
    }

    public String look() {
        return perform(
                () -> reintegrations.review(getId(), List.of(new NewReading(text("indicator"), text("reading")))),
                "reintegration.toast.noted");
    }

    public String give() {
        return act.handIn(
                () -> new NewGiven(
                        text("kind"),
                        text("purpose"),
                        amount(),
                        text("currency"),
                        text("what"),
                        answers.day("givenOn").orElse(null),
                        null),
                (given, key) -> reintegrations.give(getId(), given, key),
                HERE + getId(),
                "reintegration.toast.noted");
    }

    private BigDecimal amount() {
        try {
            return answers.text("amount").map(BigDecimal::new).orElse(null);
        } catch (NumberFormatException none) {
            throw new Refusal(Refusal.Kind.INVALID, List.of(Reason.at("amount", "no-amount")));
        }
    }

    public String has(String support) {
        return perform(() -> reintegrations.has(getId(), SupportId.of(support)), "reintegration.toast.noted");
    }

    public String end() {
        return perform(
                () -> reintegrations.end(getId(), new NewReintegrationEnd(text("reason"))),
                "reintegration.toast.ended");
    }

    private String perform(Runnable doing, String said) {
        return act.perform(doing, HERE + getId(), said);
    }

    private String text(String field) {
        return answers.text(field).orElse(null);
    }
}
