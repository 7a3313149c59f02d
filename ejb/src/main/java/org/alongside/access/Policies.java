package org.alongside.access;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The policies of all features, each found by the type of the id that it speaks of. */
@ApplicationScoped
class Policies {
    @Inject
    @Any
    Instance<Policy<?>> all;

    private final Map<Class<?>, Policy<?>> bySubject = new HashMap<>();

    @PostConstruct
    void gather() {
        all.forEach(policy -> bySubject.put(policy.subject(), policy));
    }

    /** Whether a policy speaks of ids of that type: then none of it may be asked for without one. */
    boolean speakOf(Class<?> subject) {
        return bySubject.containsKey(subject);
    }

    /** The policy for what is asked for; empty where nothing is, or it is not an id of which a policy speaks. */
    @SuppressWarnings("unchecked")
    Optional<Policy<Object>> of(Object subject) {
        return Optional.ofNullable(subject).map(asked -> (Policy<Object>) bySubject.get(asked.getClass()));
    }
}
