package org.alongside.casefile;

import jakarta.persistence.EntityManager;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.shared.Check;
import org.alongside.shared.Sql;

/** What a choice of cases may say: codes that there are, and an organisation of the directory. */
final class FilterRules {
    private final Codes codes;
    private final EntityManager em;

    FilterRules(Codes codes, EntityManager em) {
        this.codes = codes;
        this.em = em;
    }

    /** Everything that is wrong with it, not yet refused. */
    Check check(CaseFilter filter) {
        Check check = new Check();
        new Fields(codes, check).check(filter, "");
        return check.that(
                filter.lead() == null
                        || Sql.of(em, "select organisation_id from organisation where organisation_id = :lead")
                                .with("lead", filter.lead().value())
                                .first(row -> row.uuid(0))
                                .isPresent(),
                "lead",
                "no-such-organisation");
    }
}
