package org.alongside.evidence;

/**
 * One piece of evidence with its chain, for paper.
 *
 * @param caseCode the code of the case
 * @param track what the matter is, code of proceeding_type
 */
public record PrintedCustody(String caseCode, String track, EvidenceView evidence) {}
