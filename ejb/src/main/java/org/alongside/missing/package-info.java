/**
 * Somebody is missing, a child or an adult, from a house or from nowhere that is known here: looked for, told to the police as far as
 * they may know, found or not, and asked when she is back. No address and no story is in any of it. Begun by who leads, or by
 * {@code housing} when somebody did not return. Called by pages and the API; closing ends it by
 * {@link org.alongside.missing.StillMissing}, the journey reads {@link org.alongside.missing.MissingJournal}, {@code workflows} observes
 * its events and fills {@link org.alongside.missing.MissingTimes}.
 */
package org.alongside.missing;
