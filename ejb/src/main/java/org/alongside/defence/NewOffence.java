package org.alongside.defence;

import jakarta.validation.constraints.NotNull;
import org.alongside.code.CodeOf;

/**
 * What she was made to do that a law calls an offence.
 *
 * @param offence code of coerced_offence
 * @param stage how far anybody pursues it, code of offence_stage
 * @param detained whether she is held for it now: then an alert is raised, too, which says that and no more
 */
public record NewOffence(
        @NotNull @CodeOf("coerced_offence") String offence,
        @NotNull @CodeOf("offence_stage") String stage,
        boolean detained) {
    /** @param outcome what her lawyer did, code of non_punishment_outcome */
    public record NewDefence(
            @NotNull @CodeOf("non_punishment_outcome") String outcome) {}
}
