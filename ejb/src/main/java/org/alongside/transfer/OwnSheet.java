package org.alongside.transfer;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.alongside.casefile.Age;
import org.alongside.casefile.BroughtCases.Origin;
import org.alongside.casefile.NewCase;
import org.alongside.casefile.NewCase.Agreement;
import org.alongside.casefile.NewCase.Child;
import org.alongside.casefile.NewCase.ExcludedPerson;
import org.alongside.casefile.NewCase.Language;
import org.alongside.casefile.NewCase.Name;
import org.alongside.casefile.NewCase.Person;
import org.alongside.casefile.NewCase.SafeContact;
import org.alongside.casefile.NewCase.Safety;
import org.alongside.casefile.NewCase.Screening;

/**
 * Alongside's own format (docs/import.md): a row holds an intake whole, so that what is written is read again as it was.
 * Several codes in a cell stand with a bar between them.
 */
final class OwnSheet implements Sheet {
    private static final String BETWEEN = "|";
    private static final int LONGEST_RECORD_ID = 80;
    private static final int LONGEST_NOTE = 200;

    /** Column and the field of the intake that it fills, in the order of the columns. */
    private static final String[][] FIELDS = {
        {"record_id", ""},
        {"legal_basis", ""},
        {"caseworker", ""},
        {"opened_on", ""},
        {"agreed_on", ""},
        {"consent_giver", "agreement.giver"},
        {"consent_medium", "agreement.medium"},
        {"limits_explained", "agreement.limitsExplained"},
        {"in_danger", "safety.inDanger"},
        {"safety_note", "safety.note"},
        {"language", "language.code"},
        {"interpreter", "language.interpreter"},
        {"age_basis", "age.basis"},
        {"age", "age.stated"},
        {"birth_date", "age.birthDate"},
        {"maybe_child", "age.maybeChild"},
        {"preferred_name", "name.preferred"},
        {"given_name", "name.given"},
        {"family_name", "name.family"},
        {"sex", "person.sex"},
        {"gender", "person.gender"},
        {"citizenship", "person.citizenship"},
        {"region", "person.region"},
        {"accessibility", "person.accessibility"},
        {"contact_channel", "contact.channel"},
        {"contact_value", "contact.value"},
        {"safe_hours", "contact.safeHours"},
        {"leave_message", "contact.leaveMessage"},
        {"cover_story", "contact.coverStory"},
        {"never", "contact.never"},
        {"acts", "screening.acts"},
        {"means", "screening.means"},
        {"purposes", "screening.purposes"},
        {"controls", "screening.controls"},
        {"recruiter", "screening.recruiter"},
        {"months", "screening.months"},
        {"outcome", "screening.outcome"},
        {"constraints", "constraints"},
        {"needs", "needs"},
        {"wish", "wish"},
        {"situation", "situation"},
        {"intake_source", "intakeSource"},
        {"child_views", "child.views"},
        {"child_views_not_asked", "child.viewsNotAsked"},
        {"child_assent", "child.assent"},
        {"child_giver_right", "child.giverRight"},
        {"child_giver_relation", "child.giverRelation"},
        {"child_guardian", "child.guardianName"},
        {"excluded", "child.excluded"}
    };

    private static final List<String> COLUMNS =
            Arrays.stream(FIELDS).map(pair -> pair[0]).toList();
    private static final Map<String, String> COLUMN_OF = Arrays.stream(FIELDS)
            .filter(pair -> !pair[1].isEmpty())
            .collect(Collectors.toUnmodifiableMap(pair -> pair[1], pair -> pair[0]));

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public List<String> needed() {
        return List.of("record_id", "preferred_name", "consent_giver", "age_basis", "language", "region", "outcome");
    }

    @Override
    public String column(String field) {
        for (String path = field; !path.isEmpty(); path = parent(path)) {
            if (COLUMN_OF.containsKey(path)) {
                return COLUMN_OF.get(path);
            }
        }
        return field.startsWith("child") ? "child_assent" : "";
    }

    private static String parent(String path) {
        return path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : "";
    }

    @Override
    public Brought read(Cells cells) {
        String recordId = cells.text("record_id");
        if (recordId == null) {
            cells.fault("record_id", "missing");
        } else if (recordId.length() > LONGEST_RECORD_ID) {
            cells.fault("record_id", "too-long", LONGEST_RECORD_ID);
        }
        Origin origin = new Origin(cells.text("legal_basis"), day(cells, "agreed_on"), day(cells, "opened_on"));
        NewCase intake = new NewCase(
                new Safety(yes(cells, "in_danger"), cells.text("safety_note")),
                new Language(cells.text("language"), cells.text("interpreter")),
                new Agreement(
                        cells.text("consent_giver"), cells.text("consent_medium"), yes(cells, "limits_explained")),
                new Age(cells.text("age_basis"), number(cells), day(cells, "birth_date"), yes(cells, "maybe_child")),
                child(cells),
                new Name(cells.text("preferred_name"), cells.text("given_name"), cells.text("family_name")),
                new Person(
                        cells.text("sex"),
                        cells.text("gender"),
                        several(cells, "citizenship"),
                        cells.text("region"),
                        several(cells, "accessibility")),
                new SafeContact(
                        cells.text("contact_channel"),
                        cells.text("contact_value"),
                        cells.text("safe_hours"),
                        cells.text("leave_message"),
                        cells.text("cover_story"),
                        cells.text("never")),
                new Screening(
                        several(cells, "acts"),
                        several(cells, "means"),
                        several(cells, "purposes"),
                        several(cells, "controls"),
                        cells.text("recruiter"),
                        cells.text("months"),
                        cells.text("outcome")),
                several(cells, "constraints"),
                several(cells, "needs"),
                cells.text("wish"),
                cells.text("situation"),
                cells.text("intake_source"));
        return new Brought(
                Optional.ofNullable(recordId), Optional.ofNullable(cells.text("caseworker")), origin, intake);
    }

    private static Child child(Cells cells) {
        List<ExcludedPerson> excluded = excluded(cells);
        boolean said = !excluded.isEmpty()
                || COLUMNS.stream()
                        .filter(column -> column.startsWith("child_"))
                        .anyMatch(column -> cells.text(column) != null);
        return said
                ? new Child(
                        cells.text("child_views"),
                        cells.text("child_views_not_asked"),
                        cells.text("child_assent"),
                        cells.text("child_giver_right"),
                        cells.text("child_giver_relation"),
                        cells.text("child_guardian"),
                        excluded)
                : null;
    }

    /** One a line: the code of the relation, and after a colon what is said of that person. */
    private static List<ExcludedPerson> excluded(Cells cells) {
        String text = cells.text("excluded");
        return text == null
                ? List.of()
                : text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .map(line -> line.split(":", 2))
                        .map(parts -> new ExcludedPerson(parts[0].strip(), parts.length == 1 ? null : parts[1].strip()))
                        .peek(person -> {
                            if (person.description() != null
                                    && person.description().length() > LONGEST_NOTE) {
                                cells.fault("excluded", "too-long", LONGEST_NOTE);
                            }
                        })
                        .toList();
    }

    private static List<String> several(Cells cells, String column) {
        String text = cells.text(column);
        return text == null
                ? List.of()
                : Arrays.stream(text.split("\\|"))
                        .map(String::strip)
                        .filter(code -> !code.isEmpty())
                        .toList();
    }

    private static boolean yes(Cells cells, String column) {
        String value = cells.text(column);
        String said = value == null ? "no" : value.toLowerCase(Locale.ROOT);
        if (!said.equals("yes") && !said.equals("no")) {
            cells.fault(column, "not-yes-or-no");
        }
        return said.equals("yes");
    }

    private static Integer number(Cells cells) {
        String value = cells.text("age");
        if (value == null) {
            return null;
        }
        if (!value.matches("\\d{1,3}")) {
            cells.fault("age", "age-range");
            return null;
        }
        return Integer.valueOf(value);
    }

    private static LocalDate day(Cells cells, String column) {
        String value = cells.text(column);
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeParseException notADay) {
            cells.fault(column, "not-a-date");
            return null;
        }
    }

    /** The row that is read again as this case. */
    List<String> write(Brought brought) {
        NewCase intake = brought.intake();
        Optional<Child> child = Optional.ofNullable(intake.child());
        List<String> row = new ArrayList<>();
        row.add(brought.recordId().orElse(null));
        row.add(brought.origin().legalBasis());
        row.add(brought.caseworker().orElse(null));
        row.add(text(brought.origin().openedOn()));
        row.add(text(brought.origin().agreedOn()));
        row.add(intake.agreement().giver());
        row.add(intake.agreement().medium());
        row.add(word(intake.agreement().limitsExplained()));
        row.add(word(intake.safety().inDanger()));
        row.add(intake.safety().note());
        row.add(intake.language().code());
        row.add(intake.language().interpreter());
        row.add(intake.age().basis());
        row.add(text(intake.age().stated()));
        row.add(text(intake.age().birthDate()));
        row.add(word(intake.age().maybeChild()));
        row.add(intake.name().preferred());
        row.add(intake.name().given());
        row.add(intake.name().family());
        row.add(intake.person().sex());
        row.add(intake.person().gender());
        row.add(joined(intake.person().citizenship()));
        row.add(intake.person().region());
        row.add(joined(intake.person().accessibility()));
        row.add(intake.contact().channel());
        row.add(intake.contact().value());
        row.add(intake.contact().safeHours());
        row.add(intake.contact().leaveMessage());
        row.add(intake.contact().coverStory());
        row.add(intake.contact().never());
        row.add(joined(intake.screening().acts()));
        row.add(joined(intake.screening().means()));
        row.add(joined(intake.screening().purposes()));
        row.add(joined(intake.screening().controls()));
        row.add(intake.screening().recruiter());
        row.add(intake.screening().months());
        row.add(intake.screening().outcome());
        row.add(joined(intake.constraints()));
        row.add(joined(intake.needs()));
        row.add(intake.wish());
        row.add(intake.situation());
        row.add(intake.intakeSource());
        row.add(child.map(Child::views).orElse(null));
        row.add(child.map(Child::viewsNotAsked).orElse(null));
        row.add(child.map(Child::assent).orElse(null));
        row.add(child.map(Child::giverRight).orElse(null));
        row.add(child.map(Child::giverRelation).orElse(null));
        row.add(child.map(Child::guardianName).orElse(null));
        row.add(child.map(OwnSheet::excluded).orElse(null));
        return row;
    }

    private static String excluded(Child child) {
        return child.excluded().stream()
                .map(person -> person.description() == null
                        ? person.relation()
                        : person.relation() + ": " + person.description().replaceAll("\\R", " "))
                .collect(Collectors.joining("\n"));
    }

    private static String joined(List<String> codes) {
        return String.join(BETWEEN, codes);
    }

    private static String word(boolean yes) {
        return yes ? "yes" : "no";
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
