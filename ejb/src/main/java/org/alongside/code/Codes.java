package org.alongside.code;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.alongside.shared.Sql;

/** The code lists of this installation; they change only with a migration, and so are read once. */
@ApplicationScoped
public class Codes {
    @PersistenceContext
    EntityManager em;

    private volatile Map<String, Set<String>> lists;

    /** The values of a list in their order; empty where there is no such list. */
    public Set<String> of(String list) {
        return all().getOrDefault(list, Set.of());
    }

    /** Whether a value is one of the list. */
    public Predicate<String> in(String list) {
        return of(list)::contains;
    }

    /** Every list. */
    public Map<String, Set<String>> all() {
        Map<String, Set<String>> known = lists;
        if (known == null) {
            Map<String, Set<String>> read = new LinkedHashMap<>();
            Sql.of(em, "select list, code from code order by list, position")
                    .rows(row -> read.computeIfAbsent(row.text(0), list -> new LinkedHashSet<>())
                            .add(row.text(1)));
            lists = read;
            known = read;
        }
        return known;
    }
}
