package org.alongside.closing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alongside.casefile.ChildsWord;
import org.alongside.closing.NewClosing.FollowUp;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.guardian.BestInterests;
import org.alongside.shared.Check;
import org.alongside.shared.Refusal;

/**
 * When a case may be closed (DOMAIN 8.9, code lists closure_reason and state_transitions). Help under way and a child whose
 * authority was not told are never overridden: of two readings the one that protects her wins.
 */
final class ClosingRules {
    private static final Set<String> SPOKEN_TO = Set.of("AGREES", "DISAGREES");
    private static final String YES = "YES";
    private static final String LOST_CONTACT = "LOST_CONTACT";
    private static final String RETURNED = "RETURNED_HOME_COUNTRY";

    /** She cannot be spoken with, or was never a case: nothing can be gone through with her. */
    private static final Set<String> WITHOUT_HER = Set.of(LOST_CONTACT, "DECEASED", "NOT_TRAFFICKING");

    private ClosingRules() {}

    /** Refuses where the state of the file does not let it be closed at all. */
    static void requireClosable(String status) {
        switch (status) {
            case "SCREENING", "ACTIVE", "FOLLOW_UP" -> {}
            case "CLOSED", "CLOSED_TRANSFERRED" -> throw Refusal.wrongState("case-closed");
            case "REOPENED" -> throw Refusal.wrongState("reopened-not-taken-up");
            case "ON_HOLD" -> throw Refusal.wrongState("case-on-hold");
            case "TRANSFER_PENDING" -> throw Refusal.wrongState("transfer-offered");
            default -> throw Refusal.wrongState("wrong-case-state", status);
        }
    }

    /**
     * What stands against closing now, what must be ended first on top.
     *
     * @param reason the reason that is thought of, or null
     */
    static List<ClosingObstacle> against(ClosingFacts facts, String reason, Instant now) {
        List<ClosingObstacle> found = new ArrayList<>();
        add(found, ClosingObstacle.first("OPEN_REFERRALS", facts.help().open()));
        add(found, ClosingObstacle.first("OPEN_SEARCHES", facts.help().searches()));
        add(found, ClosingObstacle.first("SAFETY_UNCHECKED", facts.help().unchecked()));
        add(found, ClosingObstacle.first("EMERGENCIES_UNREVIEWED", facts.help().unreviewed()));
        boolean child = facts.survivor().child();
        add(
                found,
                ClosingObstacle.first(
                        "AUTHORITY_NOT_TOLD", child && !facts.survivor().authorityNotified() ? 1 : 0));
        add(found, ClosingObstacle.first("BEST_INTERESTS_AGAINST", against(facts, child) ? 1 : 0));
        add(
                found,
                ClosingObstacle.first(
                        "RETURN_NOT_CONFIRMED",
                        RETURNED.equals(reason) && !facts.ground().returned() ? 1 : 0));
        add(found, ClosingObstacle.first("RETURN_UNDER_WAY", facts.ground().onHerWay() ? 1 : 0));
        if (LOST_CONTACT.equals(reason) && !facts.lostContact().reckons(facts.attempts(), now)) {
            found.add(ClosingObstacle.first(
                    "ATTEMPTS_MISSING", facts.lostContact().missing(facts.attempts())));
        }
        add(found, ClosingObstacle.overridable("OPEN_STEPS", facts.plan().steps()));
        add(found, ClosingObstacle.overridable("OPEN_GOALS", facts.plan().goals()));
        add(found, ClosingObstacle.overridable("PLACEMENT_RUNS", facts.lodged()));
        add(found, ClosingObstacle.overridable("NOT_TOLD", facts.untold()));
        add(found, ClosingObstacle.overridable("OPEN_ALERTS", facts.alerts()));
        boolean low = "LOW".equals(facts.survivor().risk());
        add(found, ClosingObstacle.overridable("RISK_" + facts.survivor().risk(), low ? 0 : 1));
        add(found, ClosingObstacle.overridable("OPEN_HEARINGS", facts.ground().unowned()));
        if (!WITHOUT_HER.contains(String.valueOf(reason))) {
            withHer(found, facts, child, now);
        }
        return found;
    }

    private static boolean against(ClosingFacts facts, boolean child) {
        return child
                && facts.ground()
                        .bestInterests()
                        .filter(BestInterests.AGAINST::equals)
                        .isPresent();
    }

    /** What is gone through with her before she lives without us. */
    private static void withHer(List<ClosingObstacle> found, ClosingFacts facts, boolean child, Instant now) {
        ClosingGround known = facts.ground();
        Optional<NewGround> noted = known.ground();
        open(found, "NO_PLACE", known.noPlace());
        open(found, "HOUSING_UNKNOWN", !known.noPlace() && !known.housed());
        open(found, "HOUSING_NOT_STABLE", known.passing());
        open(found, "HOUSING_NEW", known.housed() && !known.passing() && !known.stable(now));
        open(found, "PERMITS_UNKNOWN", noted.map(NewGround::permits).isEmpty());
        open(
                found,
                "PERMIT_WITHOUT_OWNER",
                noted.filter(one -> one.permitUntil() != null && one.permitOwner() == null)
                        .isPresent());
        open(found, "CONVERSATION_NOT_WRITTEN", noted.map(NewGround::talkedOn).isEmpty());
        open(found, "SAFETY_PLAN_NOT_GIVEN", noted.map(NewGround::safetyPlanOn).isEmpty());
        open(found, "HOTLINE_NOT_GIVEN", noted.map(NewGround::hotlineOn).isEmpty());
        if (child) {
            Optional<String> guardian = noted.map(NewGround::guardianWord);
            open(found, "GUARDIAN_NOT_HEARD", guardian.isEmpty());
            open(
                    found,
                    "GUARDIAN_DISAGREES",
                    guardian.filter("DISAGREES"::equals).isPresent());
            open(
                    found,
                    "BEST_INTERESTS_MISSING",
                    known.bestInterests().filter(BestInterests.SUPPORTS::equals).isEmpty() && !against(facts, true));
        }
    }

    private static void open(List<ClosingObstacle> found, String code, boolean holds) {
        add(found, ClosingObstacle.overridable(code, holds ? 1 : 0));
    }

    /** The same with what the proposal itself says against closing. */
    static List<ClosingObstacle> against(
            ClosingFacts facts, String reason, String conversation, String notice, FollowUp followUp, Instant now) {
        List<ClosingObstacle> found = against(facts, reason, now);
        open(found, "FOLLOW_UP_NOT_ASKED", SPOKEN_TO.contains(conversation) && "NOT_ASKED".equals(followUp.answer()));
        add(found, ClosingObstacle.overridable("DISAGREES", "DISAGREES".equals(conversation) ? 1 : 0));
        add(found, ClosingObstacle.overridable("NOTICE_NOT_GIVEN", "GIVEN".equals(notice) ? 0 : 1));
        return found;
    }

    private static void add(List<ClosingObstacle> found, ClosingObstacle obstacle) {
        if (obstacle.count() > 0) {
            found.add(obstacle);
        }
    }

    /** Refuses a proposal with every reason by field; answers what stands against it all the same. */
    static List<ClosingObstacle> check(NewClosing asked, ClosingFacts facts, Codes codes, Instant now) {
        requireClosable(facts.status());
        Check check = new Check();
        new Fields(codes, check).check(asked, "");
        if (asked.reason() != null && codes.in("closure_reason").test(asked.reason())) {
            reason(check, asked, facts);
        }
        if (asked.conversation() != null) {
            conversation(check, asked, facts);
        }
        if (asked.followUp() != null) {
            followUp(check, asked.followUp(), facts, codes);
        }
        check.orRefuse();
        List<ClosingObstacle> found =
                against(facts, asked.reason(), asked.conversation(), asked.dataNotice(), asked.followUp(), now);
        boolean overridden =
                asked.overrideReason() != null && !asked.overrideReason().isBlank();
        endedFirst(found)
                .that(overridden || count(found, "OPEN_HEARINGS") == 0, "", "hearing-to-come")
                .that(
                        found.stream().allMatch(ClosingObstacle::blocks) || overridden,
                        "overrideReason",
                        "say-why-all-the-same")
                .orRefuse();
        return found;
    }

    /** Refuses to agree where something must be ended first, or stands against it that was not weighed when it was proposed. */
    static void requireStillRight(Closing closing, ClosingFacts facts, Instant now) {
        requireClosable(facts.status());
        List<ClosingObstacle> found =
                against(facts, closing.reason(), closing.conversation(), closing.dataNotice(), closing.followUp(), now);
        try {
            endedFirst(found).orRefuse();
        } catch (Refusal refusal) {
            throw new Refusal(Refusal.Kind.WRONG_STATE, refusal.reasons());
        }
        if (!closing.obstacles()
                .containsAll(found.stream().map(ClosingObstacle::code).toList())) {
            throw Refusal.stale("closing-not-weighed");
        }
    }

    private static Check endedFirst(List<ClosingObstacle> found) {
        int referrals = count(found, "OPEN_REFERRALS");
        int searches = count(found, "OPEN_SEARCHES");
        int days = count(found, "ATTEMPTS_MISSING");
        return new Check()
                .that(referrals == 0, "", "referrals-under-way", referrals)
                .that(searches == 0, "", "next-provider-looked-for", searches)
                .that(count(found, "SAFETY_UNCHECKED") == 0, "", "safety-not-checked")
                .that(count(found, "EMERGENCIES_UNREVIEWED") == 0, "", "emergency-not-reviewed")
                .that(count(found, "AUTHORITY_NOT_TOLD") == 0, "", "child-authority-first")
                .that(count(found, "BEST_INTERESTS_AGAINST") == 0, "", "not-in-her-interest")
                .that(count(found, "RETURN_NOT_CONFIRMED") == 0, "", "return-not-confirmed")
                .that(count(found, "RETURN_UNDER_WAY") == 0, "", "on-her-way")
                .that(days == 0, "", "not-looked-for-enough", days)
                .that(
                        days > 0 || found.stream().noneMatch(one -> one.code().equals("ATTEMPTS_MISSING")),
                        "",
                        "looked-for-too-short");
    }

    private static int count(List<ClosingObstacle> found, String code) {
        return found.stream()
                .filter(one -> one.code().equals(code))
                .mapToInt(ClosingObstacle::count)
                .sum();
    }

    private static void reason(Check check, NewClosing asked, ClosingFacts facts) {
        String reason = asked.reason();
        check.that(!"DUPLICATE".equals(reason), "reason", "duplicate-is-merged")
                .that(!"TRANSFERRED".equals(reason), "reason", "transfer-closes-by-itself")
                .that(
                        Requirements.NO_CLOSING.contains(reason) || facts.closableAs(reason),
                        "reason",
                        "screening-not-finished")
                .that(
                        !"OTHER".equals(reason)
                                || asked.words() != null && !asked.words().isBlank(),
                        "words",
                        "missing")
                .that(
                        !"DECEASED".equals(reason) || "NOT_POSSIBLE".equals(asked.conversation()),
                        "conversation",
                        "nobody-to-talk-to")
                .that(
                        !LOST_CONTACT.equals(reason) || "NOT_REACHED".equals(asked.conversation()),
                        "conversation",
                        "contact-is-not-lost");
        for (String requirement : Requirements.of(reason, facts.survivor().child())) {
            check.that(asked.met().contains(requirement), "met", "not-done-yet");
        }
    }

    /** Where she cannot be asked now, what she said of it before still counts: a yes that has neither ended nor been taken back. */
    private static void conversation(Check check, NewClosing asked, ClosingFacts facts) {
        boolean spokenTo = SPOKEN_TO.contains(asked.conversation());
        check.that(!spokenTo || "GIVEN".equals(asked.dataNotice()), "dataNotice", "tell-her-how-long")
                .that(
                        spokenTo
                                || asked.followUp() == null
                                || "NOT_ASKED".equals(asked.followUp().answer())
                                || "NOT_REACHED".equals(asked.conversation())
                                        && YES.equals(asked.followUp().answer())
                                        && facts.agreedToFollowUp(),
                        "followUp.answer",
                        "could-not-be-asked");
    }

    private static void followUp(Check check, FollowUp asked, ClosingFacts facts, Codes codes) {
        if ("NOT_ASKED".equals(asked.answer())) {
            check.code(asked.notAsked(), "followUp.notAsked", codes.in("follow_up_not_asked"));
        }
        if (!YES.equals(asked.answer())) {
            return;
        }
        check.code(asked.channel(), "followUp.channel", codes.in("contact_channel"))
                .code(asked.giver(), "followUp.giver", codes.in("consent_giver"));
        if (!facts.survivor().child()) {
            check.that("SELF".equals(asked.giver()), "followUp.giver", "adult-consents-herself");
            return;
        }
        check.code(asked.assent(), "followUp.assent", codes.in("assent"));
        ChildsWord.check(
                check, facts.survivor().age(), asked.giver(), "followUp.giver", asked.assent(), "followUp.assent");
        if (ChildsWord.standsForHer(asked.giver())) {
            check.code(asked.giverRelation(), "followUp.giverRelation", codes.in("excluded_relation"));
        }
        check.that(
                "SELF".equals(asked.giver())
                        || asked.giverRelation() == null
                        || !facts.survivor().excludedRelations().contains(asked.giverRelation()),
                "followUp.giverRelation",
                "giver-is-excluded");
    }

    /** Refuses what is noted of a day to come, a place without since when, and an owner of a permit that she has not. */
    static void ground(NewGround noted, Codes codes, LocalDate today) {
        Check check = new Check();
        new Fields(codes, check).check(noted, "");
        past(check, noted.housedSince(), "housedSince", today);
        past(check, noted.safetyPlanOn(), "safetyPlanOn", today);
        past(check, noted.hotlineOn(), "hotlineOn", today);
        past(check, noted.talkedOn(), "talkedOn", today);
        boolean has = "HAS".equals(noted.permits());
        check.that(noted.housing() == null || noted.housedSince() != null, "housedSince", "missing")
                .that(noted.housing() != null || noted.housedSince() == null, "housing", "missing")
                .that(!has || noted.permitUntil() != null, "permitUntil", "missing")
                .that(has || noted.permitUntil() == null, "permitUntil", "no-permit")
                .that(has || noted.permitOwner() == null, "permitOwner", "no-permit")
                .orRefuse();
    }

    private static void past(Check check, LocalDate day, String field, LocalDate today) {
        check.that(day == null || !day.isAfter(today), field, "in-the-future");
    }
}
