/**
 * Victims are not punished for what they were made to do: an offence committed under coercion is noted, and her lawyer alone is asked to raise
 * non-punishment; where she has none, who leads is asked to find one and is not told what for. Nothing goes to police or prosecution. That she is detained
 * is a safety alert like any other ({@link org.alongside.safety.OpenAlerts}). Called by pages, the API and the process non-punishment.
 */
package org.alongside.defence;
