package org.alongside.careplan;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.alongside.code.CodeOf;

/**
 * What she says of her plan herself; one of both at least.
 *
 * @param mattersMost what matters most to her now, in her own words, or null
 * @param going how it goes for her, code of plan_going, or null
 * @param words what else she says of it, or null
 */
public record NewSay(
        @NotNull LocalDate saidOn,
        @Size(max = 500) String mattersMost,
        @CodeOf("plan_going") String going,
        @Size(max = 500) String words) {}
