package org.alongside.casefile;

import java.time.LocalDate;
import java.util.Optional;
import org.alongside.shared.CaseId;

/**
 * A case in a list: its code and how it stands, never a name.
 *
 * @param risk code of risk_level, where the caller may know it
 * @param child whether a child or presumed child, where the caller may know it
 * @param ledHere whether the caller's own organisation leads it
 */
public record CaseRow(
        CaseId id,
        String code,
        String status,
        LocalDate nextDue,
        String leadName,
        boolean ledHere,
        Optional<String> risk,
        Optional<Boolean> child) {}
