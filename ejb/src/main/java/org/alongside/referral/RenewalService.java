package org.alongside.referral;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Category;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.code.Settings;
import org.alongside.consent.ConsentView;
import org.alongside.consent.Consents;
import org.alongside.consent.Exclusions;
import org.alongside.referral.ReferralEvent.AgreementRenewed;
import org.alongside.referral.ReferralEvent.RenewalAsked;
import org.alongside.shared.ReferralId;
import org.alongside.shared.Refusal;

/** The door to what happens when a consent ends while help is under way: the sender is asked, and goes on under a newer one. */
@Stateless
@PermitAll
public class RenewalService {
    private static final int MOST_AT_ONCE = 200;

    @Inject
    CallerContext callers;

    @Inject
    Referrals referrals;

    @Inject
    Consents consents;

    @Inject
    Exclusions exclusions;

    @Inject
    Opening opening;

    @Inject
    Settings settings;

    @Inject
    Event<ReferralEvent> events;

    /**
     * Goes on under a newer consent for the same organisation and purpose. What she did not agree to this time is left out;
     * where help was accepted, the rest opens again until the newer one ends. Refuses {@code no-newer-consent},
     * {@code not-agreed}.
     */
    @Requires(Permission.REFER_SURVIVOR)
    public void renew(ReferralId referralId) {
        Caller caller = callers.caller();
        Referral referral = referrals.require(referralId);
        ConsentView newer = newer(referral, caller.now());
        if (!consents.hold(newer.id())) {
            throw Refusal.stale("changed-meanwhile");
        }
        ReferralCard card = referrals.toChange(referralId);
        Map<Category, String> keptBack = exclusions.keptFrom(referral.caseId(), newer.recipient());
        Set<Category> agreed = referral.categories().stream()
                .filter(newer.categories()::contains)
                .filter(category -> !"WHOLE".equals(keptBack.get(category)))
                .collect(Collectors.toSet());
        if (agreed.isEmpty()) {
            throw Refusal.notAllowed("not-agreed");
        }
        card.renew(agreed, newer.expiresAt(), caller.now());
        referral.renew(newer.id(), agreed);
        if (card.status() == ReferralStatus.ACCEPTED || card.status() == ReferralStatus.IN_SERVICE) {
            opening.again(card, referral, caller);
        }
        events.fire(new AgreementRenewed(referralId, caller.now()));
    }

    /** The senders whose consents end within the time set for it are asked to renew them; told by the process every hour. */
    @Requires(Permission.RUN_REFERRAL_CLOCK)
    public void askWhereDue() {
        Instant now = callers.caller().now();
        for (ReferralCard card : referrals.ending(now.plus(settings.of(Consents.ASKED_BEFORE)), MOST_AT_ONCE)) {
            if (card.askToRenew(now)) {
                events.fire(new RenewalAsked(card.id(), card.agreedUntil(), now));
            }
        }
    }

    private ConsentView newer(Referral referral, Instant now) {
        var all = consents.of(referral.caseId(), now);
        ConsentView before = all.stream()
                .filter(one -> one.id().equals(referral.consent()))
                .findFirst()
                .orElseThrow(Refusal::notThere);
        return all.stream()
                .filter(one -> one.live()
                        && one.recipient().equals(before.recipient())
                        && one.purpose().equals(before.purpose())
                        && one.expiresAt().isAfter(before.expiresAt()))
                .max(Comparator.comparing(ConsentView::expiresAt))
                .orElseThrow(() -> Refusal.notAllowed("no-newer-consent"));
    }
}
