package org.alongside.guardian;

import java.time.Instant;
import org.alongside.shared.CaseId;
import org.alongside.shared.GuardianId;

/** A file that a second person is asked to open to a guardian, by its code. */
public record WaitingSignIn(CaseId caseId, GuardianId guardian, String caseCode, String namedByName, Instant namedAt) {}
