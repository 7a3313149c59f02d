package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Date;
import java.util.List;
import org.alongside.access.SystemIdentity;
import org.alongside.referral.Deadlines;
import org.alongside.referral.ReferralService;
import org.alongside.referral.Urgency;
import org.alongside.shared.Clock;
import org.alongside.shared.ReferralId;
import org.alongside.worklist.Coordinators;
import org.alongside.worklist.TaskGroup;

/** What {@code referral.bpmn} asks for: doors to call when a timer rings, and by when and whom to ask. */
@Dependent
public class ReferralProcess implements ProcessBean {
    private final ReferralService referrals;
    private final Coordinators coordinators;
    private final Deadlines deadlines;
    private final SystemWork system;

    @Inject
    public ReferralProcess(
            ReferralService referrals, Coordinators coordinators, Deadlines deadlines, SystemIdentity identity) {
        this.referrals = referrals;
        this.coordinators = coordinators;
        this.deadlines = deadlines;
        this.system = new SystemWork(identity);
    }

    /** A quarter of the time is left, or a waiting list was not reviewed: the recipient is reminded. */
    public void remind(String referralId) {
        system.run(() -> referrals.remind(ReferralId.of(referralId)));
    }

    /** The answer is overdue: those who coordinate are told. */
    public void escalate(String referralId) {
        system.run(() -> referrals.escalate(ReferralId.of(referralId)));
    }

    /** Nobody answered in time: the referral runs out. */
    public void expire(String referralId) {
        system.run(() -> referrals.expire(ReferralId.of(referralId)));
    }

    /** The coordinators of every coordinating organisation, as groups; fails where there is none who could be asked. */
    public List<String> coordinators() {
        List<String> groups = system.call(coordinators::all).stream()
                .map(organisation -> new TaskGroup(organisation, "NRM").toString())
                .toList();
        if (groups.isEmpty()) {
            throw new IllegalStateException("No organisation coordinates");
        }
        return groups;
    }

    /** As much time as an answer of this urgency is given, from now. */
    public Date dueBy(String urgency) {
        return EngineTime.notBefore(Clock.get()
                .instant()
                .plus(deadlines.forReferral(Urgency.valueOf(urgency)).respondWithin()));
    }

    /** A question does not stop the clock: it is answered before the recipient's answer is due, or before it all runs out. */
    public Date answerQuestionBy(Date respondBy, Date expiresAt) {
        return respondBy.toInstant().isAfter(Clock.get().instant()) ? respondBy : expiresAt;
    }

    /** A waiting list that was not reviewed in time is asked for again every three days (code list state_transitions). */
    public String remindersFrom(Date reviewAt) {
        return "R/" + reviewAt.toInstant() + "/P3D";
    }
}
