package org.alongside.web.casefile;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Set;
import org.alongside.access.MeService;
import org.alongside.access.Permission;
import org.alongside.access.Role;

/**
 * Whether a page should offer something at all, {@code #{allowed.ever('OPEN_CASE')}}: what their roles may never do is not
 * drawn. The doors decide; this only keeps people from knocking in vain.
 */
@Named
@RequestScoped
public class Allowed {
    @EJB
    private MeService me;

    private Set<Role> roles;

    public boolean ever(Permission permission) {
        return permission.roles().stream().anyMatch(this::is);
    }

    public boolean is(Role role) {
        if (roles == null) {
            roles = me.me().roles();
        }
        return roles.contains(role);
    }
}
