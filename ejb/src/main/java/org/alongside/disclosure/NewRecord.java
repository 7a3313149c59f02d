package org.alongside.disclosure;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.alongside.casefile.NewTelling;
import org.alongside.code.CodeOf;

/**
 * That the recipient was told.
 *
 * @param disclosedAt when, UTC; absent: now
 * @param way code of disclosure_way
 * @param receipt by what it can be found again there, for example a file number
 * @param telling whether she was told before; needed where the exception says so, and then she is not told again
 */
public record NewRecord(
        Instant disclosedAt,
        @NotNull @CodeOf("disclosure_way") String way,
        @Size(max = 120) String receipt,
        NewTelling telling) {}
