package org.alongside.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.alongside.access.MeService.Me;
import org.alongside.access.Role;
import org.alongside.worklist.TaskGroup;

/** Who looks at this server's pages now, and how to tell their page that something changed. */
@ApplicationScoped
public class Listeners {
    private final Set<Listener> all = ConcurrentHashMap.newKeySet();

    /**
     * Tells a page from now on.
     *
     * @param me who looks at it
     * @param about the case or referral that it shows; empty: a list, told of everything that reaches its reader
     * @param page told in a word; it must return at once
     * @return what ends it
     */
    public Listener listen(Me me, Optional<UUID> about, Page page) {
        Listener listener = new Listener(me.worker().value(), groups(me), about, page);
        all.add(listener);
        return listener;
    }

    /** It is told no more. */
    public void leave(Listener listener) {
        all.remove(listener);
    }

    boolean none() {
        return all.isEmpty();
    }

    Set<Listener> those(Predicate<Listener> which) {
        return all.stream().filter(which).collect(Collectors.toSet());
    }

    /** Nothing to tell: a word that keeps the way open. */
    void greet() {
        all.forEach(listener -> listener.page().greet());
    }

    private static Set<String> groups(Me me) {
        return me.roles().stream()
                .map(Role::name)
                .map(role -> new TaskGroup(me.organisation(), role).toString())
                .collect(Collectors.toSet());
    }

    /** A page that somebody looks at. */
    public interface Page {
        /** Something changed. */
        void changed();

        /** Nothing changed, and the way to it shall stay open. */
        void greet();
    }

    /**
     * A page with its reader.
     *
     * @param groups the groups to which tasks are offered that the reader belongs to
     */
    public record Listener(UUID worker, Set<String> groups, Optional<UUID> about, Page page) {
        /** Each page is itself, whatever it shows. */
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(page);
        }
    }
}
