package org.alongside.workflows;

import java.util.ArrayList;
import java.util.List;
import org.alongside.access.Role;
import org.alongside.shared.OrganisationId;

/** Tasks of lawyers, by their houses. */
final class Lawyers {
    private Lawyers() {}

    static List<String> of(List<OrganisationId> houses) {
        List<String> groups = new ArrayList<>();
        houses.forEach(house -> groups.add(house + "/" + Role.LAW));
        return groups;
    }
}
