package org.alongside.oversight;

import java.util.Optional;

/**
 * What the verification of the record of one case found.
 *
 * @param events how many events it has
 * @param firstBroken number of the first event that does not hold; absent: all hold
 */
public record ChainVerification(String caseCode, long events, Optional<Long> firstBroken) {}
