package org.alongside.system.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One record of the CTDC Global Synthetic Dataset, in the codes of a file. It corresponds to no person; a blank age
 * is entered as an estimate of 30 years.
 */
record CtdcRecord(int number, Map<String, String> cells) {
    /** Years that are estimated where none are recorded. */
    static final int UNKNOWN_AGE = 30;

    /** The first records of the file, in its order. */
    static List<CtdcRecord> read(Path csv, int count) throws IOException {
        List<String> lines = Files.readAllLines(csv);
        String[] names = lines.get(0).split(",", -1);
        List<CtdcRecord> records = new ArrayList<>();
        for (int line = 1; line <= count; line++) {
            String[] values = lines.get(line).split(",", -1);
            Map<String, String> cells = new HashMap<>();
            for (int column = 0; column < names.length; column++) {
                cells.put(names[column], values[column]);
            }
            records.add(new CtdcRecord(line, cells));
        }
        return records;
    }

    private boolean yes(String column) {
        return "1".equals(cells.get(column));
    }

    int age() {
        return switch (cells.get("ageBroad")) {
            case "0--8" -> 6;
            case "09--17" -> 14;
            case "18--20" -> 19;
            case "21--23" -> 22;
            case "24--26" -> 25;
            case "27--29" -> 28;
            case "30--38" -> 34;
            case "39--47" -> 43;
            case "48+" -> 52;
            default -> UNKNOWN_AGE;
        };
    }

    boolean child() {
        return age() < 18;
    }

    String sex() {
        return switch (cells.get("gender")) {
            case "Woman" -> "FEMALE";
            case "" -> "UNKNOWN";
            default -> "OTHER";
        };
    }

    /** Whether it is one of the first NGO's: every other one is. */
    boolean first() {
        return number % 2 == 1;
    }

    String caseworker() {
        return first() ? "mina" : "tomas";
    }

    String supervisor() {
        return first() ? "ilse" : "farah";
    }

    String organisation() {
        return "00000000-0000-4000-9000-00000000000" + (first() ? 1 : 2);
    }

    /** What the import calls it, by its row in the file of its NGO; it can be looked for where it must not be. */
    String name() {
        return "Record " + (number + 1) / 2;
    }

    /** Means; of a child none is needed, and none is taken over. */
    List<String> means() {
        List<String> means = new ArrayList<>();
        add(means, child(), "NOT_REQUIRED_CHILD");
        if (!child()) {
            add(means, yes("meansThreats"), "THREAT_OF_FORCE");
            add(means, yes("meansAbusePsyPhySex"), "USE_OF_FORCE");
            add(means, yes("meansFalsePromises"), "DECEPTION");
            add(means, yes("meansDebtBondageEarnings") || yes("meansDrugsAlcohol"), "COERCION_OTHER");
            add(means, yes("meansDenyBasicNeeds") || yes("meansWithholdDocs"), "ABUSE_OF_VULNERABILITY");
        }
        return means;
    }

    List<String> controls() {
        List<String> controls = new ArrayList<>();
        add(controls, yes("meansDebtBondageEarnings"), "DEBT_BONDAGE");
        add(controls, yes("meansThreats"), "THREATS");
        add(controls, yes("meansAbusePsyPhySex"), "PHYSICAL_ABUSE");
        add(controls, yes("meansFalsePromises"), "FALSE_PROMISES");
        add(controls, yes("meansDrugsAlcohol"), "PSYCHOACTIVE_SUBSTANCES");
        add(controls, yes("meansDenyBasicNeeds"), "WITHHOLDS_NECESSITIES");
        add(controls, yes("meansExcessiveWorkHours"), "EXCESSIVE_WORKING_HOURS");
        add(controls, yes("meansWithholdDocs"), "WITHHOLDS_DOCUMENTS");
        return child() ? List.of() : controls;
    }

    List<String> purposes() {
        List<String> purposes = new ArrayList<>();
        add(purposes, yes("isForcedLabour"), "FORCED_LABOUR");
        add(purposes, yes("isSexualExploit"), "SEXUAL_EXPLOITATION");
        return purposes;
    }

    String recruiter() {
        if (yes("recruiterRelationFamily") || yes("recruiterRelationIntimatePartner")) {
            return "Familial";
        }
        return yes("recruiterRelationFriend") ? "Acquainted" : yes("recruiterRelationOther") ? "Unaquainted" : null;
    }

    String months() {
        return switch (cells.get("traffickMonths")) {
            case "0--12 (0-1 yr)" -> "0_12";
            case "13--24 (1-2 yrs)" -> "13_24";
            case "25+ (2+ yrs)" -> "25_PLUS";
            default -> null;
        };
    }

    private static void add(List<String> codes, boolean yes, String code) {
        if (yes) {
            codes.add(code);
        }
    }
}
