/**
 * Limits on somebody's stay in a house: each with a reason, an end and a reviewer who did not impose it, and she is told of each. Nobody is
 * kept in; there is no limit for that. Why it was imposed is the house's to know; that there is one, from when until when, is known to who leads.
 * Called by pages, the API and the restriction process; the journey reads {@link org.alongside.restriction.RestrictionJournal}.
 */
package org.alongside.restriction;
