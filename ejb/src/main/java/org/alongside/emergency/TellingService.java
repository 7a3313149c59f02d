package org.alongside.emergency;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import org.alongside.access.CallerContext;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.casefile.CaseFacts;
import org.alongside.casefile.NewTelling;
import org.alongside.casefile.Tellings;
import org.alongside.code.Settings;
import org.alongside.emergency.EmergencyAccesses.Known;
import org.alongside.emergency.EmergencyEvent.NotToldYet;
import org.alongside.emergency.EmergencyEvent.SurvivorTold;
import org.alongside.emergency.EmergencyView.AccessTelling;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.EmergencyAccessId;
import org.alongside.shared.Refusal;

/** The lead's door: who looked into a file in an emergency, and that the survivor was told of it when it was safe. */
@Stateless
@PermitAll
public class TellingService {
    @Inject
    CallerContext callers;

    @Inject
    EmergencyAccesses accesses;

    @Inject
    CaseFacts survivors;

    @Inject
    Tellings tellings;

    @Inject
    Settings settings;

    @Inject
    Event<EmergencyEvent> events;

    /** One access to a file that the caller leads. */
    @Requires(Permission.READ_TELLING)
    public AccessTelling read(EmergencyAccessId id) {
        Known known = accesses.require(id);
        CaseId caseId = known.caseId().orElseThrow(Refusal::notThere);
        return new AccessTelling(
                known.header(),
                known.plea().orElseThrow(Refusal::notThere),
                caseId,
                survivors.of(caseId).child(),
                known.told());
    }

    /**
     * Writes down that she was told, or a guardian of a child who is not excluded, or why not yet: then it is asked again the next
     * day. Refuses INVALID with every reason by field.
     */
    @Requires(Permission.TELL_OF_ACCESS)
    public void tell(EmergencyAccessId id, NewTelling telling) {
        AccessTelling open = read(id);
        if (open.told().at().isPresent()) {
            throw Refusal.wrongState("emergency-told");
        }
        Instant now = callers.caller().now();
        Check check = new Check();
        tellings.check(
                check,
                telling,
                "",
                open.caseId(),
                open.header().openedAt().orElseThrow(Refusal::notThere),
                "before-it-was-opened",
                now);
        check.orRefuse();
        Instant again = now.plus(settings.of("emergency-access-looked-at-again-within"));
        accesses.tell(id, telling, again);
        events.fire(
                telling.told()
                        ? new SurvivorTold(id)
                        : new NotToldYet(id, again, again.plus(settings.of("emergency-access-told-within"))));
    }
}
