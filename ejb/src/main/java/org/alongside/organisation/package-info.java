/**
 * Partners, the services they offer, where, for whom and with what capacity, and the people who work there.
 * Nothing here is about a survivor. Other features read {@link org.alongside.organisation.Partners}.
 */
package org.alongside.organisation;
