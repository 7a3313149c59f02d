package org.alongside.access;

import java.util.List;
import org.alongside.shared.CaseId;

/**
 * What a door answers that has opened or read many files at once: it is audited once for each of them.
 *
 * @param content what is answered
 * @param cases the files
 */
public record OfCases<T>(T content, List<CaseId> cases) {
    public OfCases {
        cases = List.copyOf(cases);
    }
}
