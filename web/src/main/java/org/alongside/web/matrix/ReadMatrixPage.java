package org.alongside.web.matrix;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.alongside.access.Category;
import org.alongside.access.Permission;
import org.alongside.access.Role;
import org.alongside.matrix.Access;
import org.alongside.matrix.Fence;
import org.alongside.matrix.MatrixChangeView;
import org.alongside.matrix.MatrixChangeView.ChangeState;
import org.alongside.matrix.MatrixService;
import org.alongside.matrix.MatrixView;
import org.alongside.shared.Refusal;
import org.alongside.web.casefile.Allowed;
import org.omnifaces.cdi.Param;

/** The matrix, now or as it was: one role in words, all of it in letters, what waits and what was decided. */
@Named
@RequestScoped
public class ReadMatrixPage {
    @EJB
    private MatrixService matrix;

    @Inject
    private Allowed allowed;

    @Inject
    @Param(name = "role")
    private String role;

    @Inject
    @Param(name = "version")
    private Integer version;

    private MatrixView view;
    private List<MatrixChangeView> changes;

    public MatrixView getView() {
        if (view == null) {
            view = version == null ? matrix.matrix() : matrix.matrixAt(version);
        }
        return view;
    }

    /** Whose row is shown in words; caseworkers' where nobody was chosen. */
    public Role getRole() {
        return role == null
                ? Role.CW
                : Arrays.stream(Role.values())
                        .filter(one -> one.name().equals(role))
                        .findFirst()
                        .orElseThrow(Refusal::notThere);
    }

    public Role[] getRoles() {
        return Role.values();
    }

    public Category[] getCategories() {
        return Category.values();
    }

    public Access[] getLetters() {
        return Access.values();
    }

    public List<MatrixChangeView> getWaiting() {
        return changes(true);
    }

    public List<MatrixChangeView> getDecided() {
        return changes(false);
    }

    public boolean isOld() {
        return getView().version() != getView().newest();
    }

    /** Whether a change of it could be proposed here: the fences leave something, and what is shown is in force. */
    public boolean mayChange(Category category) {
        return !isOld()
                && allowed.ever(Permission.CHANGE_MATRIX)
                && Arrays.stream(Access.values())
                        .anyMatch(access -> access != getView().access(getRole(), category)
                                && Fence.before(getRole(), category, access).isEmpty());
    }

    private List<MatrixChangeView> changes(boolean waiting) {
        if (changes == null) {
            changes = matrix.changes();
        }
        return changes.stream()
                .filter(one -> one.state() == ChangeState.PROPOSED == waiting)
                .toList();
    }
}
