package org.alongside.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Caller;
import org.alongside.access.Category;
import org.alongside.access.Depth;
import org.alongside.access.Files;
import org.alongside.access.Role;
import org.alongside.casefile.CaseFacts;
import org.alongside.consent.ConsentView;
import org.alongside.consent.Consents;
import org.alongside.organisation.Partners;
import org.alongside.organisation.ServiceOffer;
import org.alongside.referral.ReferralPreview.AfterAcceptance;
import org.alongside.referral.ReferralPreview.BeforeAcceptance;
import org.alongside.referral.ReferralService.ServiceQuery;
import org.alongside.shared.CaseId;
import org.alongside.shared.OrganisationId;

/** Reckons, before anything is sent, who could help and exactly what they would see. */
@ApplicationScoped
class Preview {
    @Inject
    Sending sending;

    @Inject
    Referrals referrals;

    @Inject
    Partners partners;

    @Inject
    Consents consents;

    @Inject
    CaseFacts cases;

    @Inject
    Files files;

    @Inject
    Instance<Deadlines> deadlines;

    List<SuitableService> suitable(CaseId caseId, ServiceQuery query, Caller caller) {
        CaseFacts.Facts survivor = cases.of(caseId);
        Set<OrganisationId> consented = consents.of(caseId, caller.now()).stream()
                .filter(ConsentView::live)
                .map(ConsentView::recipient)
                .collect(Collectors.toSet());
        Set<UUID> asked = referrals.of(caseId).stream()
                .map(Referrals.Both::card)
                .filter(card -> card.status().isOpen())
                .map(ReferralCard::service)
                .collect(Collectors.toSet());
        return partners.offers(query.type(), query.region()).stream()
                .filter(offer -> !offer.organisation().equals(caller.organisation()))
                .map(offer -> new SuitableService(
                        offer,
                        ReferralRules.against(offer, survivor, null, caller.organisation(), caller.now()),
                        consented.contains(offer.organisation()),
                        offer.languages().contains(survivor.language()),
                        asked.contains(offer.id().value())))
                .sorted(Comparator.comparing(
                                (SuitableService fit) -> !fit.against().isEmpty())
                        .thenComparing(SuitableService::asked)
                        .thenComparing(fit -> capacityRank(fit.service()))
                        .thenComparing(fit -> !fit.speaksHerLanguage())
                        .thenComparing(fit -> !fit.service().region().equals(survivor.region())))
                .toList();
    }

    ReferralPreview of(CaseId caseId, NewReferral wanted, Caller caller) {
        Sending.Prepared prepared = sending.look(caseId, wanted, caller);
        CaseFacts.Facts survivor = prepared.survivor();
        ServiceOffer service = prepared.service();
        Set<Category> agreed = prepared.consent().map(ConsentView::categories).orElse(Set.of());
        Set<Role> roles = partners.rolesServing(service.type());
        List<AfterAcceptance> after = Category.SHAREABLE.stream()
                .map(category -> after(
                        category,
                        agreed,
                        wanted.categories(),
                        roles,
                        prepared.keptBack().get(category)))
                .toList();
        Optional<Instant> until = prepared.consent().map(ConsentView::expiresAt);
        boolean always = partners.approvesEveryReferral(caller.organisation());
        Approval approval = ReferralRules.approval(wanted, service, survivor, always);
        return new ReferralPreview(
                new BeforeAcceptance(
                        service.type(),
                        wanted.urgency(),
                        survivor.ageBand(),
                        survivor.sex(),
                        survivor.child(),
                        survivor.language(),
                        survivor.interpreter(),
                        survivor.accessibility(),
                        survivor.region(),
                        survivor.constraints()),
                after,
                until,
                approval,
                approval == Approval.BEFORE
                        ? ReferralRules.approvalReason(service, survivor, always)
                        : Optional.empty(),
                caller.now().plus(deadlines.get().forReferral(wanted.urgency()).expireAfter()),
                prepared.against());
    }

    private AfterAcceptance after(
            Category category, Set<Category> agreed, Set<Category> chosen, Set<Role> roles, String keptBack) {
        boolean opens = agreed.contains(category) && chosen.contains(category);
        Depth depth = opens ? left(files.matrix().depthUnderConsent(roles, category), keptBack) : Depth.NONE;
        Set<String> readers = new TreeSet<>();
        if (depth.reaches(Depth.MINIMUM)) {
            roles.stream()
                    .filter(role -> files.matrix()
                            .depthUnderConsent(Set.of(role), category)
                            .reaches(Depth.MINIMUM))
                    .forEach(role -> readers.add(role.name()));
        }
        return new AfterAcceptance(
                category,
                agreed.contains(category),
                chosen.contains(category),
                Optional.ofNullable(keptBack),
                depth,
                readers);
    }

    private static Depth left(Depth depth, String keptBack) {
        Depth most = keptBack == null ? Depth.FULL : "WHOLE".equals(keptBack) ? Depth.NONE : Depth.MINIMUM;
        return depth.reaches(most) ? most : depth;
    }

    private static int capacityRank(ServiceOffer offer) {
        return List.of("PLACES", "FEW", "UNKNOWN", "WAITING_LIST", "FULL").indexOf(offer.capacity());
    }
}
