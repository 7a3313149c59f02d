package org.alongside.web.missing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.missing.MissingService;
import org.alongside.missing.MissingView;
import org.alongside.missing.NewMissing.NewPoliceReport;
import org.alongside.missing.PoliceLeast;
import org.alongside.shared.MissingId;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.omnifaces.cdi.Param;

/** What the police are told of who is missing, read out before it is said that they know. */
@Named
@RequestScoped
public class TellPolicePage {
    @EJB
    private MissingService missings;

    @Inject
    private Act act;

    @Inject
    @Param
    private String missing;

    private final Answers answers = new Answers();
    private MissingView view;
    private PoliceLeast least;

    public PoliceLeast getLeast() {
        if (least == null) {
            least = missings.least(getId());
        }
        return least;
    }

    public MissingView getView() {
        if (view == null) {
            view = missings.read(getId());
        }
        return view;
    }

    public MissingId getId() {
        return MissingId.of(missing);
    }

    public Answers getAnswers() {
        return answers;
    }

    public String report() {
        return act.perform(
                () -> missings.report(
                        getId(), new NewPoliceReport(answers.text("reference").orElse(null))),
                FollowMissingPage.HERE + getId(),
                "missing.toast.reported");
    }
}
