package org.alongside.safety;

import java.util.Collection;
import java.util.Comparator;

/** How much danger she is in, from least to most: the codes of risk_level. */
public enum RiskLevel {
    LOW,
    MEDIUM,
    HIGH,
    IMMEDIATE;

    boolean atLeast(RiskLevel other) {
        return compareTo(other) >= 0;
    }

    RiskLevel atLeastAs(RiskLevel other) {
        return atLeast(other) ? this : other;
    }

    static RiskLevel highest(Collection<RiskLevel> levels) {
        return levels.stream().max(Comparator.naturalOrder()).orElse(LOW);
    }
}
