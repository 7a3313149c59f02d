package org.alongside.oversight;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.WorkerId;

/**
 * Which events of the audit; what is null is not asked for.
 *
 * @param caseCode code of a case, capitals or not
 * @param person somebody of the caller's own organisation
 * @param organisation for which they acted
 * @param from first day, in the caller's zone
 * @param until last day, in the caller's zone
 * @param action a permission, or SIGN_IN: that somebody was refused before there was a caller
 * @param outcome PERMITTED or REFUSED
 */
public record AuditQuery(
        @Size(max = 20) String caseCode,
        WorkerId person,
        OrganisationId organisation,
        LocalDate from,
        LocalDate until,
        @Size(max = 60) String action,
        @Size(max = 20) String outcome) {}
