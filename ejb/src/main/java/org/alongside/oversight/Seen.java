package org.alongside.oversight;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alongside.access.Category;
import org.alongside.access.Role;

/**
 * One time that somebody read, wrote or printed something of a file.
 *
 * @param who their name, where they work for the organisation that leads; of others their organisation alone
 * @param action the permission that was used
 * @param category the kind of information written or printed, where it was one
 * @param bases on what their access rested: codes
 */
public record Seen(
        long number,
        Instant at,
        String organisationName,
        Optional<String> who,
        Set<Role> roles,
        String action,
        Optional<Category> category,
        List<String> bases) {}
