/**
 * Subpoenas and court orders for what is known of her: written down, checked by her lawyer, objected to, or answered with the least that they name. What is
 * handed out is a disclosure ({@link org.alongside.disclosure.DisclosureService}), which cannot go beyond its order. Nothing of it is shown to police or
 * prosecution. Called by pages, the API and the process court-order.
 */
package org.alongside.courtorder;
