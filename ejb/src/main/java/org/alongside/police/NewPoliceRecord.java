package org.alongside.police;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.alongside.code.CodeOf;

/**
 * Under which reference an agency keeps what it was asked for.
 *
 * @param reference the agency's own
 * @param unit which unit, or null
 * @param contact which function is asked back, never a person, or null
 */
public record NewPoliceRecord(
        @NotNull @Size(max = 60) String reference,
        @Size(max = 80) String unit,
        @Size(max = 80) String contact) {
    /** @param words what the agency notes of its own work */
    public record NewPoliceNote(@NotNull @Size(max = 4000) String words) {}

    /** @param measure which protection she needs, code of protection_measure */
    public record NewProtectionNeed(
            @NotNull @CodeOf("protection_measure") String measure) {}

    /**
     * What an agency tells of its own accord.
     *
     * @param kind to whom, code of police_share
     * @param told what, without names
     */
    public record NewPoliceShare(
            @NotNull @CodeOf("police_share") String kind,
            @NotNull @Size(max = 1000) String told) {}
}
