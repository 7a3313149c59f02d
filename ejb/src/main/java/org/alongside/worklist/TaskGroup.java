package org.alongside.worklist;

import org.alongside.shared.OrganisationId;

/** To whom a task is offered: the workers of an organisation who have a role (code of user_role). */
public record TaskGroup(OrganisationId organisation, String role) {
    /** As the engine keeps it: {@code <organisation id>/<role>}. */
    @Override
    public String toString() {
        return organisation + "/" + role;
    }

    public static TaskGroup of(String text) {
        int slash = text.indexOf('/');
        return new TaskGroup(OrganisationId.of(text.substring(0, slash)), text.substring(slash + 1));
    }
}
