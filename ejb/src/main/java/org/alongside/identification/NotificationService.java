package org.alongside.identification;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Files;
import org.alongside.access.Once;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.casefile.CaseFacts;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.disclosure.DisclosureEvent;
import org.alongside.disclosure.DisclosureEvent.DisclosureProposed;
import org.alongside.disclosure.SecondPersons;
import org.alongside.identification.NotificationEvent.DutyEnded;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.DisclosureId;
import org.alongside.shared.Page;
import org.alongside.shared.Refusal;

/** The door to notifying the authority of an adult who refuses to be identified, and to what of them arrives there. */
@Stateless
@PermitAll
public class NotificationService {
    private static final int LONGEST_PAGE = 100;
    private static final String DESK = "SUP";

    @Inject
    CallerContext callers;

    @Inject
    Notifications notifications;

    @Inject
    SecondPersons seconds;

    @Inject
    CaseFacts survivors;

    @Inject
    Files files;

    @Inject
    Codes codes;

    @Inject
    Once once;

    @Inject
    Event<DisclosureEvent> disclosed;

    @Inject
    Event<NotificationEvent> events;

    /** What the law asks when she refuses, exactly what would go, and whether it is asked now; for those who lead the case. */
    @Requires(Permission.READ_NOTIFICATION)
    public NotificationView of(CaseId caseId) {
        if (!files.openness(callers.caller(), caseId).leads()) {
            throw Refusal.notThere();
        }
        return notifications.of(caseId);
    }

    /**
     * Proposes; nothing goes by it, and a supervisor is asked to agree.
     *
     * @param key makes the call repeatable, or null
     * @return the disclosure that it is from now on; refuses INVALID with every reason by field, and WRONG_STATE where the law does not ask it
     */
    @Requires(Permission.PROPOSE_NOTIFICATION)
    public DisclosureId propose(CaseId caseId, NewNotification asked, String key) {
        Caller caller = callers.caller();
        DisclosureId id = DisclosureId.random();
        return once.perform(key, "NOTIFY " + caseId, asked, id.value(), caller)
                .map(DisclosureId::new)
                .orElseGet(() -> propose(id, caseId, asked));
    }

    private DisclosureId propose(DisclosureId id, CaseId caseId, NewNotification asked) {
        Check check = new Check();
        new Fields(codes, check).check(asked, "");
        check.orRefuse();
        NotificationView law = notifications.of(caseId);
        law.obstacle().ifPresent(why -> {
            throw Refusal.wrongState(why);
        });
        check.that(!asked.leftOut().containsAll(law.facts().said()), "leftOut", "notify-nothing-left");
        check.orRefuse();
        DisclosureEvent.Asked supervisors = seconds.asked(caseId, DESK);
        Optional<UUID> duty = notifications.running(caseId);
        notifications.propose(id, caseId, asked);
        disclosed.fire(new DisclosureProposed(id, survivors.of(caseId).lead(), supervisors, false));
        duty.ifPresent(ended -> events.fire(new DutyEnded(ended)));
        return id;
    }

    /**
     * What arrived at the caller's authority, the newest week first: coded facts of adults who refused to be identified. Empty for
     * everybody else.
     *
     * @param cursor where the list goes on, or null
     */
    @Requires(Permission.READ_NOTIFIED_ADULTS)
    public Page<NotifiedAdult> arrived(String cursor, int limit) {
        return notifications.arrived(cursor, Math.max(1, Math.min(limit, LONGEST_PAGE)));
    }
}
