package org.alongside.web.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a form says so far, as pages, browsers and drafts hand it in. */
class AnswersTest {
    private final Answers answers = new Answers();

    @Test
    void an_answer_comes_back_as_it_was_typed() {
        answers.put("wish", "  I want to sleep.\n\"Here\" ");

        assertThat(Answers.of(answers.json())).isEqualTo(answers);
        assertThat(Answers.of(answers.json()).text("wish")).contains("  I want to sleep.\n\"Here\" ");
    }

    @Test
    void an_emptied_answer_is_none() {
        answers.put("wish", "a");
        answers.put("wish", " ");
        answers.put("needs", new String[] {"MEDICAL"});
        answers.put("needs", new String[0]);

        assertThat(answers).isEmpty();
    }

    @Test
    void one_of_several_boxes_is_also_several() {
        answers.take(Map.of("needs", new String[] {"MEDICAL"}));
        assertThat(answers.several("needs")).containsExactly("MEDICAL");

        answers.put("needs", new Object[] {"MEDICAL", "COUNSELLING"});
        assertThat(answers.several("needs")).containsExactly("MEDICAL", "COUNSELLING");
    }

    @Test
    void a_passphrase_is_never_kept() {
        answers.take(Map.of(
                "passphrase", new String[] {"correct horse"},
                "passphraseAgain", new String[] {"correct horse"},
                "reason", new String[] {"We move."}));

        assertThat(answers).containsOnly(Map.entry("reason", "We move."));
    }

    @Test
    void a_page_changes_its_own_answers_and_no_others() {
        answers.put("name_preferred", "Maya");
        answers.put("wish", "a");

        answers.take(Map.of("wish", new String[] {"b"}));

        assertThat(answers).containsOnly(Map.entry("name_preferred", "Maya"), Map.entry("wish", "b"));
    }

    @Test
    void boxes_that_were_all_cleared_are_told_apart_from_boxes_not_asked() {
        answers.put("needs", List.of("MEDICAL"));
        answers.put("constraints", List.of("NO_GROUP"));

        answers.take(Map.of("asked", new String[] {"needs"}));

        assertThat(answers.several("needs")).isEmpty();
        assertThat(answers.several("constraints")).containsExactly("NO_GROUP");
        assertThat(answers).doesNotContainKey("asked");
    }

    @Test
    void names_that_are_no_fields_are_left_out() {
        answers.take(Map.of("jakarta.faces.ViewState", new String[] {"x"}, "<b>", new String[] {"x"}));

        assertThat(answers).isEmpty();
    }

    @Test
    void what_is_no_object_is_refused_without_showing_it() {
        assertThatThrownBy(() -> Answers.of("{\"wish\": \"a secret"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }
}
