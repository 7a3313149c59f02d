/**
 * Handing over the lead of a case to another organisation: a caseworker offers it, a supervisor who never did lets it go out, a
 * supervisor of the other house accepts and names who leads, and only then everything moves. Not here: bringing files in and out
 * (package {@code transfer}), giving a case to a colleague (package {@code organisation}). Called by pages and the API; the journey
 * reads {@link org.alongside.handover.HandoverJournal}; {@code disclosure}, {@code identification} and {@code workflows} observe its events.
 */
package org.alongside.handover;
