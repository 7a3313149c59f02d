package org.alongside.referral;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alongside.access.Category;
import org.alongside.casefile.CaseFacts;
import org.alongside.consent.ConsentView;
import org.alongside.organisation.ServiceOffer;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Reason;

/** When a survivor may be referred to a service, and whether a second person looks at it first (DOMAIN 0.2, 5.3, 6.7). */
final class ReferralRules {
    private static final Set<String> PARENTS = Set.of("PARENT", "STEP_PARENT");

    private ReferralRules() {}

    /** Why this service cannot be asked for her at all; none where it can. */
    static List<Reason> against(
            ServiceOffer service, CaseFacts.Facts survivor, String accompaniedBy, OrganisationId sender, Instant now) {
        List<Reason> reasons = new ArrayList<>();
        if (service.organisation().equals(sender)) {
            reasons.add(Reason.at("service", "own-organisation"));
        }
        if (!service.agreementAlive(now.atZone(ZoneOffset.UTC).toLocalDate())) {
            reasons.add(Reason.at("service", "agreement-ended"));
        }
        boolean withParent = accompaniedBy != null && PARENTS.contains(accompaniedBy);
        if (accompaniedBy != null && (!withParent || !survivor.child())) {
            reasons.add(Reason.at("accompaniedBy", survivor.child() ? "parent-only" : "only-for-a-child"));
        }
        if (withParent && survivor.excludedRelations().contains(accompaniedBy)) {
            reasons.add(Reason.at("accompaniedBy", "parent-is-excluded"));
        }
        if (survivor.child() && !service.forChildren() && service.isShelter() && !withParent) {
            reasons.add(Reason.at("service", "adult-shelter-for-a-child"));
        } else if (!withParent && !ageFits(service, survivor)) {
            reasons.add(Reason.at("service", "not-for-her-age"));
        }
        if (!service.sexes().isEmpty()
                && !service.sexes().contains(survivor.sex())
                && !"UNKNOWN".equals(survivor.sex())) {
            reasons.add(Reason.at("service", "not-for-her-sex"));
        }
        return reasons;
    }

    private static boolean ageFits(ServiceOffer service, CaseFacts.Facts survivor) {
        if (survivor.age().isEmpty()) {
            return survivor.child() ? service.forChildren() : service.maxAge().isEmpty();
        }
        int age = survivor.age().getAsInt();
        boolean presumedChild = survivor.child() && age >= 18;
        if (presumedChild) {
            return service.forChildren();
        }
        return service.minAge().filter(youngest -> age < youngest).isEmpty()
                && service.maxAge().filter(oldest -> age > oldest).isEmpty();
    }

    /** Why this may not be sent now: consent, agreed categories, what she keeps back, notification of the child authority. */
    static List<Reason> againstSending(
            NewReferral asked,
            ServiceOffer service,
            CaseFacts.Facts survivor,
            Optional<ConsentView> consent,
            Map<Category, String> keptBack) {
        List<Reason> reasons = new ArrayList<>();
        if (asked.categories().isEmpty()) {
            reasons.add(Reason.at("categories", "missing"));
        }
        if (!Category.SHAREABLE.containsAll(asked.categories())) {
            reasons.add(Reason.at("categories", "not-shareable"));
        }
        if (consent.isEmpty()) {
            reasons.add(Reason.at("service", "no-consent"));
        } else if (!consent.get().categories().containsAll(asked.categories())) {
            reasons.add(Reason.at("categories", "not-agreed"));
        }
        if (asked.categories().stream().anyMatch(category -> "WHOLE".equals(keptBack.get(category)))) {
            reasons.add(Reason.at("categories", "kept-back"));
        }
        boolean neverWaits = asked.urgency() == Urgency.EMERGENCY && service.isShelterOrHealth();
        if (survivor.child() && !survivor.authorityNotified() && !neverWaits) {
            reasons.add(Reason.at("", "child-authority-first"));
        }
        return reasons;
    }

    /** Whether a second person looks, and why: code of approval_reason, empty where nobody has to. */
    static Approval approval(
            NewReferral asked, ServiceOffer service, CaseFacts.Facts survivor, boolean senderAlwaysAsks) {
        if (asked.urgency() == Urgency.EMERGENCY && service.isShelterOrHealth()) {
            return Approval.AFTER;
        }
        return approvalReason(service, survivor, senderAlwaysAsks).isPresent() ? Approval.BEFORE : Approval.NONE;
    }

    static Optional<String> approvalReason(ServiceOffer service, CaseFacts.Facts survivor, boolean senderAlwaysAsks) {
        if (survivor.child()) {
            return Optional.of("CHILD");
        }
        if (service.isPoliceOrProsecution()) {
            return Optional.of("POLICE_OR_PROSECUTION");
        }
        return senderAlwaysAsks ? Optional.of("SENDER_ASKS") : Optional.empty();
    }
}
