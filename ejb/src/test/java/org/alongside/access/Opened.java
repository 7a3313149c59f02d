package org.alongside.access;

import jakarta.persistence.EntityManager;
import org.alongside.shared.CaseId;
import org.alongside.shared.Sql;

/** The gate's own reckoning of a file over a connection of a test: real grants, assignments, circles and matrix. */
public final class Opened {
    private Opened() {}

    public static Files over(EntityManager database) {
        RoleMatrix matrix = new RoleMatrix();
        Sql.of(database, "select role_code, category, access from role_category")
                .rows(row -> matrix.put(
                        Role.valueOf(row.text(0)),
                        Category.of(row.number(1)),
                        row.text(2).charAt(0)));
        return new Files() {
            @Override
            public Openness openness(Caller caller, CaseId caseId) {
                return facts(Sql.of(database, FACTS), caller, caseId).openness(caller, matrix);
            }

            @Override
            public Openness found(Caller caller, CaseId caseId) {
                return openness(caller, caseId);
            }

            @Override
            public RoleMatrix matrix() {
                return matrix;
            }
        };
    }

    /** What makes a call repeatable, on that connection. */
    public static Once once(EntityManager em) {
        Once once = new Once();
        once.em = em;
        return once;
    }

    /** What the gate says of cases, by such a reckoning. */
    public static CasePolicy cases(Files files) {
        CasePolicy policy = new CasePolicy();
        policy.files = files;
        return policy;
    }
}
