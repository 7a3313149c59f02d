package org.alongside.web.casefile;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.access.Permission;
import org.alongside.access.Role;
import org.alongside.shared.Refusal;
import org.alongside.web.worklist.WhoIsHere;

/**
 * Whether a page should offer something at all, {@code #{allowed.ever('OPEN_CASE')}}: what their roles may never do is not
 * drawn. The doors decide; this only keeps people from knocking in vain.
 */
@Named
@RequestScoped
public class Allowed {
    @Inject
    private WhoIsHere who;

    public boolean ever(Permission permission) {
        return permission.roles().stream().anyMatch(this::is);
    }

    /** Refuses whom their roles never let do it, before anything is typed into a form that they asked for by its address. */
    public void need(Permission permission) {
        if (!ever(permission)) {
            throw Refusal.notAllowed("not-your-role");
        }
    }

    public boolean is(Role role) {
        return who.worker().filter(one -> one.roles().contains(role)).isPresent();
    }
}
