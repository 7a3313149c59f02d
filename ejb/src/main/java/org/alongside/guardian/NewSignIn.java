package org.alongside.guardian;

import jakarta.validation.constraints.NotNull;
import org.alongside.shared.WorkerId;

/**
 * Which worker the guardian is.
 *
 * @param worker a child guardian of an organisation that is admitted, and not of the one that leads
 */
public record NewSignIn(@NotNull WorkerId worker) {}
