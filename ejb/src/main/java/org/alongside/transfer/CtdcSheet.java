package org.alongside.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alongside.casefile.Age;
import org.alongside.casefile.BroughtCases.Origin;
import org.alongside.casefile.NewCase;
import org.alongside.casefile.NewCase.Agreement;
import org.alongside.casefile.NewCase.Child;
import org.alongside.casefile.NewCase.Language;
import org.alongside.casefile.NewCase.Name;
import org.alongside.casefile.NewCase.Person;
import org.alongside.casefile.NewCase.SafeContact;
import org.alongside.casefile.NewCase.Safety;
import org.alongside.casefile.NewCase.Screening;

/**
 * The columns of the CTDC Global Dataset (codebook version 2, 2024), which identifies nobody. An age band is entered as an
 * estimate within it; means and control are not taken over for a child, of whom they are never asked.
 */
final class CtdcSheet implements Sheet {
    private static final Map<String, Integer> AGES = Map.of(
            "0--8", 6, "09--17", 14, "18--20", 19, "21--23", 22, "24--26", 25, "27--29", 28, "30--38", 34, "39--47", 43,
            "48+", 52);
    private static final Map<String, String> MONTHS =
            Map.of("0--12 (0-1 yr)", "0_12", "13--24 (1-2 yrs)", "13_24", "25+ (2+ yrs)", "25_PLUS");
    private static final Map<String, String> SEXES =
            Map.of("Woman", "FEMALE", "Trans/Transgender/NonConforming", "OTHER");
    private static final int ADULT = 18;
    private static final List<String> COLUMNS = List.of(
            "gender",
            "ageBroad",
            "traffickMonths",
            "meansDebtBondageEarnings",
            "meansThreats",
            "meansAbusePsyPhySex",
            "meansFalsePromises",
            "meansDrugsAlcohol",
            "meansDenyBasicNeeds",
            "meansExcessiveWorkHours",
            "meansWithholdDocs",
            "isForcedLabour",
            "isSexualExploit",
            "recruiterRelationIntimatePartner",
            "recruiterRelationFriend",
            "recruiterRelationFamily",
            "recruiterRelationOther",
            "citizenOfCountryOfExploitation");

    private final NewImport.Everyone everyone;

    CtdcSheet(NewImport.Everyone everyone) {
        this.everyone = everyone;
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public List<String> needed() {
        return List.of("gender", "ageBroad", "isForcedLabour", "isSexualExploit");
    }

    @Override
    public String column(String field) {
        return field.startsWith("age") || field.startsWith("child") || field.equals("agreement.giver")
                ? "ageBroad"
                : field.startsWith("screening") ? "isForcedLabour" : "";
    }

    @Override
    public Brought read(Cells cells) {
        Integer age = age(cells);
        boolean child = age != null && age < ADULT;
        List<String> purposes = new ArrayList<>();
        add(purposes, yes(cells, "isForcedLabour"), "FORCED_LABOUR");
        add(purposes, yes(cells, "isSexualExploit"), "SEXUAL_EXPLOITATION");
        Screening screening = new Screening(
                List.of(),
                means(cells, child),
                purposes,
                controls(cells, child),
                recruiter(cells),
                coded(cells, "traffickMonths", MONTHS, null),
                purposes.isEmpty() ? "UNCLEAR" : "POSSIBLE_TRAFFICKING");
        NewCase intake = new NewCase(
                new Safety(false, null),
                new Language(everyone.language(), "ANY"),
                new Agreement(child ? everyone.childGiver() : "SELF", everyone.medium(), everyone.limitsExplained()),
                new Age("ESTIMATED", age, null, false),
                child ? child() : null,
                new Name("Record " + (cells.line() - 1), null, null),
                new Person(coded(cells, "gender", SEXES, "UNKNOWN"), null, List.of(), everyone.region(), List.of()),
                new SafeContact("VIA_CASEWORKER", null, null, "NO", null, null),
                screening,
                List.of(),
                List.of(),
                null,
                null,
                "OTHER");
        yes(cells, "citizenOfCountryOfExploitation");
        return new Brought(Optional.empty(), Optional.empty(), new Origin(null, null, null), intake);
    }

    private Child child() {
        return new Child(
                null,
                everyone.viewsNotAsked(),
                everyone.childAssent(),
                everyone.childGiverRight(),
                null,
                null,
                List.of());
    }

    private Integer age(Cells cells) {
        String band = cells.text("ageBroad");
        if (band == null) {
            return everyone.unknownAge();
        }
        if (!AGES.containsKey(band)) {
            cells.fault("ageBroad", "unknown-code");
        }
        return AGES.get(band);
    }

    private static List<String> means(Cells cells, boolean child) {
        List<String> means = new ArrayList<>();
        add(means, yes(cells, "meansThreats"), "THREAT_OF_FORCE");
        add(means, yes(cells, "meansAbusePsyPhySex"), "USE_OF_FORCE");
        add(means, yes(cells, "meansFalsePromises"), "DECEPTION");
        add(means, yes(cells, "meansDebtBondageEarnings") | yes(cells, "meansDrugsAlcohol"), "COERCION_OTHER");
        add(means, yes(cells, "meansDenyBasicNeeds") | yes(cells, "meansWithholdDocs"), "ABUSE_OF_VULNERABILITY");
        return child ? List.of() : means;
    }

    private static List<String> controls(Cells cells, boolean child) {
        List<String> controls = new ArrayList<>();
        add(controls, on(cells, "meansDebtBondageEarnings"), "DEBT_BONDAGE");
        add(controls, on(cells, "meansThreats"), "THREATS");
        add(controls, on(cells, "meansAbusePsyPhySex"), "PHYSICAL_ABUSE");
        add(controls, on(cells, "meansFalsePromises"), "FALSE_PROMISES");
        add(controls, on(cells, "meansDrugsAlcohol"), "PSYCHOACTIVE_SUBSTANCES");
        add(controls, on(cells, "meansDenyBasicNeeds"), "WITHHOLDS_NECESSITIES");
        add(controls, yes(cells, "meansExcessiveWorkHours"), "EXCESSIVE_WORKING_HOURS");
        add(controls, on(cells, "meansWithholdDocs"), "WITHHOLDS_DOCUMENTS");
        return child ? List.of() : controls;
    }

    /** All four columns are looked at, so that a wrong cell in any of them is found. */
    private static String recruiter(Cells cells) {
        boolean familial = yes(cells, "recruiterRelationFamily") | yes(cells, "recruiterRelationIntimatePartner");
        boolean acquainted = yes(cells, "recruiterRelationFriend");
        boolean other = yes(cells, "recruiterRelationOther");
        return familial ? "Familial" : acquainted ? "Acquainted" : other ? "Unaquainted" : null;
    }

    private static String coded(Cells cells, String column, Map<String, String> codes, String blank) {
        String value = cells.text(column);
        if (value != null && !codes.containsKey(value)) {
            cells.fault(column, "unknown-code");
        }
        return value == null ? blank : codes.getOrDefault(value, blank);
    }

    /** 1 or blank; anything else is noted. */
    private static boolean yes(Cells cells, String column) {
        String value = cells.text(column);
        if (value != null && !value.equals("1") && !value.equals("0")) {
            cells.fault(column, "not-one-or-blank");
        }
        return "1".equals(value);
    }

    private static boolean on(Cells cells, String column) {
        return "1".equals(cells.text(column));
    }

    private static void add(List<String> codes, boolean yes, String code) {
        if (yes) {
            codes.add(code);
        }
    }
}
