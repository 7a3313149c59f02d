package org.alongside.consent;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.alongside.access.Category;
import org.alongside.code.CodeOf;
import org.alongside.shared.GuardianId;
import org.alongside.shared.OrganisationId;

/**
 * One release: one named organisation, a purpose, the kinds of information, a period, and how it was given.
 *
 * @param purpose code of consent_purpose: SHARE_REFERRAL, or SHARE_LAW_ENFORCEMENT for police and prosecution;
 *     CASE_MANAGEMENT: that this organisation leads her case from then on, under which nothing opens before it does
 * @param giver code of consent_giver; SELF for an adult
 * @param giverRight for a child: by what right, code of giver_right
 * @param guardian for a child, given by a carer or guardian: which of those who stand for her, with a mandate to consent
 * @param giverRelation for a child, given by somebody else: what the giver is to her, code of excluded_relation, never an excluded one
 * @param assent for a child: code of assent
 * @param medium code of consent_medium
 * @param language code of language in which it was explained
 * @param interpreter code of interpreter
 * @param witness who witnessed, needed where it was oral and witnessed
 * @param givenAt when she gave it, not in the future; null: now
 * @param expiresAt when it ends; null: after 90 days; at most 12 months (DL22)
 * @param withheld what she keeps from this organisation in the same breath; it stays so under every later consent, too
 * @param explained that she was told what is shared, with whom, the risks, and that she can take it back any day
 */
public record NewConsent(
        @NotNull OrganisationId recipient,
        @NotNull String purpose,
        @NotEmpty Set<Category> categories,
        @NotNull @CodeOf("consent_giver") String giver,
        @CodeOf("giver_right") String giverRight,
        GuardianId guardian,
        @CodeOf("excluded_relation") String giverRelation,
        @CodeOf("assent") String assent,
        @NotNull @CodeOf("consent_medium") String medium,
        @NotNull @CodeOf("language") String language,
        @NotNull @CodeOf("interpreter") String interpreter,
        @Size(max = 120) String witness,
        Instant givenAt,
        Instant expiresAt,
        List<Withheld> withheld,
        boolean explained) {
    public NewConsent {
        categories = Category.inOrder(categories);
        withheld = withheld == null
                ? List.of()
                : withheld.stream().filter(Objects::nonNull).distinct().toList();
    }
}
