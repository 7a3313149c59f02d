package org.alongside.matrix;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.alongside.access.Category;
import org.alongside.access.Role;

/**
 * A wish to change what one role may make of one kind of information.
 *
 * @param before what it is now, as the one who proposes has read it
 * @param after what it is to be
 * @param reason why, for the other administrator and for later; nothing about a survivor
 */
public record NewMatrixChange(
        @NotNull Role role,
        @NotNull Category category,
        @NotNull Access before,
        @NotNull Access after,
        @NotNull @Size(max = 500) String reason) {}
