package org.alongside.emergency;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.alongside.access.Category;
import org.alongside.code.CodeOf;

/**
 * That a part of a file be opened in an emergency.
 *
 * @param code the code of the case, small letters or not and with or without the hyphen
 * @param reason code of emergency_reason
 * @param words what happened, for whoever agrees and reviews; without names
 * @param categories the kinds of information needed, and no more
 * @param lifeInDanger whether it cannot wait for a second person: it opens at once
 */
public record NewEmergencyAccess(
        @NotNull @Size(max = 20) String code,
        @NotNull @CodeOf("emergency_reason") String reason,
        @NotNull @Size(max = 1000) String words,
        @NotEmpty Set<Category> categories,
        @NotNull Boolean lifeInDanger) {
    public NewEmergencyAccess {
        categories = Category.inOrder(categories);
    }
}
