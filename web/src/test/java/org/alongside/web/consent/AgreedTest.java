package org.alongside.web.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.alongside.access.Category;
import org.alongside.consent.NewConsent;
import org.alongside.web.draft.Answers;
import org.junit.jupiter.api.Test;

/** From what she said to the record of it. */
class AgreedTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");

    private final Answers answers = new Answers();

    @Test
    void a_period_lasts_to_the_end_of_its_last_day() {
        answers.put("expiresAt", "P3M");

        assertThat(consent(false, false).expiresAt()).isEqualTo("2027-02-28T23:00:00Z");
    }

    @Test
    void another_day_is_taken_at_its_word() {
        answers.put("expiresAt", "DATE");
        answers.put("expiresOn", "2027-06-01");

        assertThat(consent(false, false).expiresAt()).isEqualTo("2027-06-01T22:00:00Z");
    }

    @Test
    void another_day_without_a_day_never_becomes_the_usual_period_by_itself() {
        answers.put("expiresAt", "DATE");

        assertThat(consent(false, false).expiresAt()).isBefore(NOW);
    }

    @Test
    void only_what_she_said_yes_to_is_in_it() {
        answers.put("categories", List.of("IDENTITY", "LAW_ENFORCEMENT_INTELLIGENCE", "nonsense"));

        assertThat(consent(false, false).categories()).containsExactly(Category.IDENTITY);
    }

    @Test
    void an_adult_speaks_for_herself_whatever_was_ticked() {
        answers.put("giver", "CAREGIVER");
        answers.put("assent", "UNWILLING");

        assertThat(consent(false, false).giver()).isEqualTo("SELF");
        assertThat(consent(false, false).assent()).isNull();
        assertThat(consent(true, false).giver()).isEqualTo("CAREGIVER");
    }

    @Test
    void the_purpose_follows_from_whom_it_is_about() {
        assertThat(consent(false, true).purpose()).isEqualTo("SHARE_LAW_ENFORCEMENT");
        assertThat(consent(false, false).purpose()).isEqualTo("SHARE_REFERRAL");
    }

    private NewConsent consent(boolean child, boolean police) {
        return new Agreed(answers, NOW, ZONE)
                .consent(
                        new Recipients.Recipient(
                                "00000000-0000-4000-9000-000000000005", "Cedar Counselling", "Counselling", police),
                        child);
    }
}
