package org.alongside.proceeding;

import java.time.LocalDate;
import java.util.Optional;
import org.alongside.proceeding.MatterView.Minimum;
import org.alongside.shared.CaseId;
import org.alongside.shared.MatterId;

/**
 * A matter with a date, in a list.
 *
 * @param number number of the matter in the file
 * @param code code of the case
 * @param preferredName the name she uses, where the caller may know it
 * @param track code of proceeding_type, for her lawyer
 * @param stage code of proceeding_stage, for her lawyer
 * @param past whether its hearing or its deadline has passed, and the lawyer has not said what follows
 * @param version for changing it only as it was read
 */
public record DueHearing(
        MatterId id,
        CaseId caseId,
        int number,
        String code,
        Optional<String> preferredName,
        Minimum dates,
        Optional<String> track,
        Optional<String> stage,
        LocalDate nextOn,
        boolean past,
        int version) {}
