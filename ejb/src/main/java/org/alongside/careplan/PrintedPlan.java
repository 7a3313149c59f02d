package org.alongside.careplan;

/**
 * A care plan as it stands on paper; it names the file by its code alone.
 *
 * @param lead the organisation that leads the file
 */
public record PrintedPlan(String caseCode, String lead, CarePlanView plan) {}
