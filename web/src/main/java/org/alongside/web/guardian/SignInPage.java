package org.alongside.web.guardian;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Permission;
import org.alongside.guardian.GuardianSignInService;
import org.alongside.guardian.GuardianView;
import org.alongside.guardian.GuardianWorker;
import org.alongside.guardian.NewSignIn;
import org.alongside.guardian.SignInView;
import org.alongside.shared.GuardianId;
import org.alongside.shared.Refusal;
import org.alongside.shared.WorkerId;
import org.alongside.web.casefile.Allowed;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.alongside.web.worklist.WhoIsHere;
import org.omnifaces.cdi.Param;

/** As which worker a guardian signs in: who leads names them, a second person agrees, either closes it. */
@Named
@RequestScoped
public class SignInPage {
    @EJB
    private GuardianSignInService signIns;

    @Inject
    private ReadCasePage page;

    @Inject
    private AroundChildPage around;

    @Inject
    private Allowed allowed;

    @Inject
    private WhoIsHere who;

    @Inject
    private Act act;

    @Inject
    @Param
    private String guardian;

    private final Answers answers = new Answers();
    private List<GuardianWorker> workers;

    public Answers getAnswers() {
        return answers;
    }

    public GuardianView getOne() {
        GuardianId id = GuardianId.of(guardian);
        return around.getAround().guardians().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notThere);
    }

    /** Who is named or signs in; none: nobody, or no more. */
    public SignInView getCurrent() {
        return getOne().signIn().filter(SignInView::current).orElse(null);
    }

    public boolean isNameable() {
        return getCurrent() == null && getOne().mandated() && allowed.ever(Permission.NAME_SIGN_IN);
    }

    public List<GuardianWorker> getWorkers() {
        if (workers == null) {
            workers = isNameable() ? signIns.workers(page.getId()) : List.of();
        }
        return workers;
    }

    /** Whether the reader is the second person. */
    public boolean isToAgree() {
        SignInView current = getCurrent();
        return current != null
                && current.state().equals("WAITING")
                && allowed.ever(Permission.AGREE_SIGN_IN)
                && !isMine();
    }

    /** Whether the reader named who signs in. */
    public boolean isMine() {
        return Optional.ofNullable(getCurrent())
                .filter(one -> who.worker()
                        .filter(me -> me.worker().equals(one.namedBy()))
                        .isPresent())
                .isPresent();
    }

    public String name() {
        return act.perform(
                () -> signIns.name(
                        page.getId(),
                        getOne().id(),
                        new NewSignIn(answers.text("worker").map(WorkerId::of).orElse(null)),
                        null),
                back(),
                "guardian.signIn.toast.named");
    }

    public String agree() {
        return act.perform(() -> signIns.agree(page.getId(), current().id()), back(), "guardian.signIn.toast.open");
    }

    public String close() {
        return act.perform(() -> signIns.close(page.getId(), current().id()), back(), "guardian.signIn.toast.closed");
    }

    private SignInView current() {
        return Optional.ofNullable(getCurrent()).orElseThrow(() -> Refusal.stale("changed-meanwhile"));
    }

    private String back() {
        return "/guardian/around.xhtml?faces-redirect=true&case=" + page.getId();
    }
}
