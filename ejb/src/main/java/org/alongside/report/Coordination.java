package org.alongside.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.alongside.shared.OrganisationId;

/**
 * How help moves: who asks whom for what, who waits, how long and why not. All of it counts; none of it is about one case.
 *
 * <p>Referrals entered in error are counted nowhere. Days are of UTC.
 *
 * @param from first day of the period
 * @param until its last day, today
 * @param asOf when what waits was looked at, UTC
 * @param organisation whose referrals these are; empty for those of everybody
 * @param sent how many referrals were sent in the period
 * @param sentBefore how many in as many days before it; empty where the period does not roll
 * @param states where those of the period stand
 * @param links who asked for what; of what one organisation sent, who was asked for what
 * @param flows who asked whom for what, the most asked first, at most 100
 * @param waiting what waits now, whenever it was sent, by kind of help
 * @param reasons why recipients said no, the most frequent first
 * @param speed how long it took to say yes, of every kind of help together
 * @param acceptance how long it took to say yes, by kind of help
 * @param answers answers in time and late
 * @param contacts first contacts in time and late
 * @param stretches both together, by week or month of sending
 * @param caseloads open cases now by who leads them
 * @param houses organisations whose referrals the caller may look at, by name
 */
public record Coordination(
        Period period,
        LocalDate from,
        LocalDate until,
        Instant asOf,
        Optional<OrganisationId> organisation,
        Side side,
        long sent,
        Optional<Long> sentBefore,
        List<StateCount> states,
        List<Link> links,
        List<Flow> flows,
        List<Waiting> waiting,
        List<ReasonCount> reasons,
        Speed speed,
        List<Acceptance> acceptance,
        Kept answers,
        Kept contacts,
        List<Stretch> stretches,
        List<Caseload> caseloads,
        List<House> houses) {

    /** @param state code of referral_status */
    public record StateCount(String state, long count) {}

    /**
     * One organisation and one kind of help.
     *
     * @param organisation who asks; of what one organisation sent, who is asked
     */
    public record Link(OrganisationId organisation, String organisationName, String serviceType, long sent) {}

    /**
     * One organisation asks another for one kind of help.
     *
     * @param serviceType code of service_type
     * @param waiting not answered, or on a waiting list
     * @param accepted accepted, whatever came after
     * @param ended run out, taken back or declined by the survivor
     */
    public record Flow(
            OrganisationId sender,
            String senderName,
            OrganisationId recipient,
            String recipientName,
            String serviceType,
            long sent,
            long waiting,
            long accepted,
            long declined,
            long ended) {}

    /** What became of those that were sent, as a flow tells it: codes of referral_status that are told as one. */
    public enum Became {
        WAITING("SENT", "RECEIVED", "INFO_REQUESTED", "WAITLISTED"),
        ACCEPTED("ACCEPTED", "IN_SERVICE", "COMPLETED", "NO_SHOW"),
        DECLINED("DECLINED"),
        ENDED("EXPIRED", "REVOKED", "DECLINED_BY_SURVIVOR");

        private final List<String> states;

        Became(String... states) {
            this.states = List.of(states);
        }

        public List<String> states() {
            return states;
        }
    }

    /**
     * What waits now.
     *
     * @param forAnswer for an answer, the clock running
     * @param onList on a waiting list
     * @param forContact accepted, for the first contact
     * @param late how many of all these are past their time
     */
    public record Waiting(String serviceType, long forAnswer, long onList, long forContact, long late) {
        /** All that waits. */
        public long all() {
            return forAnswer + onList + forContact;
        }
    }

    /** @param reason code of referral_decline_reason */
    public record ReasonCount(String reason, long count) {}

    /**
     * About how long it took to say yes: counted by spans of time, so that the minute is not known.
     *
     * @param count how many were accepted
     * @param medianMinutes half were accepted within
     * @param ninetiethMinutes nine in ten were accepted within
     */
    public record Speed(long count, long medianMinutes, long ninetiethMinutes) {}

    /** @param serviceType code of service_type */
    public record Acceptance(String serviceType, Speed speed) {}

    /** @param missed too late, or late now and still open */
    public record Kept(long kept, long missed) {
        public long all() {
            return kept + missed;
        }

        /** Of a hundred, how many were kept, rounded down so that 100 means all; 100 where there was none. */
        public int percent() {
            return all() == 0 ? 100 : (int) (100 * kept / all());
        }

        Kept plus(Kept other) {
            return new Kept(kept + other.kept, missed + other.missed);
        }
    }

    /** Deadlines of what was sent from this day to that, in a week or month of the period. */
    public record Stretch(LocalDate from, LocalDate until, Kept deadlines) {}

    /**
     * Open cases that an organisation leads.
     *
     * @param workers how many people lead them
     * @param most the most that one of them leads
     */
    public record Caseload(
            OrganisationId organisation, String organisationName, long openCases, long workers, long most) {}

    /** An organisation that can be chosen. */
    public record House(OrganisationId organisation, String organisationName) {}
}
