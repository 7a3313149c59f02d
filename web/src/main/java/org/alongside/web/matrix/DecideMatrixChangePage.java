package org.alongside.web.matrix;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.access.Permission;
import org.alongside.matrix.MatrixChangeView;
import org.alongside.matrix.MatrixChangeView.ChangeState;
import org.alongside.matrix.MatrixService;
import org.alongside.shared.MatrixChangeId;
import org.alongside.web.casefile.Allowed;
import org.alongside.web.frame.Act;
import org.omnifaces.cdi.Param;

/** One proposed change of the matrix: what it opens or closes, and the decision of another administrator. */
@Named
@RequestScoped
public class DecideMatrixChangePage {
    @EJB
    private MatrixService matrix;

    @Inject
    private Act act;

    @Inject
    private Allowed allowed;

    @Inject
    @Param(name = "change")
    private String id;

    private MatrixChangeView view;

    public MatrixChangeView getView() {
        if (view == null) {
            view = matrix.change(MatrixChangeId.of(id));
        }
        return view;
    }

    public boolean isWaits() {
        return getView().state() == ChangeState.PROPOSED;
    }

    /** Whether it is for an administrator to decide at all. */
    public boolean isDecides() {
        return isWaits() && allowed.ever(Permission.CHANGE_MATRIX);
    }

    public String confirm() {
        return act("matrix.toast.confirmed", () -> matrix.confirm(MatrixChangeId.of(id)));
    }

    public String refuse() {
        return act("matrix.toast.refused", () -> matrix.refuse(MatrixChangeId.of(id)));
    }

    /** Refused or not, what is shown afterwards is read anew. */
    private String act(String done, Runnable doing) {
        view = null;
        return act.perform(doing, "/matrix/change.xhtml?faces-redirect=true&change=" + MatrixChangeId.of(id), done);
    }
}
