package org.alongside.identification;

import java.time.LocalDate;
import org.alongside.disclosure.NotifiedFacts;

/**
 * An adult who refused to be identified, as the authority knows her.
 *
 * @param number by which she is spoken of there, drawn by chance
 * @param arrivedOn the Monday of the week, UTC, with all others of the week
 * @param facts the few coded facts that the law asks for
 */
public record NotifiedAdult(String number, LocalDate arrivedOn, NotifiedFacts facts) {}
