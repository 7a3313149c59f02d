package org.alongside.web.matrix;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.access.Category;
import org.alongside.access.Role;
import org.alongside.matrix.Access;
import org.alongside.matrix.MatrixChangeView;
import org.alongside.web.frame.Text;

/** Says in a sentence what a change of the matrix opens or closes. */
@Named
@RequestScoped
public class MatrixWords {
    @Inject
    private Text text;

    /** "Counsellors would read all of ..." */
    public String would(MatrixChangeView change) {
        return would(change.role(), change.category(), change.after());
    }

    public String would(Role role, Category category, Access after) {
        return text.of(
                "matrix.would." + after, text.get("matrix.who." + role), text.get("code.data_category." + category));
    }

    /** Calm where it closes; danger where it opens. */
    public String tone(MatrixChangeView change) {
        return change.effect() == Access.Effect.CLOSES ? "calm" : "soon";
    }
}
