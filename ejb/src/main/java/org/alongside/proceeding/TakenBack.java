package org.alongside.proceeding;

import java.time.Instant;
import java.util.Optional;
import org.alongside.shared.Sql.Row;

/**
 * That something was written down by mistake, and does not count.
 *
 * @param by who took it back
 * @param why code of written_wrong
 */
public record TakenBack(Instant at, String by, String why) {
    /** From three columns; empty: it counts. */
    static Optional<TakenBack> of(Row row, int from) {
        return row.when(from).map(at -> new TakenBack(at, row.text(from + 1), row.text(from + 2)));
    }
}
