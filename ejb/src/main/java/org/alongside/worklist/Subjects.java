package org.alongside.worklist;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alongside.shared.Sql.Row;
import org.alongside.worklist.WorkItem.AboutAlert;
import org.alongside.worklist.WorkItem.AboutAttestation;
import org.alongside.worklist.WorkItem.AboutCase;
import org.alongside.worklist.WorkItem.AboutCounselling;
import org.alongside.worklist.WorkItem.AboutDisclosure;
import org.alongside.worklist.WorkItem.AboutEmergency;
import org.alongside.worklist.WorkItem.AboutHandover;
import org.alongside.worklist.WorkItem.AboutIncident;
import org.alongside.worklist.WorkItem.AboutOrder;
import org.alongside.worklist.WorkItem.AboutOverlooked;
import org.alongside.worklist.WorkItem.AboutReferral;

/** What a reader may know of the subjects of tasks, by the id of the subject. */
final class Subjects {
    final Map<UUID, AboutReferral> referrals = new HashMap<>();
    final Map<UUID, AboutHandover> handovers = new HashMap<>();
    final Map<UUID, AboutAttestation> attestations = new HashMap<>();
    final Map<UUID, AboutEmergency> emergencies = new HashMap<>();
    final Map<UUID, AboutDisclosure> disclosures = new HashMap<>();
    final Map<UUID, AboutAlert> alerts = new HashMap<>();
    final Map<UUID, AboutIncident> incidents = new HashMap<>();
    final Map<UUID, AboutOverlooked> overlooked = new HashMap<>();
    final Map<UUID, AboutCounselling> counselling = new HashMap<>();
    final Map<UUID, AboutOrder> orders = new HashMap<>();

    private final Map<UUID, AboutCase> files = new HashMap<>();

    /** The file of a subject as it stands from that column on; none there: it is not open to the reader. */
    AboutCase file(UUID subject, Row row, int at) {
        return row.has(at) ? files.put(subject, AboutCase.of(row, at)) : null;
    }

    /** Whether the task is the reader's to see: the file is open to them, or what they know besides is enough for its kind. */
    boolean show(EngineTask task) {
        UUID subject = task.subject();
        boolean card =
                referrals.containsKey(subject) || handovers.containsKey(subject) || attestations.containsKey(subject);
        return files.containsKey(subject)
                || emergencies.containsKey(subject)
                || disclosures.containsKey(subject)
                || alerts.containsKey(subject)
                || incidents.containsKey(subject)
                || overlooked.containsKey(subject)
                || counselling.containsKey(subject)
                || orders.containsKey(subject)
                || card && WorkItems.ABOUT_A_CARD.contains(task.kind())
                || referrals.containsKey(subject) && referrals.get(subject).accessEnded();
    }

    WorkItem item(EngineTask task, boolean mine, boolean claimable) {
        UUID subject = task.subject();
        return new WorkItem(
                task,
                mine,
                claimable,
                Optional.ofNullable(files.get(subject)),
                Optional.ofNullable(referrals.get(subject)),
                Optional.ofNullable(attestations.get(subject)),
                Optional.ofNullable(emergencies.get(subject)),
                Optional.ofNullable(handovers.get(subject)),
                Optional.ofNullable(disclosures.get(subject)),
                Optional.ofNullable(alerts.get(subject)),
                Optional.ofNullable(incidents.get(subject)),
                Optional.ofNullable(overlooked.get(subject)),
                Optional.ofNullable(counselling.get(subject)),
                Optional.ofNullable(orders.get(subject)));
    }
}
