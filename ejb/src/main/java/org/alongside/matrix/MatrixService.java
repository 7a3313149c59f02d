package org.alongside.matrix;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alongside.access.CallerContext;
import org.alongside.access.Category;
import org.alongside.access.Files;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.access.Role;
import org.alongside.access.RoleMatrix;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.matrix.MatrixChangeView.ChangeState;
import org.alongside.matrix.MatrixView.Cell;
import org.alongside.shared.Check;
import org.alongside.shared.MatrixChangeId;
import org.alongside.shared.Refusal;

/**
 * The administrators' door to what each role may make of each kind of information: one proposes, another confirms, and from
 * that moment on gate and database go by it.
 */
@Stateless
@PermitAll
public class MatrixService {
    @Inject
    CallerContext callers;

    @Inject
    Files files;

    @Inject
    MatrixChanges changes;

    @Inject
    Codes codes;

    /** What the caller's own roles may make of each kind of information. */
    @Requires(Permission.READ_SELF)
    public List<Cell> mine() {
        return cells(inForce()).stream()
                .filter(cell -> callers.caller().has(cell.role()))
                .toList();
    }

    /** The matrix in force. */
    @Requires(Permission.READ_MATRIX)
    public MatrixView matrix() {
        int newest = changes.newest();
        return new MatrixView(newest, newest, cells(inForce()));
    }

    /**
     * The matrix as it was.
     *
     * @param version from 1, as it was delivered, to the newest; refuses any other as not there
     */
    @Requires(Permission.READ_MATRIX)
    public MatrixView matrixAt(int version) {
        int newest = changes.newest();
        if (version < 1 || version > newest) {
            throw Refusal.notThere();
        }
        Map<Category, Map<Role, Access>> then = inForce();
        for (MatrixChangeView change : changes.all()) {
            if (change.version().filter(made -> made > version).isPresent()) {
                then.get(change.category()).put(change.role(), change.before());
            }
        }
        return new MatrixView(version, newest, cells(then));
    }

    /** Every change that was ever proposed: those that wait first, then the newest. */
    @Requires(Permission.READ_MATRIX)
    public List<MatrixChangeView> changes() {
        return changes.all();
    }

    @Requires(Permission.READ_MATRIX)
    public MatrixChangeView change(MatrixChangeId id) {
        return changes.view(id).orElseThrow(Refusal::notThere);
    }

    /**
     * Proposes a change, which another administrator decides.
     *
     * @return its id; refuses INVALID beyond a fence, and where one waits for that cell already, and STALE where the cell is
     *     not what the one who proposes has read
     */
    @Requires(Permission.CHANGE_MATRIX)
    public MatrixChangeId propose(NewMatrixChange change) {
        Check check = new Check();
        new Fields(codes, check).check(change, "");
        check.orRefuse();
        Optional<Fence> fence = Fence.before(change.role(), change.category(), change.after());
        check.that(
                        fence.isEmpty(),
                        "after",
                        "matrix-fence",
                        fence.map(Fence::name).orElse(""))
                .that(change.before() != change.after(), "after", "matrix-as-it-is")
                .that(!changes.waits(change.role(), change.category()), "category", "matrix-change-waits")
                .orRefuse();
        if (Access.of(files.matrix().of(change.role(), change.category())) != change.before()) {
            throw Refusal.stale("matrix-changed-meanwhile");
        }
        MatrixChangeId id = MatrixChangeId.random();
        changes.propose(id, change, callers.caller());
        return id;
    }

    /**
     * Puts a change into force; refused to the one who proposed it (DOMAIN 0.12), and to whoever was invited by them, invited
     * them, or was invited by the same person, however far back.
     */
    @Requires(Permission.CHANGE_MATRIX)
    public void confirm(MatrixChangeId id) {
        if (change(id).own()) {
            throw Refusal.notAllowed("own-request");
        }
        if (changes.ofTheSameHand(id)) {
            throw Refusal.notAllowed("same-hand");
        }
        decide(id, true);
    }

    /** Refuses a change, or takes one's own back. */
    @Requires(Permission.CHANGE_MATRIX)
    public void refuse(MatrixChangeId id) {
        decide(id, false);
    }

    private void decide(MatrixChangeId id, boolean confirm) {
        if (change(id).state() != ChangeState.PROPOSED || !changes.decide(id, confirm)) {
            throw Refusal.wrongState("matrix-decided-already");
        }
    }

    private Map<Category, Map<Role, Access>> inForce() {
        RoleMatrix matrix = files.matrix();
        Map<Category, Map<Role, Access>> all = new EnumMap<>(Category.class);
        for (Category category : Category.values()) {
            Map<Role, Access> row = new EnumMap<>(Role.class);
            for (Role role : Role.values()) {
                row.put(role, Access.of(matrix.of(role, category)));
            }
            all.put(category, row);
        }
        return all;
    }

    private static List<Cell> cells(Map<Category, Map<Role, Access>> all) {
        List<Cell> cells = new ArrayList<>();
        all.forEach((category, row) -> row.forEach((role, access) -> cells.add(new Cell(role, category, access))));
        return cells;
    }
}
