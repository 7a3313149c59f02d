package org.alongside.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.alongside.access.Category;
import org.alongside.access.Depth;
import org.alongside.access.Files;
import org.alongside.access.Role;
import org.alongside.organisation.Partners;

/** How far those who serve a kind of help may ever read, whatever was agreed and chosen (ACCESS 1). */
@ApplicationScoped
class Reach {
    @Inject
    Partners partners;

    @Inject
    Files files;

    /** Of these kinds of information, those of which they read something or learn that it is there. */
    Set<Category> of(String serviceType, Set<Category> shared) {
        Set<Role> roles = partners.rolesServing(serviceType);
        return shared.stream()
                .filter(category ->
                        files.matrix().depthUnderConsent(roles, category).reaches(Depth.EXISTENCE))
                .collect(Collectors.toSet());
    }

    /**
     * What a paper for them leaves out, so that it says no more than they may read on a page.
     *
     * @param keptBack what she keeps from them besides, by code of exclusion_part
     */
    Map<Category, String> beyond(String serviceType, Set<Category> shared, Map<Category, String> keptBack) {
        Set<Role> roles = partners.rolesServing(serviceType);
        Map<Category, String> beyond = new EnumMap<>(Category.class);
        shared.forEach(category -> {
            switch (files.matrix().depthUnderConsent(roles, category)) {
                case NONE, EXISTENCE -> beyond.put(category, "WHOLE");
                case MINIMUM -> beyond.put(category, keptBack.getOrDefault(category, "BEYOND_MINIMUM"));
                case FULL -> {
                    if (keptBack.containsKey(category)) {
                        beyond.put(category, keptBack.get(category));
                    }
                }
            }
        });
        return beyond;
    }
}
