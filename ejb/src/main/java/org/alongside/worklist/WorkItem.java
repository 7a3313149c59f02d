package org.alongside.worklist;

import java.time.Instant;
import java.util.Optional;
import org.alongside.shared.AlertId;
import org.alongside.shared.AttestationId;
import org.alongside.shared.CaseId;
import org.alongside.shared.CourtOrderId;
import org.alongside.shared.DisclosureId;
import org.alongside.shared.EmergencyAccessId;
import org.alongside.shared.HandoverId;
import org.alongside.shared.IncidentId;
import org.alongside.shared.ReferralId;
import org.alongside.shared.Sql.Row;

/**
 * A task as its reader may see it.
 *
 * @param mine whether the reader has claimed it
 * @param claimable whether the reader may claim it: it is offered to their group and nobody has it
 * @param about the file it is about, where it is open to the reader
 * @param referral the card it is about, if it is about one
 * @param attestation what is to be attested, if it is about that
 * @param emergency the emergency access it is about, if it is about one
 * @param handover the offer of the lead it is about, if it is about one
 * @param disclosure the disclosure without consent it is about, if it is about one
 * @param alert the alert it is about, if it is about one
 * @param incident the incident in a house it is about, if it is about one
 * @param overlooked what an organisation leaves undone, if it is about that
 * @param order the court order for which a lawyer is to be found, if the reader knows it without the file
 * @param counselling the counsellor it is about, if it is about an hour of theirs, their supervision or what they carry
 */
public record WorkItem(
        EngineTask task,
        boolean mine,
        boolean claimable,
        Optional<AboutCase> about,
        Optional<AboutReferral> referral,
        Optional<AboutAttestation> attestation,
        Optional<AboutEmergency> emergency,
        Optional<AboutHandover> handover,
        Optional<AboutDisclosure> disclosure,
        Optional<AboutAlert> alert,
        Optional<AboutIncident> incident,
        Optional<AboutOverlooked> overlooked,
        Optional<AboutCounselling> counselling,
        Optional<AboutOrder> order) {

    /** The file: its code, and risk and child where the reader may know them. */
    public record AboutCase(CaseId id, String code, Optional<String> risk, Optional<Boolean> child) {
        /** Four columns that stand side by side in this order, from {@code at} on. */
        static AboutCase of(Row row, int at) {
            return new AboutCase(
                    new CaseId(row.uuid(at)),
                    row.text(at + 1),
                    Optional.ofNullable(row.text(at + 2)),
                    row.has(at + 3) ? Optional.of(row.yes(at + 3)) : Optional.empty());
        }
    }

    /** What is to be attested: who asks whom. */
    public record AboutAttestation(AttestationId id, String askingName, String holderName) {}

    /** The emergency access: who asked for it, and nothing of the file. */
    public record AboutEmergency(EmergencyAccessId id, String workerName, String organisationName) {}
    /** The disclosure: of whom by the code of the file, and under which code of disclosure_exception. */
    public record AboutDisclosure(DisclosureId id, String caseCode, String exception) {}

    /**
     * The alert: of which file and of what kind, for those who may know of it; that somebody of that house answers none, for
     * coordinators.
     *
     * @param type code of safety_alert_type
     * @param severity code of alert_severity
     */
    public record AboutAlert(
            AlertId id, Optional<String> caseCode, Optional<String> type, String severity, String organisationName) {}
    /** The incident: in which house by its code name, of which code of incident_kind, and nobody whom it touched. */
    public record AboutIncident(IncidentId id, String codeName, String kind) {}

    /** The court order: of which file by its code, and of which code of court_order_kind. */
    public record AboutOrder(CourtOrderId id, String caseCode, String kind) {}

    /** That an organisation leaves so many tasks of a kind undone: key of the process, and nothing of what they are about. */
    public record AboutOverlooked(String organisationName, String kind, int tasks) {}

    /**
     * A counsellor, and nobody whom they counsel.
     *
     * @param startsAt when their hour began, if it is about one
     * @param supervisorName who supervises them, if it is about that
     */
    public record AboutCounselling(
            String counsellorName, Optional<Instant> startsAt, Optional<String> supervisorName) {}

    /** An offer to lead a case: who offers it to whom. */
    public record AboutHandover(HandoverId id, String fromName, String toName) {}

    /**
     * The card: what is asked of whom; codes and names of organisations.
     *
     * @param accessEnded whether the reader worked on it until the consent ended that had opened the file
     */
    public record AboutReferral(
            ReferralId id,
            String serviceType,
            String urgency,
            String status,
            String senderName,
            String recipientName,
            Optional<String> question,
            boolean accessEnded) {}
}
