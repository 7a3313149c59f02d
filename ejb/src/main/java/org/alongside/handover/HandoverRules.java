package org.alongside.handover;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.alongside.access.Category;
import org.alongside.casefile.CaseFacts;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.handover.HandoverView.Candidate;
import org.alongside.shared.Check;

/** What must be right before the lead of a case is offered (DOMAIN 0.8, 0.12, state_transitions). */
final class HandoverRules {
    /** Nobody leads without them: who she is, how to reach her, what is known of her situation, her safety and her plan. */
    static final Set<Category> NEEDED_TO_LEAD = Set.of(
            Category.IDENTITY,
            Category.CONTACT_LOCATION,
            Category.DEMOGRAPHICS,
            Category.SAFETY_RISK,
            Category.CARE_PLAN_GOALS);

    private static final String OF_CHILDREN = "GUARDIAN_TOLD";

    private HandoverRules() {}

    /** What must be ended first: code of handover_obstacle. */
    static Optional<String> obstacle(CaseFacts.Facts survivor, boolean closingProposed) {
        if (!"ACTIVE".equals(survivor.status()) && !"TRANSFER_PENDING".equals(survivor.status())) {
            return Optional.of("NOT_ACTIVE");
        }
        if (closingProposed) {
            return Optional.of("CLOSING_PROPOSED");
        }
        return survivor.child() && !survivor.authorityNotified() ? Optional.of("AUTHORITY_NOT_TOLD") : Optional.empty();
    }

    /** The checklist that belongs to her. */
    static List<String> items(Codes codes, boolean child) {
        return codes.of("handover_item").stream()
                .filter(item -> child || !OF_CHILDREN.equals(item))
                .toList();
    }

    /** Refuses INVALID with every reason by field. */
    static void check(NewHandover asked, boolean child, List<Candidate> candidates, Codes codes) {
        Check check = new Check();
        new Fields(codes, check).check(asked, "");
        Optional<Candidate> to = candidates.stream()
                .filter(one -> one.organisation().equals(asked.to()))
                .findFirst();
        if (asked.to() != null) {
            check.that(to.isPresent(), "to", "may-not-lead");
        }
        to.ifPresent(one -> check.that(one.enough(), "to", "not-agreed-to-lead"));
        List<String> answered =
                asked.items().stream().map(NewHandover.Item::item).toList();
        check.that(answered.stream().distinct().count() == answered.size(), "items", "answered-twice");
        Set<String> missing = items(codes, child).stream()
                .filter(item -> !answered.contains(item))
                .collect(Collectors.toSet());
        check.that(missing.isEmpty(), "items", "not-all-answered");
        check.orRefuse();
    }
}
