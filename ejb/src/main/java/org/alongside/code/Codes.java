package org.alongside.code;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.alongside.shared.Sql;

/** The code lists of this installation, kept until the database has newer ones. */
@ApplicationScoped
public class Codes {
    @PersistenceContext
    EntityManager em;

    @Inject
    CodeVersion version;

    private final Kept<Map<String, Set<String>>> lists = new Kept<>(this::read);

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
        return lists.at(version.now());
    }

    private Map<String, Set<String>> read() {
        Map<String, Set<String>> read = new LinkedHashMap<>();
        Sql.of(em, "select list, code from code order by list, position")
                .rows(row -> read.computeIfAbsent(row.text(0), list -> new LinkedHashSet<>())
                        .add(row.text(1)));
        return read;
    }
}
