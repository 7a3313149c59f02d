package org.alongside.safety;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.alongside.shared.CaseId;

/**
 * Her safety as far as the reader may know it.
 *
 * @param risk where the file stands; empty: not the reader's to know
 * @param assessments all of them, newest first; empty also for those who may know the level alone
 * @param plan what everybody who helps must know of her plan; empty: there is none, or not theirs
 * @param wholePlan her plan, for those who may read all of it
 * @param alerts newest first, at most 50; those that the reader raised, and all of them for those who may know
 * @param may what the reader can do here
 */
public record SafetyView(
        CaseId caseId,
        Optional<RiskNow> risk,
        List<AssessmentView> assessments,
        Optional<PlanMinimum> plan,
        Optional<WholePlan> wholePlan,
        List<AlertView> alerts,
        SafetyAbility may) {
    public SafetyView {
        assessments = List.copyOf(assessments);
        alerts = List.copyOf(alerts);
    }

    /**
     * Where the file stands.
     *
     * @param level code of risk_level
     * @param assessedAt empty: never, the level is from intake
     */
    public record RiskNow(String level, Optional<Instant> assessedAt, Optional<LocalDate> reviewOn) {}

    /** What everybody who stands beside her must know. */
    public record PlanMinimum(
            int number,
            Instant writtenAt,
            String warningSigns,
            Optional<String> noContact,
            Optional<String> ifMissing) {}

    /** What she does, in her words. */
    public record WholePlan(
            int number,
            Instant writtenAt,
            String writtenBy,
            String steps,
            Optional<String> people,
            Optional<String> places,
            Optional<String> safeWord,
            Optional<String> toTake,
            Optional<String> devices,
            Optional<String> children,
            String survivorCopy) {}

    /** What the reader can do here. */
    public record SafetyAbility(boolean assess, boolean override, boolean plan, boolean raise, boolean print) {}

    /** The alerts about which somebody is still asked. */
    public List<AlertView> open() {
        return alerts.stream().filter(AlertView::open).toList();
    }
}
