package org.alongside.organisation;

import java.time.LocalDate;

/**
 * A day on which the organisation does not work.
 *
 * @param name why, at most 80 characters, for example the name of a holiday
 */
public record ClosedDay(LocalDate day, String name) {}
