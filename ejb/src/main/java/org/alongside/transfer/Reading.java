package org.alongside.transfer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.alongside.casefile.BroughtCases;
import org.alongside.casefile.BroughtCases.Origin;
import org.alongside.code.Codes;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;
import org.alongside.transfer.CsvText.Line;
import org.alongside.transfer.Imports.Lead;
import org.alongside.transfer.Sheet.Brought;
import org.alongside.transfer.Sheet.Cells;

/** Reads the rows of one file, each by the rules of an intake, and says what is wrong in which line and column. */
final class Reading {
    private static final int MOST_ROWS = 5_000;
    private static final String FILE = "file";

    private final Sheet sheet;
    private final Codes codes;
    private final BroughtCases cases;
    private final Leads leads;
    private final Lead lead;
    private final String legalBasis;
    private final Instant now;

    Reading(Sheet sheet, Codes codes, BroughtCases cases, Leads leads, Lead lead, String legalBasis, Instant now) {
        this.sheet = sheet;
        this.codes = codes;
        this.cases = cases;
        this.leads = leads;
        this.lead = lead;
        this.legalBasis = legalBasis;
        this.now = now;
    }

    /** A row that was read: what it says and who leads, and everything that is wrong. */
    record Read(Brought brought, Lead lead, List<Fault> faults) {}

    /** Looks through a whole file; refuses INVALID where it is no table of this format. */
    Looked look(String text) {
        String hash = Keys.ofFile(text);
        List<Line> lines = CsvText.read(text).orElseThrow(() -> noTable(Reason.at(FILE, "not-a-table")));
        if (lines.size() < 2) {
            throw noTable(Reason.at(FILE, "no-rows"));
        }
        if (lines.size() - 1 > MOST_ROWS) {
            throw noTable(Reason.at(FILE, "too-many-rows", MOST_ROWS));
        }
        List<String> columns = columns(lines.get(0));
        List<Looked.Row> rows = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Line line : lines.subList(1, lines.size())) {
            Read read = read(line.number(), columns, line.cells());
            List<Fault> wrong = new ArrayList<>(read.faults());
            String key =
                    read.brought().recordId().map(Keys::ofRecord).orElseGet(() -> Keys.ofLine(hash, line.number()));
            Integer before = seen.putIfAbsent(key, line.number());
            if (before != null && read.brought().recordId().isPresent()) {
                wrong.add(Fault.at(line.number(), "record_id", "twice-in-file", before));
            }
            faults.addAll(wrong);
            rows.add(new Looked.Row(
                    line.number(),
                    key,
                    wrong.isEmpty() ? CsvText.write(line.cells()) : null,
                    wrong.isEmpty() ? "WAITING" : "BAD"));
        }
        return new Looked(hash, columns, rows, faults);
    }

    /** Reads a row that was kept. */
    Read read(int number, List<String> columns, String content) {
        return read(number, columns, CsvText.readLine(content));
    }

    private Read read(int number, List<String> columns, List<String> values) {
        List<Fault> faults = new ArrayList<>();
        Cells cells = new Cells(number, columns, values, faults);
        if (values.size() > columns.size()) {
            cells.fault("", "too-many-cells", columns.size());
        }
        Brought brought = sheet.read(cells);
        Optional<Lead> named = brought.caseworker().flatMap(leads::find);
        if (brought.caseworker().isPresent() && named.isEmpty()) {
            cells.fault("caseworker", "no-such-caseworker");
        }
        Origin said = brought.origin();
        String basis = said.legalBasis() == null ? legalBasis : said.legalBasis();
        if (!codes.in("legal_basis").test(basis)) {
            cells.fault("legal_basis", "unknown-code");
        }
        past(cells, "agreed_on", said.agreedOn());
        past(cells, "opened_on", said.openedOn());
        Set<String> unread = faults.stream().map(Fault::column).collect(Collectors.toCollection(HashSet::new));
        for (Reason reason : cases.objections(brought.intake(), now)) {
            String column = sheet.column(reason.field());
            if (!unread.contains(column)) {
                cells.fault(column, reason.code(), reason.values().toArray());
            }
        }
        return new Read(
                new Brought(
                        brought.recordId(),
                        brought.caseworker(),
                        new Origin(basis, said.agreedOn(), said.openedOn()),
                        brought.intake()),
                named.orElse(lead),
                faults.stream().distinct().toList());
    }

    private void past(Cells cells, String column, LocalDate day) {
        if (day != null && day.isAfter(LocalDate.ofInstant(now, ZoneOffset.UTC))) {
            cells.fault(column, "in-the-future");
        }
    }

    /** The columns by the names that the format gives them, whatever their case; refuses those that are strange or missing. */
    private List<String> columns(Line head) {
        Map<String, String> known = sheet.columns().stream()
                .collect(Collectors.toMap(column -> column.toLowerCase(Locale.ROOT), column -> column));
        List<Reason> reasons = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        for (int at = 0; at < head.cells().size(); at++) {
            String name = known.get(head.cells().get(at).strip().toLowerCase(Locale.ROOT));
            if (name == null) {
                reasons.add(Reason.at(FILE, "unknown-column", at + 1));
            } else if (columns.contains(name)) {
                reasons.add(Reason.at(FILE, "column-twice", at + 1));
            }
            columns.add(Optional.ofNullable(name).orElse(""));
        }
        sheet.needed().stream()
                .filter(column -> !columns.contains(column))
                .forEach(column -> reasons.add(Reason.at(FILE, "column-missing", column)));
        if (!reasons.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, reasons);
        }
        return columns;
    }

    private static Refusal noTable(Reason reason) {
        return new Refusal(Refusal.Kind.INVALID, List.of(reason));
    }
}
