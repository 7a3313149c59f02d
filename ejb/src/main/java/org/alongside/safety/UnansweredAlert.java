package org.alongside.safety;

import java.time.Instant;
import org.alongside.shared.AlertId;

/**
 * That nobody of a house answers, as a coordinator is told: not of whom and not what.
 *
 * @param severity code of alert_severity
 */
public record UnansweredAlert(AlertId id, String organisationName, String severity, Instant raisedAt) {}
