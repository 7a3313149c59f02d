package org.alongside.worklist;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.alongside.access.CallerContext;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.access.Workers;
import org.alongside.referral.ReferralView;
import org.alongside.shared.CaseId;
import org.alongside.shared.MissingId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.PlacementId;
import org.alongside.shared.ReferralId;
import org.alongside.shared.Refusal;
import org.alongside.worklist.Journeys.Labels;
import org.alongside.worklist.Journeys.Standing;

/** The door to a case's journey: one timeline of what happened, and where each process stands, as far as it is open. */
@Stateless
@PermitAll
public class JourneyService {
    @Inject
    CallerContext callers;

    @Inject
    Workers workers;

    @Inject
    JourneyFacts facts;

    @Inject
    Instance<Journeys> journeys;

    /** Everything that happened and that the caller may know, newest first, and the open referrals' processes. */
    @Requires(Permission.READ_CASE)
    public Journey of(CaseId caseId) {
        List<Entry> entries = new ArrayList<>(facts.ofCase(caseId));
        entries.addAll(facts.plan(caseId));
        entries.addAll(facts.guardians(caseId));
        entries.addAll(facts.purposes(caseId));
        entries.addAll(facts.closings(caseId));
        entries.addAll(facts.handovers(caseId));
        entries.addAll(facts.matters(caseId));
        entries.addAll(facts.housing(caseId));
        entries.addAll(facts.missing(caseId));
        entries.addAll(facts.restrictions(caseId));
        entries.addAll(facts.counselling(caseId));
        entries.addAll(facts.followUps(caseId));
        entries.addAll(facts.reintegrations(caseId));
        entries.addAll(facts.health(caseId));
        entries.addAll(facts.living(caseId));
        entries.addAll(facts.outcomes(caseId));
        entries.addAll(facts.disclosures(caseId));
        List<Running> running = new ArrayList<>();
        UnaryOperator<Standing> told = told();
        for (ReferralView.Whole referral : facts.referrals(caseId, callers.caller())) {
            entries.addAll(facts.ofReferral(referral.card()));
            running(referral.card().id().value())
                    .map(told)
                    .ifPresent(standing -> running.add(new Running(referral.card(), standing)));
        }
        // gathered oldest first: of two at the same instant the later one stands above
        Collections.reverse(entries);
        entries.sort(Comparator.comparing(Entry::at).reversed());
        return new Journey(
                entries,
                running,
                facts.leads(caseId) ? journeys.get().of(caseId.value()) : Optional.empty(),
                facts.placements(caseId).stream()
                        .flatMap(id -> running(id.value()).map(standing -> new Placed(id, standing)).stream())
                        .toList(),
                facts.stillMissing(caseId).stream()
                        .flatMap(id -> running(id.value()).map(standing -> new Gone(id, standing)).stream())
                        .toList());
    }

    private Optional<Standing> running(UUID subject) {
        return journeys.get().of(subject).filter(standing -> !standing.ended());
    }

    /** The process of a placement drawn, for the house and for who leads. */
    @Requires(Permission.READ_PLACEMENTS)
    public String drawPlacement(PlacementId placementId, Labels labels) {
        return journeys.get().draw(placementId.value(), labels);
    }

    /** Where the process of a placement stands. */
    @Requires(Permission.READ_PLACEMENTS)
    public Standing standing(PlacementId placementId) {
        return journeys.get().of(placementId.value()).orElseThrow(Refusal::notThere);
    }

    /** The process about somebody who is missing drawn, for those who may know. */
    @Requires(Permission.READ_MISSING)
    public String drawMissing(MissingId missingId, Labels labels) {
        return journeys.get().draw(missingId.value(), labels);
    }

    /** Where the process about somebody who is missing stands. */
    @Requires(Permission.READ_MISSING)
    public Standing standing(MissingId missingId) {
        return journeys.get().of(missingId.value()).orElseThrow(Refusal::notThere);
    }

    /** The process of a case drawn, for those who lead it. */
    @Requires(Permission.READ_CASE)
    public String drawCase(CaseId caseId, Labels labels) {
        if (!facts.leads(caseId)) {
            throw Refusal.notThere();
        }
        return journeys.get().draw(caseId.value(), labels);
    }

    /** The process of a referral drawn. */
    @Requires(Permission.READ_REFERRALS)
    public String drawReferral(ReferralId referralId, Labels labels) {
        return journeys.get().draw(referralId.value(), labels);
    }

    /** Where the process of a referral stands. */
    @Requires(Permission.READ_REFERRALS)
    public Standing standing(ReferralId referralId) {
        return journeys.get().of(referralId.value()).map(told()).orElseThrow(Refusal::notThere);
    }

    /** Who of the other side is asked would tell police and prosecution who leads: they read of their own alone. */
    private UnaryOperator<Standing> told() {
        OrganisationId own = callers.caller().organisation();
        return workers.keptApart() ? standing -> standing.asking(own) : UnaryOperator.identity();
    }

    /** A case's story, and what runs. */
    public record Journey(
            List<Entry> entries,
            List<Running> running,
            Optional<Standing> caseProcess,
            List<Placed> placed,
            List<Gone> missing) {}

    /** That she is missing, or is still to be asked since she was: a process that runs. */
    public record Gone(MissingId id, Standing standing) {}

    /** A placement whose process runs; of a family that waits for beds the first one's alone. */
    public record Placed(PlacementId id, Standing standing) {}

    /** A referral whose process runs. */
    public record Running(ReferralView.Card card, Standing standing) {}

    /**
     * Something that happened.
     *
     * @param kind key of its words, {@code journey.<kind>}
     * @param subject the referral, consent, goal or matter it is about, if any
     * @param values what the words mention: names of organisations and codes
     */
    public record Entry(String kind, Instant at, Optional<UUID> subject, List<String> values) {}
}
