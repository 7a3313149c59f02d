package org.alongside.evidence;

/**
 * One piece of evidence with its chain, for paper.
 *
 * @param caseCode the code of the case
 * @param track what the matter is, code of proceeding_type
 * @param number its number in the file, from 1
 */
public record PrintedCustody(String caseCode, String track, int number, EvidenceView evidence) {}
