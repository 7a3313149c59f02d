package org.alongside.guardian;

import org.alongside.shared.CaseId;

/** Somebody stands for this child no more, or not until a conflict was looked at: nothing is decided by them from now on. */
public record GuardianLeft(CaseId caseId) {}
