/**
 * The survivor's file: identity, safe contact, situation, needs, risk, who leads, open to closed.
 * Not here: what was agreed to (consent), who helps (referral). Called by pages and the API; {@code workflows} observes its events.
 */
package org.alongside.casefile;
