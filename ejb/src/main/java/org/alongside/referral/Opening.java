package org.alongside.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.alongside.access.Caller;
import org.alongside.access.Category;
import org.alongside.access.Files;
import org.alongside.access.Grants;
import org.alongside.access.Role;
import org.alongside.consent.ConsentView;
import org.alongside.consent.Consents;
import org.alongside.organisation.Partners;
import org.alongside.shared.TeamId;
import org.alongside.shared.WorkerId;

/** Opens the file to the recipient of a referral, and holds the gate's own reckoning against what the database opened. */
@ApplicationScoped
class Opening {
    @Inject
    Grants grants;

    @Inject
    Consents consents;

    @Inject
    Partners partners;

    @Inject
    Files files;

    /** What opens on acceptance; the case behind the card is there for the recipient only then. */
    Set<Category> onAcceptance(ReferralCard card, TeamId team, WorkerId assignee) {
        Set<Category> opened = grants.openOnAcceptance(card.id(), team, assignee);
        openOwnDomain(card);
        return opened;
    }

    /** Opens again under the consent that the referral now rests on; what was open under the one before ends. */
    void again(ReferralCard card, Referral referral, Caller caller) {
        Set<Category> opened = grants.openAgain(card.id());
        openOwnDomain(card);
        check(opened, card, referral, caller);
    }

    /** What the service writes itself, under the same consent; here too a difference undoes the opening. */
    private void openOwnDomain(ReferralCard card) {
        Set<Role> roles = partners.rolesServing(card.serviceType());
        Set<Category> expected = partners.ownDomain(card.serviceType()).stream()
                .filter(category -> roles.stream()
                        .anyMatch(role -> "FW".indexOf(files.matrix().of(role, category)) >= 0))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Category.class)));
        if (!expected.equals(grants.openOwnDomain(card.id()))) {
            throw new IllegalStateException("gate and database disagree on what the service may write");
        }
    }

    /** A difference between gate and database undoes the opening. */
    void check(Set<Category> opened, ReferralCard card, Referral referral, Caller caller) {
        ConsentView consent = consents.of(referral.caseId(), caller.now()).stream()
                .filter(given -> given.id().equals(referral.consent()) && given.lastsAt(caller.now()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("opened without a live consent"));
        Set<Role> roles = partners.rolesServing(card.serviceType());
        Set<Category> expected = consent.categories().stream()
                .filter(referral.categories()::contains)
                .filter(category -> files.matrix().everSeen(roles, category))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Category.class)));
        if (!expected.equals(opened)) {
            throw new IllegalStateException("gate and database disagree on what a referral opens");
        }
    }
}
