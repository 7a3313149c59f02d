package org.alongside.defence;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Once;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.access.Role;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.code.Settings;
import org.alongside.defence.DefenceEvent.DefenceNeeded;
import org.alongside.defence.DefenceEvent.DefenceSettled;
import org.alongside.defence.DefenceView.DefenceMay;
import org.alongside.defence.NewOffence.NewDefence;
import org.alongside.safety.OpenAlerts;
import org.alongside.shared.CaseId;
import org.alongside.shared.NonPunishmentId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;

/** The door to what keeps a victim from being punished: note an offence committed under coercion, and say what her lawyer did about it. */
@Stateless
@PermitAll
public class DefenceService {
    private static final String DETAINED = "ARREST_DETENTION";

    @Inject
    CallerContext callers;

    @Inject
    Defences defences;

    @Inject
    OpenAlerts alerts;

    @Inject
    Codes codes;

    @Inject
    Settings settings;

    @Inject
    Once once;

    @Inject
    Event<DefenceEvent> events;

    /** For her lawyer whole, for who leads what they noted and that a lawyer is asked; refuses {@code defence-not-open} where it is neither's. */
    @Requires(Permission.READ_DEFENCE)
    public DefenceView of(CaseId caseId) {
        Caller caller = callers.caller();
        Defences.Standing standing = defences.standing(caseId);
        permitted(standing.asksHer() || standing.defends());
        return new DefenceView(
                caseId,
                new DefenceMay(standing.asksHer() && caller.has(Role.CW) || standing.defends(), standing.defends()),
                defences.offences(caseId),
                defences.defences(caseId, standing.defends()));
    }

    /**
     * Notes an offence committed under coercion. Her lawyer is asked; where she has none, who leads is asked to find one. Where she is detained for it an
     * alert is raised, too.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.NOTE_OFFENCE)
    public void note(CaseId caseId, NewOffence offence, String key) {
        Caller caller = callers.caller();
        Defences.Standing standing = defences.standing(caseId);
        permitted(standing.asksHer() || standing.defends());
        Fields.require(offence, codes);
        UUID id = UUID.randomUUID();
        if (once.perform(key, "COERCED_OFFENCE " + caseId, offence, id, caller).isPresent()) {
            return;
        }
        OrganisationId lead = defences.asked(caseId);
        NonPunishmentId defence = NonPunishmentId.random();
        Instant findBy = caller.now().plus(settings.of("defender-found-within"));
        Instant defendBy = caller.now().plus(settings.of("non-punishment-raised-within"));
        if (defences.note(id, defence, caseId, offence, findBy, defendBy)) {
            events.fire(new DefenceNeeded(defence, lead, findBy, defendBy));
        }
        if (offence.detained()) {
            alerts.raise(caseId, DETAINED, caller);
        }
    }

    /** Her lawyer has seen to it. Refuses {@code defence-over}. */
    @Requires(Permission.SETTLE_DEFENCE)
    public void settle(CaseId caseId, NonPunishmentId id, NewDefence done) {
        permitted(defences.standing(caseId).defends());
        Fields.require(done, codes);
        if (!defences.isOf(caseId, id)) {
            throw Refusal.notThere();
        }
        if (!defences.settle(id, done.outcome())) {
            throw Refusal.wrongState("defence-over");
        }
        events.fire(new DefenceSettled(id));
    }

    /** The houses of her lawyers, who are asked; for the process. */
    @Requires(Permission.RUN_INTERVIEW_CLOCK)
    public List<OrganisationId> lawyers(NonPunishmentId id) {
        return defences.lawyers(id);
    }

    private static void permitted(boolean may) {
        if (!may) {
            throw Refusal.notAllowed("defence-not-open");
        }
    }
}
