/**
 * Counts for those who see that help moves: how many, how long, how often late; never a name, and no case. Kept by triggers in
 * the transaction of the act ({@code V040__counts.sql}); pages and the API call
 * {@link org.alongside.report.CoordinationService}. What stands behind a number is read from its feature, not from here.
 */
package org.alongside.report;
