package org.alongside.transfer;

import java.util.List;
import java.util.Optional;
import org.alongside.shared.WorkerId;
import org.alongside.transfer.Imports.Lead;

/** The caseworkers who may lead what is brought, found by id or by their name as it stands in the team. */
record Leads(List<Lead> all) {
    Optional<Lead> find(WorkerId worker) {
        return all.stream().filter(one -> one.worker().equals(worker)).findFirst();
    }

    /** Nobody where two have that name. */
    Optional<Lead> find(String named) {
        List<Lead> found = all.stream()
                .filter(one -> one.name().equalsIgnoreCase(named)
                        || one.worker().toString().equalsIgnoreCase(named))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
