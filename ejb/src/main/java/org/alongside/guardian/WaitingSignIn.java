package org.alongside.guardian;

import java.time.Instant;
import org.alongside.shared.CaseId;

/** A file that a second person is asked to open to a guardian, by its code. */
public record WaitingSignIn(CaseId caseId, String caseCode, String namedByName, Instant namedAt) {}
