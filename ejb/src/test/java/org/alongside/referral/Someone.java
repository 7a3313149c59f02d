package org.alongside.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.alongside.access.Caller;
import org.alongside.access.Category;
import org.alongside.access.Role;
import org.alongside.casefile.CaseFacts;
import org.alongside.consent.ConsentView;
import org.alongside.organisation.ServiceOffer;
import org.alongside.shared.CaseId;
import org.alongside.shared.ConsentId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.ServiceId;
import org.alongside.shared.TeamId;
import org.alongside.shared.WorkerId;

/** People, services and survivors for the rules of referrals. */
final class Someone {
    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    static final OrganisationId SENDER = OrganisationId.random();
    static final OrganisationId RECIPIENT = OrganisationId.random();

    private Someone() {}

    static Caller of(OrganisationId organisation, Role role) {
        return new Caller(WorkerId.random(), organisation, Set.of(role), false, "s", NOW);
    }

    static Caller at(Caller caller, Instant now) {
        return new Caller(caller.worker(), caller.organisation(), caller.roles(), false, "s", now);
    }

    static CaseFacts.Facts survivor(boolean child, Integer age, boolean notified, String... excluded) {
        return new CaseFacts.Facts(
                "K7-4QXMPQ",
                "ACTIVE",
                NOW.minusSeconds(3600),
                SENDER,
                child,
                child ? "12_14" : "18_24",
                age == null ? OptionalInt.empty() : OptionalInt.of(age),
                "FEMALE",
                "HARBOUR",
                List.of(),
                "prs",
                "WOMAN",
                List.of("NO_GROUP"),
                "HIGH",
                Set.of(excluded),
                notified);
    }

    static ServiceOffer service(String type, boolean forChildren, Integer min, Integer max) {
        return new ServiceOffer(
                ServiceId.random(),
                RECIPIENT,
                "Willow Rooms",
                "POLICE_PROTECTION".equals(type) ? "LAW_ENFORCEMENT" : "SHELTER",
                TeamId.random(),
                type,
                "House",
                "HARBOUR",
                false,
                forChildren,
                Optional.ofNullable(min),
                Optional.ofNullable(max),
                List.of("FEMALE"),
                List.of("prs"),
                List.of(),
                "PLACES",
                Optional.empty(),
                true,
                Optional.of(LocalDate.of(2027, 1, 1)));
    }

    static NewReferral asking(Urgency urgency, String accompaniedBy, Category... categories) {
        return new NewReferral(ServiceId.random(), urgency, Set.of(categories), accompaniedBy, null, null);
    }

    static ConsentView consentTo(Category... categories) {
        return new ConsentView(
                ConsentId.random(),
                CaseId.random(),
                RECIPIENT,
                "Willow Rooms",
                "SHARE_REFERRAL",
                Set.of(categories),
                "SELF",
                "WRITTEN",
                "prs",
                NOW,
                NOW.plusSeconds(86_400),
                NOW,
                Optional.empty(),
                "GIVEN",
                Optional.empty(),
                0);
    }

    /** What was found for a request: the service, her, and a consent that covers it. */
    static Sending.Prepared found(ServiceOffer service, CaseFacts.Facts survivor) {
        return new Sending.Prepared(service, survivor, Optional.of(consentTo(Category.IDENTITY)), Map.of(), List.of());
    }
}
