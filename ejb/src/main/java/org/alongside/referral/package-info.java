/**
 * Asking another organisation to help: send, accept, decline, revoke, complete.
 * A referral shares an agreed part of the file and leaves the responsibility where it is; a transfer moves it and is not here.
 * Called by pages, the API and the referral process; {@code workflows} observes its events.
 */
package org.alongside.referral;
