package org.alongside.organisation;

import java.time.Instant;
import org.alongside.shared.AbsenceId;

/** Somebody is away from then on: what they have taken goes back to those to whom it was offered. */
public record AbsenceRecorded(AbsenceId absence, Instant from) {}
