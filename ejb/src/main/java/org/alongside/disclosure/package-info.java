/**
 * Disclosures without consent: telling somebody outside something of a survivor although she did not agree, under a coded exception;
 * proposed, agreed to by a second person, recorded, and told to her when it is safe. It opens no file to anybody. Not sharing with
 * her agreement, which belongs to {@code consent} and {@code referral}. Called by pages and the API; her own list reads
 * {@link org.alongside.disclosure.DisclosureJournal}, and so does the journey; {@code identification} asks
 * {@link org.alongside.disclosure.SecondPersons} who can agree; {@code workflows} observes its events.
 */
package org.alongside.disclosure;
