package org.alongside.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.alongside.careplan.Unfinished;
import org.alongside.casefile.CaseFacts;
import org.alongside.closing.NewClosing.FollowUp;
import org.alongside.code.KnownCodes;
import org.alongside.referral.UnderWay;
import org.alongside.shared.MatterId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** When a case may be closed, what stands against it, and what is never passed over. */
class ClosingRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final FollowUp YES = new FollowUp("YES", "PHONE", "SELF", null, null, null);
    private static final FollowUp NOT_ASKED = new FollowUp("NOT_ASKED", null, null, null, null, "NOT_REACHED");

    private final KnownCodes codes = new KnownCodes();

    /** The facts of a case, and what may be wrong with them. */
    private record Case(
            String status,
            boolean child,
            int age,
            boolean told,
            String risk,
            UnderWay.Help help,
            Unfinished.Plan plan,
            List<Attempt> attempts) {
        static Case calm() {
            return new Case(
                    "ACTIVE",
                    false,
                    27,
                    false,
                    "LOW",
                    new UnderWay.Help(0, 0, 0, 0),
                    new Unfinished.Plan(0, 0),
                    List.of());
        }

        Case of(String status) {
            return new Case(status, child, age, told, risk, help, plan, attempts);
        }

        Case child(boolean told) {
            return new Case(status, true, 13, told, risk, help, plan, attempts);
        }

        Case risk(String risk) {
            return new Case(status, child, age, told, risk, help, plan, attempts);
        }

        Case help(int open, int searches, int unchecked, int unreviewed) {
            return new Case(
                    status,
                    child,
                    age,
                    told,
                    risk,
                    new UnderWay.Help(open, searches, unchecked, unreviewed),
                    plan,
                    attempts);
        }

        Case plan(int steps, int goals) {
            return new Case(status, child, age, told, risk, help, new Unfinished.Plan(steps, goals), attempts);
        }

        Case lookedFor(int... daysAgo) {
            List<Attempt> attempts = new ArrayList<>();
            for (int days : daysAgo) {
                attempts.add(new Attempt(NOW.minus(Duration.ofDays(days)), "PHONE", "NO_ANSWER", true));
            }
            return new Case(status, child, age, told, risk, help, plan, attempts);
        }

        ClosingFacts facts() {
            return facts(Optional.empty(), 0);
        }

        ClosingFacts facts(Optional<String> followUpSaid, int untold) {
            return facts(followUpSaid, untold, 0);
        }

        ClosingFacts facts(Optional<String> followUpSaid, int untold, int lodged) {
            return facts(followUpSaid, untold, lodged, known(child));
        }

        ClosingFacts knowing(ClosingGround ground) {
            return facts(Optional.empty(), 0, 0, ground);
        }

        ClosingFacts alerted(int alerts) {
            return facts(Optional.empty(), 0, alerts, 0, known(child));
        }

        private ClosingFacts facts(Optional<String> followUpSaid, int untold, int lodged, ClosingGround ground) {
            return facts(followUpSaid, untold, 0, lodged, ground);
        }

        private ClosingFacts facts(
                Optional<String> followUpSaid, int untold, int alerts, int lodged, ClosingGround ground) {
            var survivor = new CaseFacts.Facts(
                    "K7-4QXM9P",
                    status,
                    NOW.minus(Duration.ofDays(200)),
                    OrganisationId.random(),
                    child,
                    "25_34",
                    OptionalInt.of(age),
                    "FEMALE",
                    "HARBOUR",
                    List.of(),
                    "prs",
                    "WOMAN",
                    List.of(),
                    risk,
                    Set.of("PARENT"),
                    told);
            return new ClosingFacts(
                    survivor,
                    List.of(),
                    help,
                    plan,
                    untold,
                    alerts,
                    lodged,
                    attempts,
                    new LostContact(3, Duration.ofDays(30)),
                    followUpSaid,
                    ground);
        }
    }

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final NewGround NOTED = new NewGround(
            "INDEPENDENT_RENTAL",
            TODAY.minusDays(30),
            TODAY.minusDays(2),
            TODAY.minusDays(2),
            TODAY.minusDays(1),
            "AGREES",
            "NONE",
            null,
            null);

    /** Everything that closing asks is there. */
    private static ClosingGround known(boolean child) {
        return known(NOTED, child ? Optional.of("SUPPORTS") : Optional.empty());
    }

    private static ClosingGround known(NewGround noted, Optional<String> bestInterests) {
        return known(noted, false, List.of(), bestInterests, true, false);
    }

    private static ClosingGround known(
            NewGround noted,
            boolean noPlace,
            List<ClosingGround.OpenDate> dates,
            Optional<String> bestInterests,
            boolean returned,
            boolean onHerWay) {
        return new ClosingGround(
                Optional.ofNullable(noted).map(one -> new ClosingGround.NotedGround(one, NOW, "Mina")),
                30,
                noPlace,
                dates,
                bestInterests,
                returned,
                onHerWay);
    }

    private static ClosingGround.OpenDate court(String owner) {
        return new ClosingGround.OpenDate(MatterId.random(), TODAY.plusDays(40), true, Optional.ofNullable(owner));
    }

    private static List<String> weighed(ClosingFacts facts, String reason) {
        return ClosingRules.against(facts, reason, NOW).stream()
                .map(ClosingObstacle::code)
                .toList();
    }

    @Test
    void what_nobody_noted_stands_open_and_is_weighed_line_by_line() {
        ClosingFacts adult = Case.calm().knowing(known(null, Optional.empty()));
        assertThat(weighed(adult, "GOALS_ACHIEVED"))
                .containsExactlyInAnyOrder(
                        "HOUSING_UNKNOWN",
                        "PERMITS_UNKNOWN",
                        "CONVERSATION_NOT_WRITTEN",
                        "SAFETY_PLAN_NOT_GIVEN",
                        "HOTLINE_NOT_GIVEN");
        ClosingFacts child = Case.calm().child(true).knowing(known(null, Optional.empty()));
        assertThat(weighed(child, "GOALS_ACHIEVED")).contains("GUARDIAN_NOT_HEARD", "BEST_INTERESTS_MISSING");
        assertThat(ClosingRules.against(child, "GOALS_ACHIEVED", NOW)).noneMatch(ClosingObstacle::blocks);
        for (String without : List.of("LOST_CONTACT", "DECEASED", "NOT_TRAFFICKING")) {
            assertThat(weighed(Case.calm().lookedFor(40, 20, 1).knowing(known(null, Optional.empty())), without))
                    .as("nobody can go through it with her: %s", without)
                    .isEmpty();
        }
    }

    @Test
    void a_place_counts_once_she_has_lived_there_for_the_agreed_time() {
        for (int days : new int[] {0, 29}) {
            NewGround noted =
                    new NewGround("FRIENDS", TODAY.minusDays(days), TODAY, TODAY, TODAY, null, "NONE", null, null);
            assertThat(weighed(Case.calm().knowing(known(noted, Optional.empty())), "GOALS_ACHIEVED"))
                    .containsExactly("HOUSING_NEW");
        }
        assertThat(weighed(
                        Case.calm().knowing(known(NOTED, true, List.of(), Optional.empty(), true, false)),
                        "GOALS_ACHIEVED"))
                .as("she has no place tonight, whatever was noted")
                .containsExactly("NO_PLACE");
    }

    @Test
    void a_place_for_some_nights_is_none_to_stay_however_long_she_has_been_there() {
        for (String passing : List.of("EMERGENCY_SHELTER", "HOTEL_EMERGENCY", "DETENTION", "STREET")) {
            NewGround noted =
                    new NewGround(passing, TODAY.minusDays(400), TODAY, TODAY, TODAY, null, "NONE", null, null);
            assertThat(weighed(Case.calm().knowing(known(noted, Optional.empty())), "GOALS_ACHIEVED"))
                    .as(passing)
                    .containsExactly("HOUSING_NOT_STABLE");
        }
    }

    @Test
    void a_hearing_to_which_nobody_sees_is_refused_in_words_unless_a_reason_is_given() {
        ClosingFacts open = Case.calm()
                .knowing(known(NOTED, false, List.of(court(null), court("LAWYER")), Optional.empty(), true, false));
        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> ClosingRules.check(whole("GOALS_ACHIEVED", false, null), open, codes, NOW));
        assertThat(refusal.reasons()).extracting(Reason::code).contains("hearing-to-come");
        assertThatCode(() ->
                        ClosingRules.check(whole("GOALS_ACHIEVED", false, "Her aunt goes along"), open, codes, NOW))
                .doesNotThrowAnyException();
        ClosingFacts owned =
                Case.calm().knowing(known(NOTED, false, List.of(court("HERSELF")), Optional.empty(), true, false));
        assertThat(weighed(owned, "GOALS_ACHIEVED")).isEmpty();
        assertThat(weighed(open, "LOST_CONTACT"))
                .as("also where she cannot be asked")
                .contains("OPEN_HEARINGS");
    }

    @Test
    void an_alert_that_nobody_has_seen_to_is_weighed_and_not_closed_away() {
        ClosingFacts alerted = Case.calm().alerted(1);
        for (String reason : List.of("GOALS_ACHIEVED", "LOST_CONTACT", "DECEASED")) {
            assertThat(weighed(alerted, reason)).as(reason).contains("OPEN_ALERTS");
        }
        assertThat(catchThrowableOfType(
                                Refusal.class,
                                () -> ClosingRules.check(whole("GOALS_ACHIEVED", false, null), alerted, codes, NOW))
                        .reasons())
                .extracting(Reason::code)
                .contains("say-why-all-the-same");
        assertThatCode(() -> ClosingRules.check(
                        whole("GOALS_ACHIEVED", false, "The police have it and she is safe"), alerted, codes, NOW))
                .doesNotThrowAnyException();
    }

    @Test
    void a_permit_that_ends_has_an_owner() {
        NewGround unowned = new NewGround(
                "FRIENDS", TODAY.minusDays(90), TODAY, TODAY, TODAY, null, "HAS", TODAY.plusDays(60), null);
        assertThat(weighed(Case.calm().knowing(known(unowned, Optional.empty())), "GOALS_ACHIEVED"))
                .containsExactly("PERMIT_WITHOUT_OWNER");
    }

    @Test
    void nothing_is_closed_against_what_is_best_for_a_child_whatever_reason_is_given() {
        Case child = Case.calm().child(true);
        ClosingFacts against = child.knowing(known(NOTED, Optional.of("AGAINST")));
        assertThat(catchThrowableOfType(
                                Refusal.class,
                                () -> ClosingRules.check(whole("GOALS_ACHIEVED", true, "because"), against, codes, NOW))
                        .reasons())
                .extracting(Reason::code)
                .containsExactly("not-in-her-interest");
        assertThat(weighed(child.knowing(known(NOTED, Optional.of("NOT_YET"))), "GOALS_ACHIEVED"))
                .containsExactly("BEST_INTERESTS_MISSING");
    }

    @Test
    void nobody_is_closed_as_returned_without_who_received_her_nor_on_her_way() {
        ClosingFacts unconfirmed = Case.calm().knowing(known(NOTED, false, List.of(), Optional.empty(), false, false));
        assertThat(catchThrowableOfType(
                                Refusal.class,
                                () -> ClosingRules.check(
                                        whole("RETURNED_HOME_COUNTRY", false, "because"), unconfirmed, codes, NOW))
                        .reasons())
                .extracting(Reason::code)
                .containsExactly("return-not-confirmed");
        assertThat(weighed(unconfirmed, "GOALS_ACHIEVED")).isEmpty();
        ClosingFacts leaving = Case.calm().knowing(known(NOTED, false, List.of(), Optional.empty(), true, true));
        assertThat(catchThrowableOfType(
                                Refusal.class,
                                () -> ClosingRules.check(
                                        whole("GOALS_ACHIEVED", false, "because"), leaving, codes, NOW))
                        .reasons())
                .extracting(Reason::code)
                .containsExactly("on-her-way");
    }

    @Test
    void who_was_spoken_to_is_asked_whether_she_may_be_asked_later() {
        assertThat(refused(followed(NOT_ASKED, false), Case.calm()))
                .containsExactly("overrideReason say-why-all-the-same");
    }

    @Test
    void every_obstacle_stands_in_one_line_of_the_checklist_and_each_line_says_how_it_is() {
        codes.of("closing_obstacle")
                .forEach(code -> assertThat(codes.of("closing_criterion")).contains(Checklist.lineOf(code)));
        ClosingFacts child = Case.calm().child(false).risk("HIGH").knowing(known(null, Optional.empty()));
        List<ClosingCriterion> lines = Checklist.of(child, ClosingRules.against(child, "GOALS_ACHIEVED", NOW), false);
        assertThat(lines)
                .extracting(ClosingCriterion::code, ClosingCriterion::state)
                .containsExactly(
                        tuple("RISK", "OPEN"),
                        tuple("HOUSING", "OPEN"),
                        tuple("GOALS", "MET"),
                        tuple("DATES", "OPEN"),
                        tuple("AGREEMENT", "OPEN"),
                        tuple("SAFETY", "OPEN"),
                        tuple("CHILD", "FIRST"),
                        tuple("FOLLOW_UP", "IN_PROPOSAL"),
                        tuple("APPROVAL", "SECOND_PERSON"),
                        tuple("DATA_NOTICE", "IN_PROPOSAL"));
        ClosingFacts calm = Case.calm().facts();
        assertThat(Checklist.of(calm, ClosingRules.against(calm, "GOALS_ACHIEVED", NOW), false))
                .extracting(ClosingCriterion::code)
                .as("of an adult nobody asks for a guardian, and nothing besides")
                .doesNotContain("CHILD", "BESIDES");
        lines.forEach(line -> assertThat(codes.of("criterion_state")).contains(line.state()));
    }

    @Test
    void what_is_noted_is_not_of_a_day_to_come_and_not_half() {
        assertThat(ground(new NewGround("FRIENDS", null, TODAY.plusDays(1), null, null, null, "HAS", null, null)))
                .containsExactlyInAnyOrder("safetyPlanOn in-the-future", "housedSince missing", "permitUntil missing");
        assertThat(ground(new NewGround(null, TODAY, null, null, null, null, "NONE", TODAY, "LEAD")))
                .containsExactlyInAnyOrder("housing missing", "permitUntil no-permit", "permitOwner no-permit");
        assertThat(ground(new NewGround("CASTLE", TODAY, null, null, null, null, null, null, null)))
                .containsExactly("housing unknown-code");
        assertThatCode(() -> ClosingRules.ground(NOTED, codes, TODAY)).doesNotThrowAnyException();
    }

    private List<String> ground(NewGround noted) {
        return catchThrowableOfType(Refusal.class, () -> ClosingRules.ground(noted, codes, TODAY)).reasons().stream()
                .map(ClosingRulesTest::told)
                .toList();
    }

    static Stream<String> reasons() {
        return Requirements.reasons().stream().sorted();
    }

    @Test
    void every_reason_of_the_code_list_is_either_a_closing_or_known_to_be_none() {
        assertThat(Stream.concat(Requirements.reasons().stream(), Requirements.NO_CLOSING.stream()))
                .containsExactlyInAnyOrderElementsOf(codes.of("closure_reason"));
        reasons().forEach(reason -> assertThat(codes.of("closing_requirement"))
                .containsAll(Requirements.of(reason, true)));
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void each_reason_asks_for_what_the_code_list_requires_and_is_taken_with_it(String reason) {
        Case she = Case.calm().lookedFor(40, 20, 1);
        assertThatCode(() -> check(whole(reason, false, "because"), she)).doesNotThrowAnyException();
        for (String left : Requirements.of(reason, false)) {
            List<String> met = new ArrayList<>(Requirements.of(reason, false));
            met.remove(left);
            assertThat(refused(with(whole(reason, false, "because"), met), she)).contains("met not-done-yet");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CLOSED, case-closed",
        "CLOSED_TRANSFERRED, case-closed",
        "REOPENED, reopened-not-taken-up",
        "ON_HOLD, case-on-hold",
        "TRANSFER_PENDING, transfer-offered",
        "DRAFT, wrong-case-state",
        "DUPLICATE, wrong-case-state",
        "ANONYMISED, wrong-case-state"
    })
    void from_any_other_state_it_is_refused_in_words(String status, String reason) {
        assertThat(refused(whole("GOALS_ACHIEVED", false, null), Case.calm().of(status)))
                .containsExactly(" " + reason);
    }

    @Test
    void in_screening_it_is_closed_as_not_trafficking_alone() {
        Case she = Case.calm().of("SCREENING");
        assertThat(refused(whole("GOALS_ACHIEVED", false, null), she)).containsExactly("reason screening-not-finished");
        assertThatCode(() -> check(whole("NOT_TRAFFICKING", false, null), she)).doesNotThrowAnyException();
    }

    @Test
    void a_duplicate_is_merged_and_a_transfer_closes_by_being_accepted() {
        assertThat(refused(whole("DUPLICATE", false, null), Case.calm())).containsExactly("reason duplicate-is-merged");
        assertThat(refused(whole("TRANSFERRED", false, null), Case.calm()))
                .containsExactly("reason transfer-closes-by-itself");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, 0, referrals-under-way",
        "0, 1, 0, 0, next-provider-looked-for",
        "0, 0, 1, 0, safety-not-checked",
        "0, 0, 0, 1, emergency-not-reviewed"
    })
    void help_under_way_is_never_overridden(int open, int searches, int unchecked, int unreviewed, String reason) {
        Case she = Case.calm().help(open, searches, unchecked, unreviewed);
        assertThat(refused(whole("GOALS_ACHIEVED", false, "because"), she)).containsExactly(" " + reason);
    }

    @Test
    void a_childs_case_is_closed_in_her_interest_and_after_her_authority_was_told() {
        NewClosing closing = whole("GOALS_ACHIEVED", true, null);
        assertThat(refused(closing, Case.calm().child(false))).containsExactly(" child-authority-first");
        assertThatCode(() -> check(closing, Case.calm().child(true))).doesNotThrowAnyException();
        assertThat(refused(whole("GOALS_ACHIEVED", false, null), Case.calm().child(true)))
                .as("her best interests were not looked at")
                .contains("met not-done-yet");
    }

    @Test
    void a_child_who_is_lost_is_reported_missing_first() {
        assertThat(Requirements.of("LOST_CONTACT", true)).contains("MISSING_REPORTED");
        assertThat(Requirements.of("LOST_CONTACT", false)).doesNotContain("MISSING_REPORTED");
    }

    @Test
    void what_is_not_at_its_end_needs_a_reason_why_it_is_closed_all_the_same() {
        for (Case she : List.of(
                Case.calm().plan(1, 0),
                Case.calm().plan(0, 1),
                Case.calm().risk("HIGH"),
                Case.calm().risk("MEDIUM"))) {
            assertThat(refused(whole("GOALS_ACHIEVED", false, null), she))
                    .containsExactly("overrideReason say-why-all-the-same");
            assertThat(refused(whole("GOALS_ACHIEVED", false, "  "), she)).isNotEmpty();
            assertThatCode(() -> check(whole("GOALS_ACHIEVED", false, "Her sister helps her"), she))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void what_she_was_not_told_of_is_weighed() {
        ClosingFacts she = Case.calm().facts(Optional.empty(), 1);
        assertThat(ClosingRules.against(she, "GOALS_ACHIEVED", NOW))
                .extracting(ClosingObstacle::code)
                .containsExactly("NOT_TOLD");
        assertThat(ClosingRules.against(she, "GOALS_ACHIEVED", NOW)).noneMatch(ClosingObstacle::blocks);
    }

    @Test
    void that_she_lives_in_a_house_is_weighed() {
        ClosingFacts she = Case.calm().facts(Optional.empty(), 0, 1);
        assertThat(ClosingRules.against(she, "GOALS_ACHIEVED", NOW))
                .extracting(ClosingObstacle::code)
                .containsExactly("PLACEMENT_RUNS");
        assertThat(ClosingRules.against(she, "GOALS_ACHIEVED", NOW)).noneMatch(ClosingObstacle::blocks);
    }

    @Test
    void what_she_does_not_agree_to_needs_a_reason() {
        NewClosing asked = new NewClosing(
                "SURVIVOR_WITHDREW",
                null,
                Requirements.of("SURVIVOR_WITHDREW", false),
                "DISAGREES",
                "GIVEN",
                YES,
                null);
        assertThat(refused(asked, Case.calm())).containsExactly("overrideReason say-why-all-the-same");
    }

    @Test
    void contact_is_lost_after_three_days_of_looking_over_thirty() {
        NewClosing lost = whole("LOST_CONTACT", false, "Nobody answers");
        assertThatCode(() -> check(lost, Case.calm().lookedFor(30, 12, 1))).doesNotThrowAnyException();
        assertThat(refused(lost, Case.calm().lookedFor(29, 12, 1))).containsExactly(" looked-for-too-short");
        for (int[] tooFew : new int[][] {{}, {40}, {40, 20}, {40, 40, 40}}) {
            assertThat(refused(lost, Case.calm().lookedFor(tooFew))).containsExactly(" not-looked-for-enough");
        }
    }

    @Test
    void whoever_was_reached_since_or_was_looked_for_by_an_unsafe_channel_is_not_lost() {
        LostContact rule = new LostContact(3, Duration.ofDays(30));
        List<Attempt> three = Case.calm().lookedFor(40, 20, 5).attempts();
        assertThat(rule.reckons(three, NOW)).isTrue();
        List<Attempt> reached = new ArrayList<>(three);
        reached.add(new Attempt(NOW.minus(Duration.ofDays(10)), "PHONE", "REACHED", true));
        assertThat(rule.reckons(reached, NOW)).isFalse();
        List<Attempt> unsafe = three.stream()
                .map(one -> new Attempt(one.at(), "EMAIL", "NO_ANSWER", false))
                .toList();
        assertThat(rule.missing(unsafe)).isEqualTo(3);
    }

    @Test
    void who_was_spoken_to_was_told_how_long_it_is_kept_and_who_was_not_was_not_asked() {
        NewClosing untold = new NewClosing("OTHER", "words", List.of(), "AGREES", "NOT_POSSIBLE", YES, "because");
        assertThat(refused(untold, Case.calm())).contains("dataNotice tell-her-how-long");
        NewClosing askedNobody = new NewClosing("OTHER", "words", List.of(), "NOT_REACHED", "NOT_POSSIBLE", YES, "b");
        assertThat(refused(askedNobody, Case.calm())).contains("followUp.answer could-not-be-asked");
    }

    @Test
    void what_she_agreed_to_before_counts_where_she_is_not_reached_and_nothing_else_does() {
        NewClosing lost = new NewClosing(
                "LOST_CONTACT",
                null,
                Requirements.of("LOST_CONTACT", false),
                "NOT_REACHED",
                "NOT_POSSIBLE",
                YES,
                "because");
        Case she = Case.calm().lookedFor(40, 20, 1);
        assertThatCode(() -> ClosingRules.check(lost, she.facts(Optional.of("AGREED"), 0), codes, NOW))
                .doesNotThrowAnyException();
        for (Optional<String> said : List.of(Optional.<String>empty(), Optional.of("REFUSED"), Optional.of("LATER"))) {
            assertThatThrownBy(() -> ClosingRules.check(lost, she.facts(said, 0), codes, NOW))
                    .as("said %s", said)
                    .isInstanceOf(Refusal.class);
        }
        NewClosing died = new NewClosing(
                "DECEASED", null, Requirements.of("DECEASED", false), "NOT_POSSIBLE", "NOT_POSSIBLE", YES, "b");
        assertThatThrownBy(() -> ClosingRules.check(died, she.facts(Optional.of("AGREED"), 0), codes, NOW))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void an_adult_agrees_to_the_follow_up_herself_and_nobody_excluded_agrees_for_a_child() {
        FollowUp byGuardian = new FollowUp("YES", "PHONE", "GUARDIAN", "PARENT", "WILLING", null);
        assertThat(refused(followed(byGuardian, false), Case.calm())).contains("followUp.giver adult-consents-herself");
        assertThat(refused(followed(byGuardian, true), Case.calm().child(true)))
                .containsExactly("followUp.giverRelation giver-is-excluded");
        FollowUp unwilling = new FollowUp("YES", "PHONE", "GUARDIAN", "OTHER", "UNWILLING", null);
        assertThat(refused(followed(unwilling, true), Case.calm().child(true)))
                .containsExactly("followUp.assent child-must-be-willing");
        FollowUp noWay = new FollowUp("YES", null, "SELF", null, null, null);
        assertThat(refused(followed(noWay, false), Case.calm())).containsExactly("followUp.channel missing");
        FollowUp noReason = new FollowUp("NOT_ASKED", null, null, null, null, null);
        assertThat(refused(followed(noReason, false), Case.calm())).containsExactly("followUp.notAsked missing");
    }

    private static NewClosing followed(FollowUp followUp, boolean child) {
        return new NewClosing(
                "GOALS_ACHIEVED", null, Requirements.of("GOALS_ACHIEVED", child), "AGREES", "GIVEN", followUp, null);
    }

    private static NewClosing whole(String reason, boolean child, String override) {
        boolean lost = reason.equals("LOST_CONTACT");
        boolean died = reason.equals("DECEASED");
        return new NewClosing(
                reason,
                reason.equals("OTHER") ? "words" : null,
                Requirements.of(reason, child),
                lost ? "NOT_REACHED" : died ? "NOT_POSSIBLE" : "AGREES",
                lost || died ? "NOT_POSSIBLE" : "GIVEN",
                lost || died ? NOT_ASKED : child ? new FollowUp("NO", null, null, null, null, null) : YES,
                override);
    }

    private static NewClosing with(NewClosing asked, List<String> met) {
        return new NewClosing(
                asked.reason(),
                asked.words(),
                met,
                asked.conversation(),
                asked.dataNotice(),
                asked.followUp(),
                asked.overrideReason());
    }

    private void check(NewClosing asked, Case she) {
        ClosingRules.check(asked, she.facts(), codes, NOW);
    }

    private List<String> refused(NewClosing asked, Case she) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> check(asked, she));
        assertThat(refusal).as("refused").isNotNull();
        return refusal.reasons().stream().map(ClosingRulesTest::told).toList();
    }

    private static String told(Reason reason) {
        return reason.field() + " " + reason.code();
    }
}
