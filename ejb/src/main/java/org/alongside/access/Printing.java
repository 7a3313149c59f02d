package org.alongside.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.alongside.access.MeService.Me;

/** Marks what the caller prints with their name, their organisation and the time. */
@ApplicationScoped
public class Printing {
    @Inject
    CallerContext callers;

    @Inject
    Workers workers;

    public <T> Printed<T> marked(T content, Set<Category> categories) {
        Caller caller = callers.caller();
        Me me = workers.me(caller);
        return new Printed<>(
                content, categories, new PrintMark(me.name(), me.organisationName(), caller.now(), me.zone()));
    }
}
