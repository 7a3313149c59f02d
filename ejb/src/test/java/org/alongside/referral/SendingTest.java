package org.alongside.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alongside.access.Caller;
import org.alongside.access.Category;
import org.alongside.access.Files;
import org.alongside.access.Role;
import org.alongside.access.RoleMatrix;
import org.alongside.casefile.CaseFacts;
import org.alongside.consent.ConsentView;
import org.alongside.consent.Consents;
import org.alongside.consent.Exclusions;
import org.alongside.organisation.Partners;
import org.alongside.organisation.ServiceOffer;
import org.alongside.shared.CaseId;
import org.alongside.shared.ConsentId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Reason;
import org.alongside.shared.ReferralId;
import org.alongside.shared.ServiceId;
import org.junit.jupiter.api.Test;

/** Between handing in and agreeing, days may pass: who agrees sends what is right then, not what was right before. */
class SendingTest {
    private final Caller mina = Someone.of(Someone.SENDER, Role.CW);
    private final Caller ilse = Someone.of(Someone.SENDER, Role.SUP);
    private final CaseId caseId = CaseId.random();
    private final ServiceOffer house = Someone.service("SHELTER", false, 18, null);
    private final NewReferral asked =
            new NewReferral(house.id(), Urgency.PRIORITY, Set.of(Category.IDENTITY), null, null, null);
    private final ConsentId consent = ConsentId.random();
    private final ReferralCard card = ReferralCard.write(
            ReferralId.random(), asked, Someone.found(house, Someone.survivor(false, 19, true)), mina);
    private final Referral referral = Referral.handIn(
            card.id(),
            caseId,
            asked,
            new Referral.Grounds(Someone.RECIPIENT, consent, Approval.BEFORE, "SENDER_ASKS"),
            mina);

    private CaseFacts.Facts survivor = Someone.survivor(false, 19, true);
    private Map<Category, String> keptBack = Map.of();
    private Instant expires = Someone.NOW.plus(Duration.ofDays(9));
    private boolean reachable = true;
    private final Reach reach = reach();
    private final Sending sending = sending();

    @Test
    void what_is_still_right_goes_out() {
        assertThatCode(() -> sending.requireStillRight(card, referral, ilse)).doesNotThrowAnyException();
    }

    @Test
    void a_consent_that_ended_meanwhile_stops_it() {
        expires = Someone.NOW.minusSeconds(1);
        assertThatThrownBy(() -> sending.requireStillRight(card, referral, ilse))
                .hasMessageContaining("no-consent");
    }

    @Test
    void who_turns_out_to_be_a_child_is_not_sent_to_a_house_for_adults() {
        survivor = Someone.survivor(true, 16, true);
        assertThatThrownBy(() -> sending.requireStillRight(card, referral, ilse))
                .hasMessageContaining("adult-shelter-for-a-child")
                .hasMessageContaining("changed-meanwhile");
    }

    @Test
    void what_she_keeps_back_since_then_does_not_go_out() {
        keptBack = Map.of(Category.IDENTITY, "WHOLE");
        assertThatThrownBy(() -> sending.requireStillRight(card, referral, ilse))
                .hasMessageContaining("kept-back");
    }

    @Test
    void where_nobody_could_take_it_up_nothing_is_sent() {
        reachable = false;
        assertThatThrownBy(() -> sending.requireStillRight(card, referral, ilse))
                .hasMessageContaining("nobody-there");
    }

    @Test
    void what_their_work_never_opens_is_not_kept_as_shared() {
        NewReferral wanted = new NewReferral(
                house.id(),
                Urgency.PRIORITY,
                Set.of(Category.IDENTITY, Category.TRAFFICKING_EXPERIENCE, Category.LEGAL),
                null,
                "Please",
                null);
        assertThat(sending.within(wanted, Someone.found(house, survivor)))
                .isEqualTo(wanted.sharing(Set.of(Category.IDENTITY, Category.LEGAL)));
    }

    @Test
    void a_request_by_which_nothing_would_open_is_not_sent() {
        NewReferral wanted = asked.sharing(Set.of(Category.TRAFFICKING_EXPERIENCE));
        assertThat(sending.look(caseId, wanted, mina).against())
                .extracting(Reason::code)
                .contains("not-their-work");
        assertThat(sending.look(caseId, asked, mina).against()).isEmpty();
    }

    @Test
    void a_paper_for_them_leaves_out_what_they_read_on_no_page() {
        Set<Category> shared = Set.of(
                Category.IDENTITY, Category.CONTACT_LOCATION, Category.TRAFFICKING_EXPERIENCE, Category.SAFETY_RISK);
        assertThat(reach.beyond("SHELTER", shared, Map.of(Category.SAFETY_RISK, "WHOLE")))
                .isEqualTo(Map.of(
                        Category.IDENTITY, "BEYOND_MINIMUM",
                        Category.TRAFFICKING_EXPERIENCE, "WHOLE",
                        Category.SAFETY_RISK, "WHOLE"));
        assertThat(reach.beyond(
                        "SHELTER", Set.of(Category.CONTACT_LOCATION), Map.of(Category.CONTACT_LOCATION, "WHOLE")))
                .isEqualTo(Map.of(Category.CONTACT_LOCATION, "WHOLE"));
    }

    /** A house whose staff read who she is and of legal matters a little, how to reach her whole, and nothing of what happened. */
    private static Reach reach() {
        Reach made = new Reach();
        made.partners = new Partners() {
            @Override
            public Set<Role> rolesServing(String serviceType) {
                return Set.of(Role.SHS);
            }
        };
        made.files = new Files() {
            @Override
            public RoleMatrix matrix() {
                return new RoleMatrix()
                        .put(Role.SHS, Category.IDENTITY, 'M')
                        .put(Role.SHS, Category.LEGAL, 'E')
                        .put(Role.SHS, Category.CONTACT_LOCATION, 'R')
                        .put(Role.SHS, Category.SAFETY_RISK, 'M');
            }
        };
        return made;
    }

    private Sending sending() {
        Sending made = new Sending();
        made.reach = reach;
        made.cases = new CaseFacts() {
            @Override
            public Facts of(CaseId id) {
                return survivor;
            }
        };
        made.partners = new Partners() {
            @Override
            public ServiceOffer require(ServiceId id, String field) {
                return house;
            }
        };
        made.referrals = new Referrals() {
            @Override
            boolean canBeTakenUp(CaseId id, OrganisationId recipient) {
                return reachable;
            }
        };
        made.consents = new Consents() {
            @Override
            public List<ConsentView> of(CaseId id, Instant now) {
                return List.of(new ConsentView(
                        consent,
                        id,
                        Someone.RECIPIENT,
                        "Willow Rooms",
                        "SHARE_REFERRAL",
                        Set.of(Category.IDENTITY),
                        "SELF",
                        "WRITTEN",
                        "eng",
                        Someone.NOW.minusSeconds(60),
                        expires,
                        expires,
                        Optional.empty(),
                        expires.isAfter(now) ? "GIVEN" : "EXPIRED",
                        Optional.empty(),
                        0));
            }

            @Override
            public Optional<ConsentView> liveFor(CaseId id, OrganisationId recipient, Instant now) {
                return of(id, now).stream().filter(ConsentView::live).findFirst();
            }
        };
        made.exclusions = new Exclusions() {
            @Override
            public Map<Category, String> keptFrom(CaseId id, OrganisationId recipient) {
                return keptBack;
            }
        };
        return made;
    }
}
