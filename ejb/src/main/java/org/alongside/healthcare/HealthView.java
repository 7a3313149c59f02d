package org.alongside.healthcare;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.shared.CaseId;

/**
 * Her health, by as much as is the reader's to know.
 *
 * @param may what the reader may do
 * @param findings what was found, the newest first; for who treats her and those for whom she agreed to it
 * @param agreement that a forensic examination is agreed to now, for them alone
 * @param appointments those to come first, then those past, the newest first
 * @param daily what others must know, of the kinds that the reader needs
 * @param urgent what cannot wait, what is open first
 */
public record HealthView(
        CaseId caseId,
        HealthMay may,
        List<HealthFinding> findings,
        Optional<ForensicAgreement> agreement,
        List<Appointment> appointments,
        List<DailyHealth> daily,
        List<UrgentCare> urgent) {

    /**
     * What the reader may do.
     *
     * @param write what was found, and a forensic agreement
     * @param arrange appointments, and what cannot wait
     * @param daily kinds that they may note, codes of health_daily_kind
     * @param whole whether what was found is theirs to read, or what they wrote themselves
     */
    public record HealthMay(boolean write, boolean arrange, List<String> daily, boolean whole) {}

    /**
     * What was found.
     *
     * @param need code of health_need
     * @param words or null
     */
    public record HealthFinding(
            UUID id, String need, String words, LocalDate foundOn, Optional<Instant> endedAt, String recordedBy) {}

    /**
     * That a forensic examination is agreed to.
     *
     * @param giver code of consent_giver
     */
    public record ForensicAgreement(UUID id, String giver, Instant agreedAt) {}

    /**
     * When she is expected.
     *
     * @param place code of appointment_place
     * @param carer code of carer_choice
     * @param interpreter code of interpreter
     * @param state code of appointment_state
     * @param need code of health_need, for who may know it
     */
    public record Appointment(
            UUID id,
            Instant appointmentAt,
            String place,
            String carer,
            boolean carerPromised,
            boolean escort,
            String interpreter,
            String state,
            Optional<String> need) {
        /** Whether it is still to be. */
        public boolean planned() {
            return "PLANNED".equals(state);
        }
    }

    /**
     * What others must know.
     *
     * @param kind code of health_daily_kind
     * @param what code of the list of that kind
     * @param words or null
     * @param times hours of the day, as 08:00
     * @param own whether the reader's house wrote it, and may end it
     */
    public record DailyHealth(UUID id, String kind, String what, String words, List<String> times, boolean own) {}

    /**
     * What cannot wait.
     *
     * @param careBy after which it is too late
     * @param kind code of health_window, for who may know it
     * @param outcome code of urgent_care_end, for who may know it
     */
    public record UrgentCare(
            UUID id, Instant careBy, Optional<Instant> endedAt, Optional<String> kind, Optional<String> outcome) {}
}
