package org.alongside.access;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** What a role may ever make of a category (access_matrix.csv), as loaded into the database. */
public final class RoleMatrix {
    private final Map<Role, Map<Category, Character>> cells = new EnumMap<>(Role.class);

    public RoleMatrix put(Role role, Category category, char access) {
        cells.computeIfAbsent(role, r -> new EnumMap<>(Category.class)).put(category, access);
        return this;
    }

    /** The letter of DOMAIN 7.2; {@code -} where nothing is said. */
    public char of(Role role, Category category) {
        return cells.getOrDefault(role, Map.of()).getOrDefault(category, '-');
    }

    /** Whether at least one of the roles may ever see anything of the category of a single file. */
    public boolean everSeen(Set<Role> roles, Category category) {
        return roles.stream().anyMatch(role -> "FRWMCE".indexOf(of(role, category)) >= 0);
    }

    /** How deep the roles see into a category that is granted to them under a consent. */
    public Depth depthUnderConsent(Set<Role> roles, Category category) {
        return roles.stream()
                .map(role -> switch (of(role, category)) {
                    case 'F', 'R', 'C' -> Depth.FULL;
                    case 'M' -> Depth.MINIMUM;
                    case 'W', 'E' -> Depth.EXISTENCE;
                    default -> Depth.NONE;
                })
                .reduce(Depth.NONE, (a, b) -> a.reaches(b) ? a : b);
    }
}
