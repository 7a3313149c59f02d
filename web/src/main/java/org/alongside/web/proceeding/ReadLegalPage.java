package org.alongside.web.proceeding;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.function.BiConsumer;
import org.alongside.access.Permission;
import org.alongside.proceeding.CounselService;
import org.alongside.proceeding.LegalView;
import org.alongside.proceeding.MatterView;
import org.alongside.proceeding.MatterView.Minimum;
import org.alongside.proceeding.ProceedingService;
import org.alongside.proceeding.ProceedingService.NewSupport;
import org.alongside.shared.MatterId;
import org.alongside.web.casefile.Allowed;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.Dates;
import org.alongside.web.frame.PressedOn;

/** The legal matters of the file as far as they are the reader's, and who helps her at the hearing. */
@Named
@RequestScoped
public class ReadLegalPage {
    @EJB
    private ProceedingService proceedings;

    @EJB
    private CounselService counsel;

    @Inject
    private ReadCasePage page;

    @Inject
    private Allowed allowed;

    @Inject
    private Dates dates;

    @Inject
    private Act act;

    private LegalView legal;

    public LegalView getLegal() {
        if (legal == null) {
            legal = proceedings.of(page.getId());
        }
        return legal;
    }

    /** Whether to offer doing what she needs. */
    public boolean isHelping() {
        return allowed.ever(Permission.TAKE_SUPPORT);
    }

    /** Whether its hearing is still to come. */
    public boolean ahead(MatterView matter) {
        return matter.minimum()
                .flatMap(Minimum::hearingAt)
                .filter(at -> at.isAfter(dates.getNow()))
                .isPresent();
    }

    /** @param said id of the matter, and the code of what she needs */
    public String take(String said) {
        return act(said, "proceeding.toast.taken", proceedings::take);
    }

    /** @param said id of the matter, and the code of what she needs */
    public String giveBack(String said) {
        return act(said, "proceeding.toast.givenBack", proceedings::giveBack);
    }

    /** @param matter id of it */
    public String noOther(String matter) {
        return act.perform(
                () -> counsel.noOther(MatterId.of(matter)),
                "/proceeding/of.xhtml?faces-redirect=true&case=" + page.getId(),
                "proceeding.toast.noOther");
    }

    private String act(String pressedOn, String done, BiConsumer<MatterId, NewSupport> support) {
        PressedOn pressed = PressedOn.of(pressedOn);
        return act.perform(
                () -> support.accept(MatterId.of(pressed.id()), new NewSupport(pressed.said())),
                "/proceeding/of.xhtml?faces-redirect=true&case=" + page.getId(),
                done);
    }
}
