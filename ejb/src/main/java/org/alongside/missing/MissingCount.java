package org.alongside.missing;

/** How many are missing, for coordinators: no case, no house. */
public record MissingCount(boolean child, boolean unresolved, long people) {}
