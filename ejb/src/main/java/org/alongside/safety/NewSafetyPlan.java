package org.alongside.safety;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.alongside.code.CodeOf;

/**
 * Her safety plan, in her words. Never an address: places are named as she names them.
 *
 * @param basedOn the number of the plan that was read; 0: there was none
 * @param warningSigns by what she and others see that it gets dangerous
 * @param noContact who is told nothing and let in nowhere
 * @param ifMissing what is done when she cannot be reached
 * @param steps what she does
 * @param people who is called, by whom
 * @param places where she can go
 * @param safeWord the word or sign by which she says that she is not safe
 * @param toTake papers, medicine and things that are packed
 * @param devices telephone, accounts, location sharing
 * @param children what is done for her children
 * @param survivorCopy whether she has it, code of survivor_copy
 */
public record NewSafetyPlan(
        int basedOn,
        @NotNull @Size(max = 2000) String warningSigns,
        @Size(max = 2000) String noContact,
        @Size(max = 2000) String ifMissing,
        @NotNull @Size(max = 4000) String steps,
        @Size(max = 2000) String people,
        @Size(max = 2000) String places,
        @Size(max = 200) String safeWord,
        @Size(max = 2000) String toTake,
        @Size(max = 2000) String devices,
        @Size(max = 2000) String children,
        @NotNull @CodeOf("survivor_copy") String survivorCopy) {}
