package org.alongside.careplan;

import java.time.LocalDate;

/**
 * A goal as it is written down with her.
 *
 * @param domain code of care_domain
 * @param statement what she wants, in her own words
 * @param priority code of goal_priority, as she puts it
 * @param targetOn by when she wants to be there, or null
 */
public record NewGoal(String domain, String statement, String priority, LocalDate targetOn) {}
