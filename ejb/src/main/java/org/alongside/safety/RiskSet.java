package org.alongside.safety;

import org.alongside.shared.CaseId;

/** The risk level of a file was set, to what it was before or to another; told inside its transaction. */
public record RiskSet(CaseId caseId) {}
