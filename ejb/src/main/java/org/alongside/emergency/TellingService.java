package org.alongside.emergency;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.alongside.access.CallerContext;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.casefile.CaseFacts;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
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
    /** People write minutes down, and it may be opened within one. */
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private static final String GUARDIAN = "GUARDIAN";

    @Inject
    CallerContext callers;

    @Inject
    EmergencyAccesses accesses;

    @Inject
    CaseFacts survivors;

    @Inject
    Codes codes;

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
        new Fields(codes, check).check(telling, "");
        if (telling.told()) {
            told(check, telling, open, now);
        } else if (telling.answer() != null) {
            check.code(telling.why(), "why", codes.in("not_told_reason"));
        }
        check.orRefuse();
        Instant again = now.plus(settings.of("emergency-access-looked-at-again-within"));
        accesses.tell(id, telling, again);
        events.fire(
                telling.told()
                        ? new SurvivorTold(id)
                        : new NotToldYet(id, again, again.plus(settings.of("emergency-access-told-within"))));
    }

    private void told(Check check, NewTelling telling, AccessTelling open, Instant now) {
        check.code(telling.whom(), "whom", codes.in("told_whom"))
                .code(telling.channel(), "channel", codes.in("contact_channel"))
                .that(telling.at() != null, "at", "missing");
        if (telling.at() != null) {
            check.that(!telling.at().isAfter(now), "at", "in-the-future")
                    .that(
                            open.header().openedAt().stream()
                                    .noneMatch(opened -> telling.at().isBefore(opened.minus(A_MINUTE))),
                            "at",
                            "before-it-was-opened");
        }
        if (GUARDIAN.equals(telling.whom())) {
            check.that(open.child(), "whom", "only-for-a-child")
                    .code(telling.relation(), "relation", codes.in("excluded_relation"))
                    .that(
                            telling.relation() == null
                                    || !survivors
                                            .of(open.caseId())
                                            .excludedRelations()
                                            .contains(telling.relation()),
                            "relation",
                            "guardian-is-excluded");
        }
    }
}
