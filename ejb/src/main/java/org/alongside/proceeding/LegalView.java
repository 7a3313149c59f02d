package org.alongside.proceeding;

import java.util.List;
import org.alongside.shared.CaseId;

/**
 * The legal matters of a case as far as they are the caller's to know, those with the nearest date first.
 *
 * @param whole whether the caller is told dates and support; otherwise only that there are matters
 * @param writes whether the caller may open a matter
 * @param identification whether what was decided of her identification is the caller's to know, too
 */
public record LegalView(
        CaseId caseId, boolean whole, boolean writes, boolean identification, List<MatterView> matters) {}
