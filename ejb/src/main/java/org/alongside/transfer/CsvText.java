package org.alongside.transfer;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Tables as comma-separated text (RFC 4180), as people's programs write them: a byte order mark, semicolons or tabs instead of
 * commas, lines of any ending. A cell that a spreadsheet would take for a formula is written with an apostrophe before it,
 * and so is one that begins with an apostrophe; reading takes exactly that apostrophe away again.
 */
public final class CsvText {
    /** The longest file in characters. */
    public static final int LONGEST = 3_000_000;

    private static final char MARK = '\uFEFF';
    private static final String FORMULA = "=+-@\t\r'";
    private static final char[] SEPARATORS = {',', ';', '\t'};
    private static final CSVFormat PLAIN =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    private CsvText() {}

    /**
     * A line of a table.
     *
     * @param number of the line in the file on which it begins, from 1
     */
    record Line(int number, List<String> cells) {}

    /** The text of a file: UTF-8, or UTF-16 with its mark; empty where it is neither, because a guess could spoil a name. */
    public static Optional<String> decode(byte[] file) {
        boolean wide = file.length >= 2
                && (file[0] == (byte) 0xFE && file[1] == (byte) 0xFF
                        || file[0] == (byte) 0xFF && file[1] == (byte) 0xFE);
        Charset charset = wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(file)).toString());
        } catch (CharacterCodingException notThat) {
            return Optional.empty();
        }
    }

    /** The lines that are not empty; refuses nothing: a quote that is never closed makes one last long cell. */
    static Optional<List<Line>> read(String text) {
        String body = !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
        return read(body, separator(body));
    }

    /** The cells of a line that {@link #write} wrote: with commas, whatever signs stand in them. */
    static List<String> readLine(String written) {
        return read(written, ',').orElseThrow().get(0).cells();
    }

    private static Optional<List<Line>> read(String body, char separator) {
        CSVFormat format = PLAIN.builder().setDelimiter(separator).get();
        List<Line> lines = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(body), format)) {
            long begins = 1;
            for (CSVRecord line : parser) {
                List<String> cells =
                        Arrays.stream(line.values()).map(CsvText::unguarded).toList();
                if (cells.size() > 1 || !cells.get(0).isBlank()) {
                    lines.add(new Line((int) begins, cells));
                }
                begins = parser.getCurrentLineNumber() + 1;
            }
            return Optional.of(lines);
        } catch (IOException | UncheckedIOException | IllegalStateException notATable) {
            return Optional.empty();
        }
    }

    /** One line, with commas, guarded against being taken for a formula. */
    public static String write(List<String> cells) {
        return PLAIN.format(cells.stream().map(CsvText::guarded).toArray());
    }

    private static char separator(String text) {
        String head = text.lines().findFirst().orElse("");
        char best = ',';
        for (char one : SEPARATORS) {
            if (count(head, one) > count(head, best)) {
                best = one;
            }
        }
        return best;
    }

    private static long count(String text, char sign) {
        return text.chars().filter(one -> one == sign).count();
    }

    static String guarded(String cell) {
        return cell == null ? "" : begins(cell) ? "'" + cell : cell;
    }

    static String unguarded(String cell) {
        return cell.startsWith("'") && begins(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean begins(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0;
    }
}
