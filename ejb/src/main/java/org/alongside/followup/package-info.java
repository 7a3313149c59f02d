/**
 * How somebody is three, six and twelve months after her file was closed, if she agreed to be asked and as long as she does: by a channel
 * that is safe for her, each time once, and opening the file again is offered where what she says is worrying. No clock ends a
 * follow-up, and nobody but who leads the closed file reads one. It observes the events of {@code closing} and what she says of the
 * purpose in {@code consent}; called by pages and the API; {@code workflows} observes its events and gives the times.
 */
package org.alongside.followup;
