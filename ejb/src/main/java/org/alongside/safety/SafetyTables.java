package org.alongside.safety;

import java.time.Duration;

/** Port to the decision tables of safety that staff own, as they stand now; running clocks keep what they began with. */
public interface SafetyTables {
    /**
     * What a single finding means.
     *
     * @param finding code of risk_score, or of felt_safety for her own word
     */
    RiskLevel levelOf(String finding);

    /** After how long the risk of that level is assessed again (code list risk_level, review_every). */
    Duration reviewAfter(RiskLevel level);

    /** Within how long somebody has reached her once her risk was found to be of that level, HIGH or more (DL26). */
    Duration contactWithin(RiskLevel level);

    /** The clocks of an alert of that severity (DOMAIN P6, 5.4). */
    AlertClock clockOf(String severity);

    /**
     * One row of the table of alerts, each time counted from the raising.
     *
     * @param remindAfter to the reminder of those who are asked
     * @param answerWithin until somebody must see to it; then supervisors are asked
     * @param coordinatorAfter until coordinators are told that nobody does
     * @param settleWithin until what was done is to be written down
     */
    record AlertClock(Duration remindAfter, Duration answerWithin, Duration coordinatorAfter, Duration settleWithin) {}
}
