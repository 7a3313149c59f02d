package org.alongside.counselling;

import java.time.Instant;
import org.alongside.shared.SessionId;

/**
 * A session of which the clinical record is the reader's to read, because they supervise its counsellor: without whose it is.
 *
 * @param counsellor their name
 * @param startsAt when it was, UTC
 * @param type code of session_type
 */
public record SupervisedSession(SessionId id, String counsellor, Instant startsAt, String type) {}
