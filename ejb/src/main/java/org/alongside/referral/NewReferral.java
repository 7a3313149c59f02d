package org.alongside.referral;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.alongside.access.Category;
import org.alongside.shared.ReferralId;
import org.alongside.shared.ServiceId;

/**
 * What a caseworker asks of another organisation.
 *
 * @param categories which of the agreed kinds of information to share on acceptance; what the work of those who serve it
 *     never opens is left out of what is kept
 * @param accompaniedBy for a child in an adult shelter: the parent who stays with her, PARENT or STEP_PARENT; else null
 * @param message words to the recipient, shown to them only after they accept; or null
 * @param follows the referral that this one follows after a decline, expiry or waiting list; or null
 */
public record NewReferral(
        @NotNull ServiceId service,
        @NotNull Urgency urgency,
        @NotEmpty Set<Category> categories,
        String accompaniedBy,
        @Size(max = 1000) String message,
        ReferralId follows) {
    public NewReferral {
        categories = Category.inOrder(categories);
    }

    /** The same, sharing these kinds of information alone. */
    NewReferral sharing(Set<Category> these) {
        return new NewReferral(service, urgency, these, accompaniedBy, message, follows);
    }
}
