package org.alongside.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.alongside.shared.OnCallId;
import org.alongside.shared.WorkerId;

/**
 * Who of an organisation is on call, now and in the time to come.
 *
 * @param times soonest first
 * @param gaps the times of the next seven days in which nobody is; none where nothing is planned at all
 * @param people who can be on call: those who work there, by name
 */
public record Rota(List<OnCall> times, List<Gap> gaps, List<OnCallPerson> people) {

    /** Somebody is on call from then until then. */
    public record OnCall(OnCallId id, WorkerId worker, String workerName, Instant from, Instant until) {}

    /** Nobody is on call from then until then. */
    public record Gap(Instant from, Instant until) {}

    /** Somebody who works there. */
    public record OnCallPerson(WorkerId worker, String name) {}

    /** The times between from and until that none of these covers. */
    static List<Gap> gaps(List<OnCall> times, Instant from, Instant until) {
        List<Gap> gaps = new ArrayList<>();
        Instant covered = from;
        for (OnCall time :
                times.stream().sorted(Comparator.comparing(OnCall::from)).toList()) {
            if (time.from().isAfter(covered) && covered.isBefore(until)) {
                gaps.add(new Gap(covered, time.from().isBefore(until) ? time.from() : until));
            }
            covered = time.until().isAfter(covered) ? time.until() : covered;
        }
        if (covered.isBefore(until)) {
            gaps.add(new Gap(covered, until));
        }
        return gaps;
    }
}
