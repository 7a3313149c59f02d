package org.alongside.housing;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Whether she spoke with the house herself before she came, and never what was said.
 *
 * @param answer code of spoken_before
 * @param on the day on which she did, it was offered to her, or it was found not to be possible
 * @param why why it was not possible, code of not_spoken_reason
 * @param organisationName whose worker wrote it down
 */
public record SpokenBefore(String answer, LocalDate on, Optional<String> why, String organisationName) {}
