package org.alongside.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.alongside.access.Role;
import org.alongside.shared.Sql;

/** The collection of the purposes that this programme asks about, in the order in which it asks. */
@ApplicationScoped
class AskedPurposes {
    @PersistenceContext
    EntityManager em;

    /** By their code. */
    Map<String, AskedPurpose> all() {
        Map<String, AskedPurpose> all = new LinkedHashMap<>();
        Sql.of(em, """
                        select purpose, of_adults, of_children, cast(extract(epoch from longest) as bigint), recipients,
                               array_to_string(asked_by, ',')
                          from purpose_asked order by position
                        """)
                .rows(row -> new AskedPurpose(
                        row.text(0),
                        row.yes(1),
                        row.yes(2),
                        Duration.ofSeconds(row.count(3)),
                        row.text(4),
                        row.codes(5).stream().map(Role::valueOf).collect(Collectors.toSet())))
                .forEach(asked -> all.put(asked.purpose(), asked));
        return all;
    }
}
