package org.alongside.code;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import org.alongside.shared.Sql;

/** Periods that are design choices and so configuration: table {@code setting}. */
@ApplicationScoped
public class Settings {
    @PersistenceContext
    EntityManager em;

    /** The period of that name, in exact time (a day is 24 hours). */
    public Duration of(String name) {
        return Sql.of(em, "select cast(extract(epoch from value) as bigint) from setting where name = :name")
                .with("name", name)
                .first(row -> Duration.ofSeconds(row.count(0)))
                .orElseThrow(() -> new IllegalStateException("No setting " + name));
    }
}
