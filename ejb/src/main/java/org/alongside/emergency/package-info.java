/**
 * Emergency access (break-glass): opening a part of a file for a few hours that is not open otherwise, because she is in danger;
 * agreeing to it, ending it, reviewing it and telling her. Not a referral that is an emergency, which belongs to
 * {@code referral}. Called by pages and the API; what stands on every page reads {@link org.alongside.emergency.OpenNow};
 * {@code workflows} observes its events.
 */
package org.alongside.emergency;
