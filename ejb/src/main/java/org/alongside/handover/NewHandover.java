package org.alongside.handover;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.alongside.code.CodeOf;
import org.alongside.shared.OrganisationId;

/**
 * That another organisation is to lead the case.
 *
 * @param to who is to lead it
 * @param reason code of handover_reason; the other organisation reads it
 * @param items the checklist, every item of it: done, or why not
 * @param message words for who leads it next, read after acceptance
 */
public record NewHandover(
        @NotNull OrganisationId to,
        @NotNull @CodeOf("handover_reason") String reason,
        @NotNull List<Item> items,
        @Size(max = 2000) String message) {
    public NewHandover {
        items = items == null ? List.of() : List.copyOf(items);
    }

    /**
     * One thing to see to before the lead moves.
     *
     * @param item code of handover_item
     * @param notDone why it is not done, code of handover_not_done; null: it is done
     */
    public record Item(
            @NotNull @CodeOf("handover_item") String item,
            @CodeOf("handover_not_done") String notDone) {}
}
