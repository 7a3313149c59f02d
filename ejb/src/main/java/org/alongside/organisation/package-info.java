/**
 * Partners, the services they offer, where, for whom and with what capacity, and the people who work there.
 * Of survivors nothing is here but who works on which case. Other features read {@link org.alongside.organisation.Partners}.
 */
package org.alongside.organisation;
