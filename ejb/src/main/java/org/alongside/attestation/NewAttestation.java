package org.alongside.attestation;

import jakarta.validation.constraints.NotNull;
import org.alongside.code.CodeOf;

/**
 * What a holder attests.
 *
 * @param answer code of attestation_answer: RETURNED, DESTROYED or KEPT_BY_LAW
 * @param duty under which legal duty it is kept, code of keeping_duty; there where, and only where, it is kept
 */
public record NewAttestation(
        @NotNull @CodeOf("attestation_answer") String answer,
        @CodeOf("keeping_duty") String duty) {}
