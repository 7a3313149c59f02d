package org.alongside.reintegration;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.alongside.code.CodeOf;
import org.alongside.shared.ReferralId;
import org.alongside.shared.WorkerId;

/**
 * What she decided.
 *
 * @param returnType code of return_type
 * @param country where she goes, ISO 3166-1 alpha-2; none where she stays
 * @param informedOn when she was told what she can choose and what awaits her; needed unless she is returned against her will
 * @param decidedOn when she decided, not before that
 * @param language in which she was told, code of language
 * @param familyContact code of family_contact
 */
public record NewReintegration(
        @NotNull @CodeOf("return_type") String returnType,
        @Size(max = 2) String country,
        LocalDate informedOn,
        LocalDate decidedOn,
        @CodeOf("language") String language,
        @NotNull @CodeOf("family_contact") String familyContact) {

    /**
     * Who is ready to receive her: an organisation here by her referral, or one elsewhere by who said so, when and how.
     *
     * @param referral here: her referral that was accepted
     * @param name elsewhere: the organisation
     * @param confirmedBy elsewhere: who there said so
     * @param medium elsewhere: how, code of confirmation_medium
     */
    public record NewReceiver(
            ReferralId referral,
            @Size(max = 120) String name,
            @Size(max = 120) String confirmedBy,
            @NotNull LocalDate confirmedOn,
            @CodeOf("confirmation_medium") String medium) {}

    /** That something is arranged before she leaves: code of return_step. */
    public record NewReturnStep(
            @NotNull @CodeOf("return_step") String step) {}

    /**
     * Who was asked to help on her way, and what it answered.
     *
     * @param step with what, code of return_step
     * @param helper which kind, never a person: code of return_helper
     * @param answer code of helper_answer
     * @param on on which day
     */
    public record NewReturnHelp(
            @NotNull @CodeOf("return_step") String step,
            @NotNull @CodeOf("return_helper") String helper,
            @NotNull @CodeOf("helper_answer") String answer,
            @NotNull LocalDate on) {}

    /** How she arrived: code of return_arrival. */
    public record NewReturnArrival(
            @NotNull @CodeOf("return_arrival") String how) {}

    /**
     * What she wants to reach.
     *
     * @param dimension code of reintegration_dimension
     * @param words hers
     */
    public record NewAim(
            @NotNull @CodeOf("reintegration_dimension") String dimension,
            @NotNull @Size(max = 500) String words) {}

    /**
     * How far she is, as she says.
     *
     * @param indicator code of reintegration_indicator
     * @param reading code of reintegration_reading
     */
    public record NewReading(
            @NotNull @CodeOf("reintegration_indicator") String indicator,
            @NotNull @CodeOf("reintegration_reading") String reading) {}

    /**
     * What she was given.
     *
     * @param kind code of support_kind
     * @param purpose code of support_purpose
     * @param amount of money, or what it cost; with its currency
     * @param currency ISO 4217
     * @param words what it was; needed in kind
     * @param givenBy who of the house gave it to her; null: who notes it
     */
    public record NewGiven(
            @NotNull @CodeOf("support_kind") String kind,
            @NotNull @CodeOf("support_purpose") String purpose,
            BigDecimal amount,
            @Size(max = 3) String currency,
            @Size(max = 300) String words,
            @NotNull LocalDate givenOn,
            WorkerId givenBy) {}

    /** Why it is over: code of return_end. */
    public record NewReintegrationEnd(
            @NotNull @CodeOf("return_end") String reason) {}
}
