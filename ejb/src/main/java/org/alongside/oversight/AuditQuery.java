package org.alongside.oversight;

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
 * @param action a permission
 * @param outcome PERMITTED or REFUSED
 */
public record AuditQuery(
        String caseCode,
        WorkerId person,
        OrganisationId organisation,
        LocalDate from,
        LocalDate until,
        String action,
        String outcome) {}
