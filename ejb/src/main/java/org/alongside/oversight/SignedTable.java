package org.alongside.oversight;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.alongside.transfer.CsvText;

/** Events of the audit as a table with its signature beside it, in a ZIP: {@code audit.csv} and {@code audit.csv.sig}. */
final class SignedTable {
    private static final List<String> COLUMNS = List.of(
            "at",
            "organisation",
            "person",
            "roles",
            "session",
            "action",
            "case",
            "category",
            "basis",
            "outcome",
            "reason",
            "record",
            "number",
            "hash");
    private static final String LINE_ENDS = "\r\n";

    private SignedTable() {}

    static byte[] of(List<AuditRow> rows, SigningKey key) {
        byte[] table = table(rows).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "audit.csv", table);
            put(zip, "audit.csv.sig", key.sign(table));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] file) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(file);
        zip.closeEntry();
    }

    private static String table(List<AuditRow> rows) {
        StringBuilder text = new StringBuilder(CsvText.write(COLUMNS)).append(LINE_ENDS);
        rows.forEach(row -> text.append(CsvText.write(cells(row))).append(LINE_ENDS));
        return text.toString();
    }

    private static List<String> cells(AuditRow row) {
        return List.of(
                row.at().toString(),
                row.organisationName(),
                row.person().orElse(""),
                row.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(" ")),
                row.session() == null ? "" : row.session(),
                row.action(),
                row.caseCode().orElse(""),
                row.category().map(Enum::name).orElse(""),
                String.join(" ", row.bases()),
                row.outcome(),
                row.reason().orElse(""),
                row.chain().toString(),
                Long.toString(row.number()),
                row.hash());
    }
}
