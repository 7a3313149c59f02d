package org.alongside.counselling;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.alongside.access.Caller;
import org.alongside.referral.Arrivals;
import org.alongside.safety.OpenAlerts;
import org.alongside.setup.Connected;
import org.alongside.setup.Who;
import org.alongside.setup.Wired;
import org.alongside.shared.AlertId;
import org.alongside.shared.CaseId;
import org.alongside.shared.ReferralId;

/** The doors of one transaction, and what they told. */
record Doors(
        SessionService sessions,
        NoteService notes,
        WeekService weeks,
        GroupService groups,
        CaseloadService caseload,
        SessionPolicy policy,
        WithReferral with,
        CounsellingJournal journal,
        Connection sql,
        Caller caller,
        List<Object> told) {

    static Doors open(Connection connection, Who who, Instant at) {
        Caller caller = who.at(at);
        Wired wired = new Wired(new Connected(connection).em(), caller);
        List<Object> told = wired.told();
        wired.with(CounsellingTimes.class, new Delivered())
                .with(OpenAlerts.class, new OpenAlerts() {
                    @Override
                    public AlertId raise(AlertId id, CaseId caseId, String type, boolean inDanger, Caller by) {
                        told.add(type + " " + caseId + " " + inDanger);
                        return id;
                    }
                })
                .with(Arrivals.class, new Arrivals() {
                    @Override
                    public void met(ReferralId referral) {
                        told.add("met " + referral);
                    }
                });
        return new Doors(
                wired.of(SessionService.class),
                wired.of(NoteService.class),
                wired.of(WeekService.class),
                wired.of(GroupService.class),
                wired.of(CaseloadService.class),
                wired.of(SessionPolicy.class),
                wired.of(WithReferral.class),
                wired.of(CounsellingJournal.class),
                connection,
                caller,
                told);
    }

    /** The tables as they are delivered. */
    static final class Delivered implements CounsellingTimes {
        @Override
        public Times times() {
            return new Times(Duration.ofDays(2), Duration.ofDays(7), Duration.ofDays(23), Duration.ofDays(30));
        }

        @Override
        public Limits limits() {
            return new Limits(2, 3);
        }
    }
}
