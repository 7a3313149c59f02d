package org.alongside.disclosure;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.alongside.access.Category;
import org.alongside.code.CodeOf;
import org.alongside.shared.OrganisationId;

/**
 * That somebody outside be told something of her without her agreement.
 *
 * @param exception code of disclosure_exception, which is the reason
 * @param recipient a partner; or {@code body}
 * @param body a named body that is no partner here, for example a court; or {@code recipient}
 * @param categories the kinds of information, as few as will do
 * @param words why, and what exactly of these kinds; without names
 * @param orderReference of the court's order; needed where the exception rests on one
 * @param overriding why it is told to a partner from whom she keeps it; needed there
 * @param guardianView code of guardian_view; needed where the exception asks for the guardian
 * @param guardianWords what the guardian said
 */
public record NewDisclosure(
        @NotNull @CodeOf("disclosure_exception") String exception,
        OrganisationId recipient,
        @Size(max = 120) String body,
        @NotEmpty Set<Category> categories,
        @NotNull @Size(max = 1000) String words,
        @Size(max = 120) String orderReference,
        @Size(max = 500) String overriding,
        @CodeOf("guardian_view") String guardianView,
        @Size(max = 500) String guardianWords) {
    public NewDisclosure {
        categories = Category.inOrder(categories);
    }
}
