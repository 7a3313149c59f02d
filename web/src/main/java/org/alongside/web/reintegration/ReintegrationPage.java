package org.alongside.web.reintegration;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.alongside.access.Permission;
import org.alongside.referral.ReferralService;
import org.alongside.referral.ReferralStatus;
import org.alongside.referral.ReferralView;
import org.alongside.reintegration.NewReintegration.NewAim;
import org.alongside.reintegration.NewReintegration.NewGiven;
import org.alongside.reintegration.NewReintegration.NewReading;
import org.alongside.reintegration.NewReintegration.NewReceiver;
import org.alongside.reintegration.NewReintegration.NewReintegrationEnd;
import org.alongside.reintegration.NewReintegration.NewReturnArrival;
import org.alongside.reintegration.NewReintegration.NewReturnHelp;
import org.alongside.reintegration.NewReintegration.NewReturnStep;
import org.alongside.reintegration.ReintegrationService;
import org.alongside.reintegration.ReintegrationView;
import org.alongside.shared.Reason;
import org.alongside.shared.ReferralId;
import org.alongside.shared.Refusal;
import org.alongside.shared.ReintegrationId;
import org.alongside.shared.SupportId;
import org.alongside.web.casefile.Allowed;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.Text;
import org.omnifaces.cdi.Param;

/** How she goes back or stays: what must be there before she leaves, how she arrived, and how she builds her life. */
@Named
@RequestScoped
public class ReintegrationPage {
    static final String HERE = "/reintegration/one.xhtml?faces-redirect=true&reintegration=";
    private static final Set<ReferralStatus> SAID_YES =
            EnumSet.of(ReferralStatus.ACCEPTED, ReferralStatus.IN_SERVICE, ReferralStatus.COMPLETED);
    private static final List<String> STEPS = List.of("DOCUMENTS", "TRAVEL", "RECEPTION");

    @EJB
    private ReintegrationService reintegrations;

    @EJB
    private ReferralService referrals;

    @Inject
    private ReadCasePage page;

    @Inject
    private Text text;

    @Inject
    private Act act;

    @Inject
    private Allowed allowed;

    @Inject
    @Param
    private String reintegration;

    private final Answers answers = new Answers();
    private ReintegrationView view;
    private List<ReferralView.Whole> accepted;

    public ReintegrationView getView() {
        if (view == null) {
            view = reintegrations.read(getId());
            page.of(view.caseId());
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

    /** Organisations here that said yes to a request for her, which may receive her. */
    public List<ReferralView.Whole> getAccepted() {
        if (accepted == null) {
            accepted = allowed.ever(Permission.READ_REFERRALS)
                    ? referrals.of(getView().caseId()).stream()
                            .filter(one -> SAID_YES.contains(one.card().status()))
                            .toList()
                    : List.of();
        }
        return accepted;
    }

    /** Beside the fields that are left out where an organisation here receives her; nothing where there is none to choose. */
    public String getElsewhereOnly() {
        return getAccepted().isEmpty() ? "" : text.get("reintegration.receiver.ifElsewhere");
    }

    public String confirm() {
        return perform(
                () -> reintegrations.confirm(
                        getId(),
                        new NewReceiver(
                                answers.text("referral").map(ReferralId::of).orElse(null),
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
                        new NewReturnHelp(
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
        return perform(() -> reintegrations.review(getId(), readings()), "reintegration.toast.noted");
    }

    private List<NewReading> readings() {
        List<NewReading> readings = getView().indicators().stream()
                .flatMap(one ->
                        answers.text("reading_" + one.code()).map(said -> new NewReading(one.code(), said)).stream())
                .toList();
        if (readings.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, List.of(Reason.at("", "nothing-talked-about")));
        }
        return readings;
    }

    public String give() {
        return act.handIn(
                () -> new NewGiven(
                        text("kind"),
                        text("purpose"),
                        answers.amount("amount").orElse(null),
                        answers.currency("currency").orElse(null),
                        text("what"),
                        answers.day("givenOn").orElse(null),
                        null),
                (given, key) -> reintegrations.give(getId(), given, key),
                HERE + getId(),
                "reintegration.toast.noted");
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
