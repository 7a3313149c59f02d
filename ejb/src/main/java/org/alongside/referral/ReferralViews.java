package org.alongside.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.alongside.access.Caller;
import org.alongside.organisation.Partners;
import org.alongside.referral.Referrals.Both;
import org.alongside.shared.CaseId;
import org.alongside.shared.Sql;

/** Makes what callers are shown of referrals, with the names of organisations and services read once for all of them. */
@ApplicationScoped
class ReferralViews {
    @PersistenceContext
    EntityManager em;

    @Inject
    Partners partners;

    List<ReferralView.Card> cards(List<ReferralCard> cards) {
        Set<UUID> organisations = new HashSet<>();
        Set<UUID> services = new HashSet<>();
        cards.forEach(card -> {
            if (card.sender() != null) {
                organisations.add(card.sender().value());
            }
            organisations.add(card.recipient().value());
            services.add(card.service());
        });
        Map<UUID, String> names = partners.organisationNames(organisations);
        Map<UUID, String> serviceNames = partners.serviceNames(services);
        return cards.stream()
                .map(card -> card.view(
                        card.sender() == null ? null : names.get(card.sender().value()),
                        names.get(card.recipient().value()),
                        serviceNames.get(card.service())))
                .toList();
    }

    List<ReferralView.Whole> wholes(List<Both> both, Caller caller) {
        List<ReferralView.Card> cards = cards(both.stream().map(Both::card).toList());
        Map<CaseId, String> codes = new HashMap<>();
        return IntStream.range(0, both.size())
                .mapToObj(at -> {
                    Referral referral = both.get(at).referral();
                    return referral.view(cards.get(at), codes.computeIfAbsent(referral.caseId(), this::codeOf), caller);
                })
                .toList();
    }

    ReferralView view(ReferralCard card, Optional<Referral> referral, Caller caller) {
        ReferralView.Card shown = cards(List.of(card)).get(0);
        return referral.isPresent()
                ? referral.get().view(shown, codeOf(referral.get().caseId()), caller)
                : new ReferralView.CardOnly(shown);
    }

    private String codeOf(CaseId caseId) {
        return Sql.of(em, "select case_code from case_file where case_id = :case")
                .with("case", caseId.value())
                .first(row -> row.text(0))
                .orElse("");
    }
}
