package org.alongside.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alongside.access.Role;
import org.alongside.consent.NewAnswers.Said;
import org.alongside.shared.Check;
import org.alongside.shared.Refusal;
import org.junit.jupiter.api.Test;

/** What may be asked of whom, by whom, and for how long. */
class AnswerRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Map<String, AskedPurpose> PURPOSES = purposes();

    @Test
    void a_child_is_not_asked_for_her_story_and_an_adult_is() {
        assertThat(asking(Role.CW, false).toAsk())
                .extracting(AskedPurpose::purpose)
                .containsExactly("SAFE_CONTACT", "FORENSIC", "MEDIA_STORY");
        assertThat(asking(Role.CW, true).toAsk())
                .extracting(AskedPurpose::purpose)
                .containsExactly("SAFE_CONTACT", "FORENSIC");
        assertThat(refused(asking(Role.CW, true), no("MEDIA_STORY")))
                .containsExactly("answers.0.purpose purpose-not-asked");
    }

    @Test
    void who_gives_her_a_bed_does_not_ask_for_her_story() {
        assertThat(asking(Role.SHM, false).toAsk())
                .extracting(AskedPurpose::purpose)
                .containsExactly("SAFE_CONTACT");
        assertThat(refused(asking(Role.SHM, false), no("MEDIA_STORY")))
                .containsExactly("answers.0.purpose not-for-your-role-to-ask");
    }

    @Test
    void a_yes_is_no_longer_than_its_purpose_and_any_agreement_may_be() {
        AnswerRules rules = asking(Role.CW, false);
        assertThat(rules.until(yes("FORENSIC", null, null), NOW)).isEqualTo(NOW.plus(Duration.ofDays(30)));
        assertThat(rules.until(yes("SAFE_CONTACT", null, null), NOW)).isEqualTo(NOW.plus(Duration.ofDays(90)));
        assertThat(refused(rules, yes("FORENSIC", 30, null))).isEmpty();
        assertThat(refused(rules, yes("FORENSIC", 31, null))).containsExactly("answers.0.until longer-than-allowed");
        assertThat(refused(rules, yes("SAFE_CONTACT", 367, null)))
                .as("the purpose alone would let it")
                .containsExactly("answers.0.until longer-than-allowed");
        assertThat(refused(rules, yes("SAFE_CONTACT", 0, null))).containsExactly("answers.0.until in-the-past");
    }

    @Test
    void a_yes_names_to_whom_where_it_is_to_somebody_and_a_no_names_nobody() {
        AnswerRules rules = asking(Role.CW, false);
        assertThat(refused(rules, yes("MEDIA_STORY", 30, " "))).containsExactly("answers.0.named missing");
        assertThat(refused(rules, yes("MEDIA_STORY", 30, "Radio Harbour"))).isEmpty();
        assertThat(refused(rules, yes("SAFE_CONTACT", 30, "Radio Harbour")))
                .containsExactly("answers.0.named nobody-named-here");
        assertThat(refused(rules, new Said("MEDIA_STORY", "REFUSED", NOW, "Radio Harbour")))
                .containsExactly("answers.0.until only-with-yes", "answers.0.named only-with-yes");
    }

    @Test
    void each_purpose_has_one_answer() {
        assertThat(refused(asking(Role.CW, false), no("FORENSIC"), no("SAFE_CONTACT"), yes("FORENSIC", 1, null)))
                .containsExactly("answers.2.purpose answered-twice");
        assertThat(refused(asking(Role.CW, false), no("CASE_MANAGEMENT")))
                .as("asked when her file is opened")
                .containsExactly("answers.0.purpose purpose-not-asked");
    }

    private static Map<String, AskedPurpose> purposes() {
        Map<String, AskedPurpose> purposes = new LinkedHashMap<>();
        Set<Role> both = EnumSet.of(Role.CW, Role.SHM);
        Set<Role> caseworkers = EnumSet.of(Role.CW);
        for (AskedPurpose one : List.of(
                new AskedPurpose("SAFE_CONTACT", true, true, Duration.ofDays(400), "NONE", both),
                new AskedPurpose("FORENSIC", true, true, Duration.ofDays(30), "NONE", caseworkers),
                new AskedPurpose("MEDIA_STORY", true, false, Duration.ofDays(90), "NAMED", caseworkers))) {
            purposes.put(one.purpose(), one);
        }
        return purposes;
    }

    private static AnswerRules asking(Role role, boolean child) {
        return new AnswerRules(PURPOSES, child, EnumSet.of(role), Duration.ofDays(90), Duration.ofDays(366));
    }

    private static Said no(String purpose) {
        return new Said(purpose, "REFUSED", null, null);
    }

    private static Said yes(String purpose, Integer days, String named) {
        return new Said(purpose, "AGREED", days == null ? null : NOW.plus(Duration.ofDays(days)), named);
    }

    private static List<String> refused(AnswerRules rules, Said... answers) {
        Check check = new Check();
        rules.check(check, List.of(answers), NOW, NOW);
        Refusal refusal = catchThrowableOfType(Refusal.class, check::orRefuse);
        return refusal == null
                ? List.of()
                : refusal.reasons().stream()
                        .map(reason -> reason.field() + " " + reason.code())
                        .toList();
    }
}
