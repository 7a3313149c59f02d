package org.alongside.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.alongside.access.Category;
import org.alongside.code.KnownCodes;
import org.alongside.handover.HandoverView.Candidate;
import org.alongside.handover.NewHandover.Item;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;
import org.junit.jupiter.api.Test;

/** What must be right before the lead of a case is offered. */
class HandoverRulesTest {
    private static final OrganisationId QUAY = OrganisationId.random();

    private final KnownCodes codes = new KnownCodes();

    @Test
    void an_offer_with_her_word_and_a_whole_checklist_is_right() {
        assertThat(reasons(asked(answered(false)), false, agreedTo(HandoverRules.NEEDED_TO_LEAD)))
                .isEmpty();
    }

    @Test
    void the_guardian_is_on_the_checklist_of_children_alone() {
        assertThat(HandoverRules.items(codes, true)).contains("GUARDIAN_TOLD");
        assertThat(HandoverRules.items(codes, false)).doesNotContain("GUARDIAN_TOLD");
        assertThat(reasons(asked(answered(false)), true, agreedTo(HandoverRules.NEEDED_TO_LEAD)))
                .containsExactly("items not-all-answered");
    }

    @Test
    void without_any_of_what_nobody_leads_without_she_has_not_agreed() {
        for (Category left : HandoverRules.NEEDED_TO_LEAD) {
            Set<Category> named = EnumSet.copyOf(HandoverRules.NEEDED_TO_LEAD);
            named.remove(left);
            assertThat(reasons(asked(answered(false)), false, agreedTo(named)))
                    .as(left.name())
                    .containsExactly("to not-agreed-to-lead");
        }
    }

    @Test
    void who_may_not_lead_an_item_twice_and_an_unknown_reason_are_told_by_field() {
        List<Item> twice = new ArrayList<>(answered(false));
        twice.add(new Item("SHE_KNOWS", "NO_SUCH_REASON"));
        assertThat(reasons(new NewHandover(OrganisationId.random(), "NO_SUCH", twice, null), false, List.of()))
                .contains("to may-not-lead", "items answered-twice")
                .anyMatch(reason -> reason.startsWith("reason "))
                .anyMatch(reason -> reason.startsWith("items.8.notDone "));
    }

    @Test
    void an_answer_that_does_not_say_to_what_is_told_in_its_place() {
        List<Item> nameless = new ArrayList<>(answered(false));
        nameless.set(2, new Item(null, null));
        assertThat(reasons(asked(nameless), false, agreedTo(HandoverRules.NEEDED_TO_LEAD)))
                .contains("items.2.item missing", "items not-all-answered");
    }

    private List<Item> answered(boolean child) {
        return HandoverRules.items(codes, child).stream()
                .map(item -> new Item(item, null))
                .toList();
    }

    private static NewHandover asked(List<Item> items) {
        return new NewHandover(QUAY, "SHE_ASKS", items, null);
    }

    private static List<Candidate> agreedTo(Set<Category> categories) {
        return List.of(new Candidate(QUAY, "Quay Project", categories));
    }

    private List<String> reasons(NewHandover asked, boolean child, List<Candidate> candidates) {
        Refusal refused =
                catchThrowableOfType(Refusal.class, () -> HandoverRules.check(asked, child, candidates, codes));
        return refused == null
                ? List.of()
                : refused.reasons().stream().map(HandoverRulesTest::words).toList();
    }

    private static String words(Reason reason) {
        return reason.field() + " " + reason.code();
    }
}
