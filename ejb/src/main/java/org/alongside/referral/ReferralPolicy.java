package org.alongside.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alongside.access.Caller;
import org.alongside.access.CasePolicy;
import org.alongside.access.ExpectedVersion;
import org.alongside.access.Files;
import org.alongside.access.Permission;
import org.alongside.access.Policy;
import org.alongside.access.Role;
import org.alongside.shared.Reason;
import org.alongside.shared.ReferralId;

/**
 * Whose a referral is: the sender's who may see the file, the recipient's once it was sent, the coordinator's as a card,
 * the processes' for its clock. Nobody else's, and nobody's who has a tie to her; to everybody else it is not there.
 */
@ApplicationScoped
public class ReferralPolicy implements Policy<ReferralId> {
    private static final Set<Permission> SENDERS = EnumSet.of(
            Permission.APPROVE_REFERRAL,
            Permission.ANSWER_QUESTION,
            Permission.REVOKE_REFERRAL,
            Permission.REFER_SURVIVOR);
    private static final Set<Permission> RECIPIENTS =
            EnumSet.of(Permission.READ_INCOMING, Permission.ACCEPT_REFERRAL, Permission.SERVE_REFERRAL);

    @Inject
    Referrals referrals;

    @Inject
    CasePolicy cases;

    @Inject
    Files files;

    @Inject
    ExpectedVersion expected;

    @Override
    public Class<ReferralId> subject() {
        return ReferralId.class;
    }

    @Override
    public Optional<Standing> standing(Caller caller, ReferralId id) {
        Optional<ReferralCard> card = referrals.findCard(id);
        if (card.isEmpty()) {
            return Optional.empty();
        }
        if (caller.system()) {
            return Optional.of(new Standing(Optional.empty(), id.value(), "PROCESS", Optional.empty()));
        }
        if (files.tiedToCard(id)) {
            return Optional.empty();
        }
        Optional<Standing> file = referrals
                .find(id)
                .flatMap(referral -> cases.standing(caller, referral.caseId()))
                .map(open -> new Standing(open.caseId(), id.value(), open.basis(), open.openness()));
        if (file.isPresent()) {
            return file;
        }
        boolean sent = card.get().wasSent();
        if (card.get().recipient().equals(caller.organisation())
                && sent
                && Role.RECEIVING.stream().anyMatch(caller::has)) {
            return Optional.of(new Standing(Optional.empty(), id.value(), "RECIPIENT", Optional.empty()));
        }
        return sent && caller.has(Role.NRM)
                ? Optional.of(new Standing(Optional.empty(), id.value(), "COORDINATOR", Optional.empty()))
                : Optional.empty();
    }

    @Override
    public List<Reason> objections(Caller caller, Permission permission, ReferralId id, Standing standing) {
        ReferralCard card = referrals.card(id);
        boolean sender = caller.organisation().equals(card.sender());
        boolean recipient = card.recipient().equals(caller.organisation());
        if (SENDERS.contains(permission) && !sender) {
            return List.of(Reason.of("only-the-sender"));
        }
        if (RECIPIENTS.contains(permission) && !recipient) {
            return List.of(Reason.of("only-the-recipient"));
        }
        if (permission == Permission.SERVE_REFERRAL && standing.openness().isEmpty()) {
            if (ReferralStatus.ENDS_WITH_CONSENT.contains(card.status())
                    && !caller.now().isBefore(card.agreedUntil())) {
                return List.of(Reason.of("access-ended", card.agreedUntil()));
            }
            return List.of(Reason.of("only-those-assigned"));
        }
        if (!caller.system()) {
            expected.requireIfSaid(
                    card.version() + referrals.find(id).map(Referral::version).orElse(0));
        }
        return List.of();
    }
}
