/**
 * Whether she is safe, and what is done so that she is: risk assessed with her, her own safety plan, and alerts that somebody answers.
 * The level of the file follows from the newest assessment. Not who may know where she lives ({@code housing}) and not what police know.
 * Called by pages and the API; closing and {@code missing} by {@link org.alongside.safety.OpenAlerts}; {@code careplan} observes
 * {@link org.alongside.safety.RiskSet}; {@code workflows} observes its events and fills {@link org.alongside.safety.SafetyTables}.
 */
package org.alongside.safety;
