package org.alongside.code;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.alongside.shared.Sql;

/** Periods that are design choices and so configuration: table {@code setting}. */
@ApplicationScoped
public class Settings {
    @PersistenceContext
    EntityManager em;

    @Inject
    CodeVersion version;

    private final Kept<Map<String, Duration>> periods = new Kept<>(this::read);

    /** The period of that name, in exact time (a day is 24 hours). */
    public Duration of(String name) {
        Duration period = periods.at(version.now()).get(name);
        if (period == null) {
            throw new IllegalStateException("No setting " + name);
        }
        return period;
    }

    private Map<String, Duration> read() {
        Map<String, Duration> read = new HashMap<>();
        Sql.of(em, "select name, cast(extract(epoch from value) as bigint) from setting")
                .rows(row -> read.put(row.text(0), Duration.ofSeconds(row.count(1))));
        return read;
    }
}
