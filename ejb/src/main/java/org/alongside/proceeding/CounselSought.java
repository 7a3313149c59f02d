package org.alongside.proceeding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.alongside.access.CallerContext;
import org.alongside.closing.ClosingEvent.CaseClosed;
import org.alongside.code.Settings;
import org.alongside.consent.SharingEnded;
import org.alongside.proceeding.CounselEvent.CounselSettled;
import org.alongside.proceeding.CounselEvent.CounselWanted;
import org.alongside.referral.ReferralEvent.ReferralAccepted;
import org.alongside.shared.CounselWantedId;
import org.alongside.shared.MatterId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Sql;

/** Has another lawyer looked for where a house cannot act for her or may not any more, and ends it; each in the transaction in which it happens. */
@ApplicationScoped
class CounselSought {
    @PersistenceContext
    EntityManager em;

    @Inject
    CallerContext callers;

    @Inject
    Settings settings;

    @Inject
    Event<CounselEvent> events;

    /** Unless it is asked already, or somebody acts in it. */
    void want(MatterId matter) {
        CounselWantedId id = CounselWantedId.random();
        Instant findBy = callers.caller().now().plus(settings.of("lawyer-found-again-within"));
        Sql.of(em, "select counsel_wanted_raise(:id, :matter, :by)")
                .with("id", id.value())
                .with("matter", matter.value())
                .with("by", findBy)
                .rows(row -> row.uuid(0))
                .stream()
                .filter(lead -> lead != null)
                .forEach(lead -> events.fire(new CounselWanted(id, new OrganisationId(lead), findBy)));
    }

    /** She took back what let a house act for her. */
    void lost(@Observes SharingEnded event) {
        Sql.of(em, "select matters_without_counsel(:id)")
                .with("id", event.caseId().value())
                .rows(row -> new MatterId(row.uuid(0)))
                .forEach(this::want);
    }

    void found(@Observes ReferralAccepted event) {
        settled("select counsel_found(:id)", event.referral().value());
    }

    void closed(@Observes CaseClosed event) {
        settled("select counsel_wanted_end(:id)", event.caseId().value());
    }

    void notWanted(MatterId matter) {
        settled("select counsel_not_wanted(:id)", matter.value());
    }

    private void settled(String change, UUID id) {
        List<CounselWantedId> ended = Sql.of(em, change).with("id", id).rows(row -> new CounselWantedId(row.uuid(0)));
        if (!ended.isEmpty()) {
            events.fire(new CounselSettled(ended));
        }
    }
}
