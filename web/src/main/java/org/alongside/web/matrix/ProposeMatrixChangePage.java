package org.alongside.web.matrix;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.alongside.access.Category;
import org.alongside.access.Role;
import org.alongside.matrix.Access;
import org.alongside.matrix.Fence;
import org.alongside.matrix.MatrixService;
import org.alongside.matrix.NewMatrixChange;
import org.alongside.shared.MatrixChangeId;
import org.alongside.shared.Refusal;
import org.alongside.web.frame.Reasons;
import org.alongside.web.frame.Toast;
import org.omnifaces.cdi.Param;

/** Proposes what one role is to make of one kind of information, of what the fences leave open. */
@Named
@RequestScoped
public class ProposeMatrixChangePage {
    @EJB
    private MatrixService matrix;

    @Inject
    private Reasons reasons;

    @Inject
    private Toast toast;

    @Inject
    @Param(name = "role")
    private String role;

    @Inject
    @Param(name = "category")
    private String category;

    private Access now;
    private Access after;
    private String reason;

    public Role getRole() {
        return one(Role.values(), role);
    }

    public Category getCategory() {
        return one(Category.values(), category);
    }

    /** What it is now. */
    public Access getNow() {
        if (now == null) {
            now = matrix.matrix().access(getRole(), getCategory());
        }
        return now;
    }

    /** What it can become. */
    public List<Access> getChoices() {
        return Arrays.stream(Access.values())
                .filter(access -> access != getNow()
                        && Fence.before(getRole(), getCategory(), access).isEmpty())
                .toList();
    }

    public Access getAfter() {
        return after;
    }

    public void setAfter(Access after) {
        this.after = after;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String propose() {
        try {
            MatrixChangeId id = matrix.propose(new NewMatrixChange(getRole(), getCategory(), getNow(), after, reason));
            toast.say("matrix.toast.proposed");
            return "/matrix/change.xhtml?faces-redirect=true&change=" + id;
        } catch (Refusal refusal) {
            reasons.show(refusal);
            return null;
        }
    }

    private static <T extends Enum<T>> T one(T[] all, String name) {
        return Arrays.stream(all)
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(Refusal::notThere);
    }
}
