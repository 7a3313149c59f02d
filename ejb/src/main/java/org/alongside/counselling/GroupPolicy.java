package org.alongside.counselling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.access.Permission;
import org.alongside.access.Policy;
import org.alongside.access.Role;
import org.alongside.shared.GroupId;
import org.alongside.shared.Reason;

/** A group is its counsellor's, and not there for anybody else. */
@ApplicationScoped
public class GroupPolicy implements Policy<GroupId> {
    @Inject
    Groups groups;

    @Override
    public Class<GroupId> subject() {
        return GroupId.class;
    }

    @Override
    public Optional<Standing> standing(Caller caller, GroupId id) {
        return caller.has(Role.COU)
                ? groups.known(id).map(known -> new Standing(Optional.empty(), id.value(), "OWN", Optional.empty()))
                : Optional.empty();
    }

    @Override
    public List<Reason> objections(Caller caller, Permission permission, GroupId id, Standing standing) {
        return List.of();
    }
}
