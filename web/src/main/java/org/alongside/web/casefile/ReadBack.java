package org.alongside.web.casefile;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.CodeWords;
import org.alongside.web.frame.Text;

/** Everything that was answered in an intake, in words and in the order of the steps, to be read to her. */
@Named
@RequestScoped
public class ReadBack {
    private static final Map<Step, List<Question>> QUESTIONS = Map.of(
            Step.SAFETY, List.of(word("safety_inDanger"), text("safety_note")),
            Step.LANGUAGE, List.of(code("language_code", "language"), code("language_interpreter", "interpreter")),
            Step.AGE,
                    List.of(
                            code("age_basis", "age_basis"),
                            text("age_stated"),
                            text("age_birthDate"),
                            word("age_maybeChild")),
            Step.AGREEMENT,
                    List.of(
                            word("agreement_limitsExplained"),
                            word("agreement_given"),
                            code("agreement_medium", "consent_medium")),
            Step.PERSON,
                    List.of(
                            text("name_preferred"),
                            text("name_given"),
                            text("name_family"),
                            code("person_sex", "sex_recorded"),
                            code("person_gender", "gender"),
                            new Question("person_citizenship_0", "country"),
                            new Question("person_citizenship_1", "country"),
                            code("person_region", "region"),
                            code("person_accessibility", "accessibility"),
                            code("contact_channel", "contact_channel"),
                            text("contact_value"),
                            text("contact_safeHours"),
                            code("contact_leaveMessage", "leave_message"),
                            text("contact_coverStory"),
                            text("contact_never")),
            Step.EVENTS,
                    List.of(
                            code("screening_acts", "trafficking_act"),
                            code("screening_means", "trafficking_means"),
                            code("screening_purposes", "exploitation_type"),
                            code("screening_controls", "means_of_control"),
                            code("screening_recruiter", "relationship_to_trafficker"),
                            code("screening_months", "months_trafficked"),
                            code("screening_outcome", "screening_outcome"),
                            text("situation")),
            Step.NEEDS,
                    List.of(
                            code("needs", "need"),
                            text("wish"),
                            code("constraints", "safety_constraint"),
                            code("intakeSource", "intake_source")));

    private static final List<Question> OF_A_CHILD = List.of(
            text("child_views"),
            code("child_viewsNotAsked", "views_not_asked"),
            code("child_assent", "assent"),
            code("agreement_giver", "consent_giver"),
            code("child_giverRight", "giver_right"),
            code("child_giverRelation", "excluded_relation"),
            text("child_guardianName"));

    @Inject
    private IntakeDraft draft;

    @Inject
    private Text words;

    @Inject
    private CodeWords codes;

    /** A part a step. */
    public List<Part> getParts() {
        return Arrays.stream(Step.values())
                .filter(QUESTIONS::containsKey)
                .map(step -> new Part(step, lines(step)))
                .toList();
    }

    /** What is still open, with the question it is about. */
    public String label(IntakeDraft.Open open) {
        return words.of("frame.errors.line", question(open.input()), open.words());
    }

    private List<Line> lines(Step step) {
        List<Question> questions = new ArrayList<>(QUESTIONS.get(step));
        if (draft.isChild()) {
            if (step == Step.AGREEMENT) {
                questions.addAll(OF_A_CHILD);
            }
            questions.removeIf(question -> question.field().equals("screening_means"));
        }
        Answers answers = draft.getAnswers();
        Stream<Line> lines = questions.stream()
                .filter(question -> answers.containsKey(question.field()))
                .map(question -> new Line(question(question.field()), answer(question), question.ownWords()));
        return Stream.concat(lines, step == Step.AGREEMENT && draft.isChild() ? excluded(answers) : Stream.empty())
                .toList();
    }

    private Stream<Line> excluded(Answers answers) {
        return draft.excludedRows(0).stream()
                .map(at -> Stream.of("_relation", "_description")
                        .map(part -> "child_excluded_" + at + part)
                        .flatMap(field -> answers.text(field).stream().map(one -> relation(field, one)))
                        .collect(Collectors.joining(words.get("frame.comma"))))
                .filter(person -> !person.isEmpty())
                .map(person -> new Line(words.get("intake.read.excluded"), person, false));
    }

    private String relation(String field, String value) {
        return field.endsWith("_relation") ? words.name("code.excluded_relation", value) : value;
    }

    private String question(String field) {
        if (field.startsWith("child_excluded_")) {
            String[] parts = field.split("_");
            return words.of("intake.excluded." + parts[3], Integer.parseInt(parts[2]) + 1);
        }
        String key = "intake." + field;
        return words.get(words.containsKey(key) ? key : key.replaceFirst("_\\d+$", ""));
    }

    private String answer(Question question) {
        List<String> values = draft.getAnswers().several(question.field());
        return switch (question.kind()) {
            case "text" -> String.join("\n", values);
            case "word" -> words.get("intake." + question.field() + "." + values.get(0));
            case "country" -> codes.countries(values);
            default -> codes.words(question.kind(), values);
        };
    }

    private static Question code(String field, String list) {
        return new Question(field, list);
    }

    private static Question text(String field) {
        return new Question(field, "text");
    }

    private static Question word(String field) {
        return new Question(field, "word");
    }

    /** A question and how its answer is put in words: text, word, country, or the name of a code list. */
    private record Question(String field, String kind) {
        boolean ownWords() {
            return field.equals("wish") || field.equals("child_views");
        }
    }

    /** What one step found out. */
    public record Part(Step step, List<Line> lines) {}

    /** A question and its answer; {@code voice}: in her own words. */
    public record Line(String question, String answer, boolean voice) {}
}
