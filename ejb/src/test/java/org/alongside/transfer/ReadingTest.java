package org.alongside.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.alongside.casefile.Age;
import org.alongside.casefile.BroughtCases;
import org.alongside.casefile.BroughtCases.Origin;
import org.alongside.casefile.NewCase;
import org.alongside.code.Codes;
import org.alongside.code.KnownCodes;
import org.alongside.shared.Refusal;
import org.alongside.shared.TeamId;
import org.alongside.shared.WorkerId;
import org.alongside.transfer.Imports.Lead;
import org.alongside.transfer.NewImport.Everyone;
import org.alongside.transfer.Sheet.Brought;
import org.junit.jupiter.api.Test;

/** What a row says, and in which line and column it is wrong. */
class ReadingTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Codes CODES = new KnownCodes();
    private static final Lead MINA = new Lead(WorkerId.random(), "Mina Okafor", TeamId.random());
    private static final Lead JONAS = new Lead(WorkerId.random(), "Jonas Lind", TeamId.random());
    private static final Everyone EVERYONE = new Everyone(
            "eng", "HARBOUR", "WRITTEN", true, null, "TRUSTED_ADULT", "BEST_INTERESTS", "WILLING", "SHE_DOES_NOT_WANT");
    private static final String CTDC =
            "gender,ageBroad,traffickMonths,meansThreats,isForcedLabour,isSexualExploit,recruiterRelationFamily\n";

    private static Reading reading(String format) {
        return new Reading(
                Sheet.of(format, EVERYONE),
                CODES,
                BroughtCases.by(CODES),
                new Leads(List.of(MINA, JONAS)),
                MINA,
                "CONSENT",
                NOW);
    }

    private static Brought whole(boolean child) {
        return new Brought(
                Optional.of("OLD-17"),
                Optional.of("Jonas Lind"),
                new Origin("LEGAL_OBLIGATION", LocalDate.of(2024, 3, 1), LocalDate.of(2024, 2, 28)),
                new NewCase(
                        new NewCase.Safety(true, "=He waits, at the \"gate\""),
                        new NewCase.Language("ara", "WOMAN"),
                        new NewCase.Agreement(child ? "CAREGIVER" : "SELF", "WRITTEN", true),
                        new Age("SELF_DECLARED", child ? 12 : 27, null, false),
                        child
                                ? new NewCase.Child(
                                        "I want to go to school,\nand sleep.",
                                        null,
                                        "WILLING",
                                        "PARENTAL",
                                        "PARENT",
                                        "Her aunt",
                                        List.of(
                                                new NewCase.ExcludedPerson("PARTNER", "tall: with a scar"),
                                                new NewCase.ExcludedPerson("EMPLOYER", null)))
                                : null,
                        new NewCase.Name("\u0645\u0631\u064a\u0645", "Mariam", "O'Neill"),
                        new NewCase.Person("FEMALE", "Feminine", List.of("AF", "IQ"), "HARBOUR", List.of("STEP_FREE")),
                        new NewCase.SafeContact("PHONE", "+49 170 5550199", "10 to 12", "NO", "-the library", "@night"),
                        new NewCase.Screening(
                                List.of("RECRUITMENT", "TRANSFER"),
                                child ? List.of() : List.of("DECEPTION", "FRAUD"),
                                List.of("FORCED_LABOUR"),
                                List.of("THREATS"),
                                "Familial",
                                "13_24",
                                "POSSIBLE_TRAFFICKING"),
                        List.of("DO_NOT_CALL"),
                        List.of("SAFE_PLACE", "MEDICAL"),
                        "A door; a key",
                        "Long\nstory",
                        "HOTLINE"));
    }

    private static Looked look(String format, String text) {
        return reading(format).look(text);
    }

    private static String own(Brought... rows) {
        OwnSheet sheet = new OwnSheet();
        StringBuilder text = new StringBuilder(CsvText.write(sheet.columns())).append("\r\n");
        for (Brought row : rows) {
            text.append(CsvText.write(sheet.write(row))).append("\r\n");
        }
        return text.toString();
    }

    @Test
    void what_is_written_is_read_again_as_it_was() {
        for (boolean child : List.of(true, false)) {
            Looked looked = look("ALONGSIDE", own(whole(child)));
            assertThat(looked.faults()).isEmpty();
            Looked.Row row = looked.rows().get(0);
            Reading.Read read = reading("ALONGSIDE").read(row.line(), looked.columns(), row.content());
            assertThat(read.brought()).isEqualTo(whole(child));
            assertThat(read.lead()).isEqualTo(JONAS);
        }
    }

    @Test
    void a_row_that_is_kept_is_read_as_it_was_whatever_signs_stand_in_it() {
        for (String sign : List.of(";", "\t")) {
            String name = sign.repeat(60) + "x";
            String text = own(whole(false)).replace("Mariam", "Mariam" + name).replace("OLD-17", "\uFEFFOLD-17");
            Looked.Row row = look("ALONGSIDE", text).rows().get(0);
            Reading.Read read = reading("ALONGSIDE")
                    .read(row.line(), look("ALONGSIDE", text).columns(), row.content());
            assertThat(read.faults()).isEmpty();
            assertThat(read.brought().intake().name().given()).isEqualTo("Mariam" + name);
            assertThat(read.brought().recordId()).contains("\uFEFFOLD-17");
        }
    }

    @Test
    void every_fault_is_told_by_line_and_column_and_never_with_what_stood_there() {
        String text = own(whole(false))
                .replace("PHONE", "PIGEON")
                .replace("2024-03-01", "yesterday")
                .replace("Jonas Lind", "Zaphod Secret")
                .replace("LEGAL_OBLIGATION", "BECAUSE");
        Looked looked = look("ALONGSIDE", text);
        assertThat(looked.faults())
                .extracting(fault -> fault.line() + " " + fault.column() + " " + fault.code())
                .containsExactlyInAnyOrder(
                        "2 contact_channel no-such-code",
                        "2 agreed_on not-a-date",
                        "2 caseworker no-such-caseworker",
                        "2 legal_basis no-such-code");
        assertThat(looked.toString()).doesNotContain("Zaphod", "PIGEON", "yesterday");
        assertThat(looked.rows().get(0).content())
                .as("nothing is kept of a bad row")
                .isNull();
    }

    @Test
    void the_rules_of_an_intake_hold_and_means_are_not_asked_of_a_child() {
        String asked = own(whole(true)).replace("|TRANSFER,,", "|TRANSFER,DECEPTION,");
        assertThat(look("ALONGSIDE", asked).faults())
                .extracting(Fault::column, Fault::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("means", "means-not-asked-for-a-child"));
        String unwilling = own(whole(true)).replace("WILLING", "UNWILLING");
        assertThat(look("ALONGSIDE", unwilling).faults())
                .extracting(Fault::column)
                .containsExactly("child_assent");
    }

    @Test
    void a_record_id_stands_once_in_a_file_and_is_known_again_in_another() {
        Looked looked = look("ALONGSIDE", own(whole(false), whole(false)));
        assertThat(looked.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("twice-in-file");
            assertThat(fault.values()).containsExactly("2");
        });
        Looked again = look("ALONGSIDE", own(whole(true)));
        assertThat(again.rows().get(0).key()).isEqualTo(looked.rows().get(0).key());
        assertThat(again.without(java.util.Set.of(again.rows().get(0).key())).known())
                .isEqualTo(1);
    }

    @Test
    void rows_without_an_id_are_known_by_file_and_line_and_never_by_likeness() {
        String alike = CTDC + "Woman,24--26,,1,1,,\nWoman,24--26,,1,1,,\n";
        Looked looked = look("CTDC", alike);
        assertThat(looked.good()).isEqualTo(2);
        assertThat(looked.rows().get(0).key()).isNotEqualTo(looked.rows().get(1).key());
        assertThat(look("CTDC", alike).each(Looked.Row::key)).isEqualTo(looked.each(Looked.Row::key));
        assertThat(look("CTDC", alike + "Woman,24--26,,1,1,,\n").each(Looked.Row::key))
                .doesNotContainAnyElementsOf(looked.each(Looked.Row::key));
    }

    @Test
    void a_record_of_the_global_dataset_becomes_an_intake() {
        Looked looked = look("CTDC", CTDC + "Woman,24--26,13--24 (1-2 yrs),1,1,1,1\nWoman,09--17,,1,,1,\n,,,,,,\n");
        NewCase adult = reading("CTDC")
                .read(2, looked.columns(), looked.rows().get(0).content())
                .brought()
                .intake();
        assertThat(adult.screening().means()).containsExactly("THREAT_OF_FORCE");
        assertThat(adult.screening().purposes()).containsExactly("FORCED_LABOUR", "SEXUAL_EXPLOITATION");
        assertThat(adult.screening().months()).isEqualTo("13_24");
        assertThat(adult.screening().recruiter()).isEqualTo("Familial");
        NewCase child = reading("CTDC")
                .read(3, looked.columns(), looked.rows().get(1).content())
                .brought()
                .intake();
        assertThat(child.age().child(NOW)).isTrue();
        assertThat(child.screening().means()).isEmpty();
        assertThat(child.agreement().giver()).isEqualTo("TRUSTED_ADULT");
        assertThat(looked.faults())
                .as("no age is recorded, and nobody said what to take for it")
                .containsExactly(Fault.at(4, "ageBroad", "missing"));
    }

    @Test
    void the_guide_names_every_column_and_its_example_can_be_imported() throws Exception {
        String guide = Files.readString(Path.of("../docs/import.md"));
        assertThat(new OwnSheet().columns()).allMatch(column -> guide.contains("`" + column + "`"));
        String example = guide.replaceAll("(?s).*```csv\\n(.*?)```.*", "$1");
        assertThat(look("ALONGSIDE", example).faults()).isEmpty();
        assertThat(look("ALONGSIDE", example).good()).isEqualTo(1);
    }

    @Test
    void what_is_not_of_this_format_is_refused_as_a_whole() {
        refused("CTDC", "name,other\nx,y\n", "unknown-column");
        refused("CTDC", CTDC, "no-rows");
        refused("CTDC", "gender,gender\nx,y\n", "column-twice");
        refused("ALONGSIDE", "record_id\nx\n", "column-missing");
        refused("ALONGSIDE", "\"never closed", "not-a-table");
    }

    private static void refused(String format, String text, String code) {
        assertThatThrownBy(() -> look(format, text))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reasons())
                        .anyMatch(reason -> reason.code().equals(code)));
    }
}
