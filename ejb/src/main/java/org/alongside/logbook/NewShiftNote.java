package org.alongside.logbook;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.alongside.code.CodeOf;
import org.alongside.shared.CaseId;

/**
 * What a shift leaves to the next; no notes of counselling, and nothing said in confidence.
 *
 * @param words about the house, without anybody's name; null: the lines say it all
 */
public record NewShiftNote(@Size(max = 2000) String words, List<NewShiftLine> lines) {
    public NewShiftNote {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    /**
     * One thing to know or to do.
     *
     * @param about whom of those who live there; null: the house
     * @param kind code of shift_line_kind
     * @param dueAt by when it is done; only of what is to be done
     */
    public record NewShiftLine(
            CaseId about,
            @NotNull @CodeOf("shift_line_kind") String kind,
            @NotNull @Size(max = 500) String words,
            Instant dueAt) {}
}
