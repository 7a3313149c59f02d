package org.alongside.careplan;

import org.alongside.code.CodeOf;

/**
 * That she agreed to a goal.
 *
 * @param agreedByHer whether she says yes to it as it is written
 * @param backing what stands behind a child's yes, code of goal_backing; null for an adult
 */
public record NewAgreement(
        boolean agreedByHer, @CodeOf("goal_backing") String backing) {}
