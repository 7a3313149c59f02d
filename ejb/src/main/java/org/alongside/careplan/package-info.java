/**
 * The care plan: goals in the survivor's own words, steps towards them with an owner and a date, what blocks them, how they end.
 * Not here: referrals, and what was agreed to. Called by pages and the API; the journey reads {@link org.alongside.careplan.PlanJournal}.
 */
package org.alongside.careplan;
