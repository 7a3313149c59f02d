package org.alongside.web.matrix;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.alongside.access.Role;
import org.alongside.matrix.MatrixService;
import org.alongside.matrix.MatrixView.Cell;
import org.alongside.web.worklist.WhoIsHere;

/** Says to whoever signed in, in words, what is open to them and what is not. */
@Named
@RequestScoped
public class ReadOwnMatrixPage {
    /** Those for whom no file opens yet: their own pages are not part of this version. */
    private static final Set<Role> WITHOUT_FILES = EnumSet.of(Role.GRD, Role.ANL, Role.SUR, Role.DPO, Role.ADM);

    @EJB
    private MatrixService matrix;

    @Inject
    private WhoIsHere who;

    private List<Cell> cells;

    public List<Role> getRoles() {
        return who.worker().stream()
                .flatMap(one -> one.roles().stream())
                .sorted()
                .toList();
    }

    /** Whether they sign in for a file of their own, where nothing on the screen says what this is about (DOMAIN 0.15). */
    public boolean isOwn() {
        return getRoles().equals(List.of(Role.SUR));
    }

    public boolean isFiles(Role role) {
        return !WITHOUT_FILES.contains(role);
    }

    /** By kind of information, of one role of theirs. */
    public List<Cell> of(Role role) {
        if (cells == null) {
            cells = matrix.mine();
        }
        return cells.stream().filter(cell -> cell.role() == role).toList();
    }
}
