/**
 * The care plan: goals in the survivor's own words, steps towards them with an owner and a date, what blocks them, how they end;
 * needs and strengths, what she says herself, who approved the plan and when it is looked at again.
 * Not here: referrals, and what was agreed to. Called by pages and the API; the journey reads {@link org.alongside.careplan.PlanJournal},
 * {@code closing} ends a plan through {@link org.alongside.careplan.PlanClock}; {@code workflows} observes its events.
 */
package org.alongside.careplan;
