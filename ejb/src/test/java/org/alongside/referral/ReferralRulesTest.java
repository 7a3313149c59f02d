package org.alongside.referral;

import static org.alongside.referral.Someone.NOW;
import static org.alongside.referral.Someone.SENDER;
import static org.alongside.referral.Someone.asking;
import static org.alongside.referral.Someone.consentTo;
import static org.alongside.referral.Someone.service;
import static org.alongside.referral.Someone.survivor;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alongside.access.Category;
import org.alongside.casefile.CaseFacts;
import org.alongside.consent.ConsentView;
import org.alongside.organisation.ServiceOffer;
import org.alongside.shared.Reason;
import org.junit.jupiter.api.Test;

class ReferralRulesTest {
    private final ServiceOffer adultShelter = service("SHELTER", false, 18, null);
    private final ServiceOffer childrensHome = service("SHELTER", true, 0, 17);
    private final ServiceOffer police = service("POLICE_PROTECTION", true, null, null);
    private final ServiceOffer counselling = service("PSYCHOSOCIAL", true, null, null);

    @Test
    void no_adult_shelter_for_a_child_but_with_a_parent_who_is_not_excluded() {
        assertThat(against(adultShelter, survivor(true, 12, true), null))
                .containsExactly("service adult-shelter-for-a-child");
        assertThat(against(adultShelter, survivor(true, 12, true), "PARENT")).isEmpty();
        assertThat(against(adultShelter, survivor(true, 12, true, "PARENT"), "PARENT"))
                .containsExactly("accompaniedBy parent-is-excluded");
        assertThat(against(adultShelter, survivor(true, 12, true), "EMPLOYER"))
                .containsExactlyInAnyOrder("accompaniedBy parent-only", "service adult-shelter-for-a-child");
        assertThat(against(childrensHome, survivor(true, 12, true), null)).isEmpty();
    }

    @Test
    void a_presumed_child_without_an_age_goes_where_children_go() {
        assertThat(against(childrensHome, survivor(true, null, true), null)).isEmpty();
        assertThat(against(adultShelter, survivor(true, null, true), null))
                .containsExactly("service adult-shelter-for-a-child");
        assertThat(against(adultShelter, survivor(true, 19, true), null))
                .containsExactly("service adult-shelter-for-a-child");
    }

    @Test
    void nobody_is_sent_where_they_are_not_taken_or_no_agreement_lives() {
        assertThat(against(childrensHome, survivor(false, 30, true), null)).containsExactly("service not-for-her-age");
        Instant afterTheAgreement = NOW.plus(Duration.ofDays(60));
        assertThat(codes(ReferralRules.against(
                        adultShelter, survivor(false, 30, true), null, SENDER, afterTheAgreement)))
                .containsExactly("service agreement-ended");
        assertThat(codes(ReferralRules.against(
                        adultShelter, survivor(false, 30, true), null, adultShelter.organisation(), NOW)))
                .containsExactly("service own-organisation");
    }

    @Test
    void nothing_is_sent_without_consent_or_beyond_it() {
        NewReferral asked = asking(Urgency.ROUTINE, null, Category.IDENTITY, Category.SAFETY_RISK);
        CaseFacts.Facts adult = survivor(false, 30, false);
        assertThat(codes(ReferralRules.againstSending(asked, counselling, adult, Optional.empty(), Map.of())))
                .containsExactly("service no-consent");
        assertThat(codes(ReferralRules.againstSending(
                        asked, counselling, adult, Optional.of(consentTo(Category.IDENTITY)), Map.of())))
                .containsExactly("categories not-agreed");
        assertThat(ReferralRules.againstSending(
                        asked,
                        counselling,
                        adult,
                        Optional.of(consentTo(Category.IDENTITY, Category.SAFETY_RISK)),
                        Map.of()))
                .isEmpty();
        NewReferral notes = asking(Urgency.ROUTINE, null, Category.COUNSELLING_NOTES);
        assertThat(codes(ReferralRules.againstSending(
                        notes, counselling, adult, Optional.of(consentTo(Category.IDENTITY)), Map.of())))
                .contains("categories not-shareable");
    }

    @Test
    void what_she_keeps_from_them_wins_over_what_was_agreed_and_chosen() {
        NewReferral asked = asking(Urgency.ROUTINE, null, Category.IDENTITY, Category.SAFETY_RISK);
        Optional<ConsentView> agreed = Optional.of(consentTo(Category.IDENTITY, Category.SAFETY_RISK));
        assertThat(codes(ReferralRules.againstSending(
                        asked,
                        counselling,
                        survivor(false, 30, false),
                        agreed,
                        Map.of(Category.SAFETY_RISK, "WHOLE", Category.HEALTH, "WHOLE"))))
                .containsExactly("categories kept-back");
        assertThat(ReferralRules.againstSending(
                        asked,
                        counselling,
                        survivor(false, 30, false),
                        agreed,
                        Map.of(Category.SAFETY_RISK, "BEYOND_MINIMUM")))
                .as("the minimum goes")
                .isEmpty();
    }

    @Test
    void a_childs_request_waits_for_the_child_authority_and_emergency_shelter_never_does() {
        CaseFacts.Facts untold = survivor(true, 12, false);
        assertThat(sending(Urgency.ROUTINE, counselling, untold)).containsExactly(" child-authority-first");
        assertThat(sending(Urgency.EMERGENCY, counselling, untold)).containsExactly(" child-authority-first");
        assertThat(sending(Urgency.EMERGENCY, childrensHome, untold)).isEmpty();
        assertThat(sending(Urgency.URGENT, childrensHome, untold)).containsExactly(" child-authority-first");
        assertThat(sending(Urgency.ROUTINE, counselling, survivor(true, 12, true)))
                .isEmpty();
    }

    @Test
    void a_second_person_always_looks_at_a_childs_request_and_at_one_to_the_police() {
        assertThat(approval(Urgency.ROUTINE, counselling, true, false)).isEqualTo(Approval.BEFORE);
        assertThat(approval(Urgency.ROUTINE, police, false, false)).isEqualTo(Approval.BEFORE);
        assertThat(approval(Urgency.EMERGENCY, police, false, false)).isEqualTo(Approval.BEFORE);
        assertThat(approval(Urgency.ROUTINE, counselling, false, false)).isEqualTo(Approval.NONE);
        assertThat(approval(Urgency.ROUTINE, counselling, false, true)).isEqualTo(Approval.BEFORE);
    }

    @Test
    void an_emergency_to_shelter_goes_at_once_and_is_reviewed_after() {
        assertThat(approval(Urgency.EMERGENCY, adultShelter, false, false)).isEqualTo(Approval.AFTER);
        assertThat(approval(Urgency.EMERGENCY, childrensHome, true, true)).isEqualTo(Approval.AFTER);
        assertThat(approval(Urgency.URGENT, adultShelter, false, false)).isEqualTo(Approval.NONE);
    }

    private static Approval approval(Urgency urgency, ServiceOffer service, boolean child, boolean always) {
        return ReferralRules.approval(asking(urgency, null), service, survivor(child, child ? 12 : 30, true), always);
    }

    private static List<String> against(ServiceOffer service, CaseFacts.Facts survivor, String accompaniedBy) {
        return codes(ReferralRules.against(service, survivor, accompaniedBy, SENDER, NOW));
    }

    private static List<String> sending(Urgency urgency, ServiceOffer service, CaseFacts.Facts survivor) {
        return codes(ReferralRules.againstSending(
                asking(urgency, null, Category.IDENTITY),
                service,
                survivor,
                Optional.of(consentTo(Category.IDENTITY)),
                Map.of()));
    }

    private static List<String> codes(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> reason.field() + " " + reason.code())
                .toList();
    }
}
