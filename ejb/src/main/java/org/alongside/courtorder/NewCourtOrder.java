package org.alongside.courtorder;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import org.alongside.access.Category;
import org.alongside.code.CodeOf;

/**
 * A subpoena or order as it came.
 *
 * @param kind code of court_order_kind
 * @param authority code of court_order_authority
 * @param reference theirs, by which a disclosure under it is known again
 * @param receivedOn the day on which it came
 * @param answerOn the last day to answer it
 * @param categories the kinds of information that it names
 */
public record NewCourtOrder(
        @NotNull @CodeOf("court_order_kind") String kind,
        @NotNull @CodeOf("court_order_authority") String authority,
        @NotNull @Size(max = 120) String reference,
        @NotNull LocalDate receivedOn,
        @NotNull LocalDate answerOn,
        @NotEmpty Set<Category> categories) {
    public NewCourtOrder {
        categories = Category.inOrder(categories);
    }

    /**
     * What her lawyer says of it.
     *
     * @param advice code of court_order_advice
     * @param least to narrow it: what may be handed out at most; else empty or absent
     */
    public record NewOrderCheck(
            @NotNull @CodeOf("court_order_advice") String advice, Set<Category> least) {
        public NewOrderCheck {
            least = Category.inOrder(least);
        }
    }

    /**
     * What the court said of the objection.
     *
     * @param result code of court_order_objection
     * @param least where it was not upheld: what may be handed out at most; else empty or absent
     */
    public record NewObjectionResult(
            @NotNull @CodeOf("court_order_objection") String result, Set<Category> least) {
        public NewObjectionResult {
            least = Category.inOrder(least);
        }
    }

    /** @param outcome code of court_order_ending: why nothing is handed out */
    public record NewOrderEnd(
            @NotNull @CodeOf("court_order_ending") String outcome) {}
}
