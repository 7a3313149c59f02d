package org.alongside.organisation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A day on which the organisation does not work.
 *
 * @param name why, at most 80 characters, for example the name of a holiday
 */
public record ClosedDay(
        @NotNull LocalDate day, @NotNull @Size(max = 80) String name) {}
