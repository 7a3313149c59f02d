package org.alongside.police;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Once;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.code.Settings;
import org.alongside.police.NewPoliceRecord.NewPoliceNote;
import org.alongside.police.NewPoliceRecord.NewPoliceShare;
import org.alongside.police.NewPoliceRecord.NewProtectionNeed;
import org.alongside.police.PoliceEvent.ThreatTold;
import org.alongside.police.PoliceEvent.ThreatsEnded;
import org.alongside.police.PoliceEvent.ThreatsRead;
import org.alongside.police.PoliceStore.PoliceWord;
import org.alongside.shared.CaseId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;
import org.alongside.shared.ThreatId;

/** The door to what police and prosecution keep, each agency its own, and to what they tell a house or a coordinator of their own accord. */
@Stateless
@PermitAll
public class PoliceService {
    static final String READ_WITHIN = "threat-read-within";
    private static final String THREAT = "THREAT";

    @Inject
    CallerContext callers;

    @Inject
    Settings settings;

    @Inject
    Event<PoliceEvent> events;

    @Inject
    PoliceRecords records;

    @Inject
    Codes codes;

    @Inject
    Once once;

    /** What the caller's own agency keeps; refuses {@code police-store-not-open} to everybody else. */
    @Requires(Permission.READ_POLICE_STORE)
    public PoliceStore of(CaseId caseId) {
        permitted(records.polices(caseId));
        return new PoliceStore(
                caseId,
                records.kept(caseId),
                records.notes(caseId),
                records.needs(caseId),
                records.shares(caseId, callers.caller()));
    }

    /** Says or says anew under which reference it is kept. */
    @Requires(Permission.KEEP_POLICE_STORE)
    public void keep(CaseId caseId, NewPoliceRecord kept) {
        permitted(records.polices(caseId));
        Fields.require(kept, codes);
        records.keep(caseId, kept);
    }

    /** @param key makes the call repeatable, or null */
    @Requires(Permission.KEEP_POLICE_STORE)
    public void note(CaseId caseId, NewPoliceNote note, String key) {
        permitted(records.polices(caseId));
        Fields.require(note, codes);
        make(key, "POLICE_NOTE " + caseId, note, id -> records.note(id, caseId, note.words()));
    }

    /**
     * Notes which protection she needs. Refuses {@code police-need-noted} where that is open already.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.KEEP_POLICE_STORE)
    public void need(CaseId caseId, NewProtectionNeed need, String key) {
        permitted(records.polices(caseId));
        Fields.require(need, codes);
        make(key, "PROTECTION_NEED " + caseId, need, id -> records.need(id, caseId, need.measure()));
    }

    /** She needs it no more. Refuses {@code ended-already}. */
    @Requires(Permission.KEEP_POLICE_STORE)
    public void endNeed(CaseId caseId, UUID need) {
        permitted(records.polices(caseId));
        if (!records.endNeed(need, caseId)) {
            throw Refusal.wrongState("ended-already");
        }
    }

    /**
     * Tells the manager of a house where she may live of a threat, or coordinators what they need to decide.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.SHARE_POLICE_WORD)
    public void share(CaseId caseId, NewPoliceShare told, String key) {
        permitted(records.polices(caseId));
        Fields.require(told, codes);
        make(key, "POLICE_SHARE " + caseId, told, id -> {
            records.share(id, caseId, told);
            if (THREAT.equals(told.kind())) {
                Instant readBy = callers.caller().now().plus(settings.of(READ_WITHIN));
                events.fire(new ThreatTold(new ThreatId(id), readBy));
            }
        });
    }

    /** Whoever told it takes it back. Refuses {@code ended-already}. */
    @Requires(Permission.SHARE_POLICE_WORD)
    public void withdraw(CaseId caseId, UUID share) {
        permitted(records.polices(caseId));
        if (!records.withdraw(share, caseId)) {
            throw Refusal.wrongState("ended-already");
        }
        events.fire(new ThreatsEnded(List.of(new ThreatId(share))));
    }

    /** Threats of which an agency told, for the manager of the house where she lives, who has read them by it and is asked no more; refuses {@code police-store-not-open}. */
    @Requires(Permission.READ_THREATS)
    public List<PoliceWord> threats(CaseId caseId) {
        permitted(records.hearsOfThreats(caseId));
        List<ThreatId> first = records.read(caseId);
        if (!first.isEmpty()) {
            events.fire(new ThreatsRead(first));
        }
        return records.threats(caseId);
    }

    /** The house where she lives and where nobody has read that threat, if there is one; for the process. */
    @Requires(Permission.RUN_INTERVIEW_CLOCK)
    public Optional<OrganisationId> house(ThreatId id) {
        return records.house(id);
    }

    /** What agencies told coordinators who decide, the newest first, at most 100. */
    @Requires(Permission.READ_POLICE_SUMMARIES)
    public List<PoliceWord> summaries() {
        return records.summaries();
    }

    private static void permitted(boolean may) {
        if (!may) {
            throw Refusal.notAllowed("police-store-not-open");
        }
    }

    private void make(String key, String action, Record body, Consumer<UUID> making) {
        Caller caller = callers.caller();
        UUID id = UUID.randomUUID();
        if (once.perform(key, action, body, id, caller).isEmpty()) {
            making.accept(id);
        }
    }
}
