package dev.spirallab.dataset.table;

import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.Content;
import java.util.Map;

/** What may be wrong with the file of a table, with the place. */
final class TableProblems {
    private static final int SHOWN = 40;

    private TableProblems() {}

    /** The file that the document names is not here. */
    static Problem noFile(Content content) {
        return problem(
                "noFile",
                Map.of("file", content.name(), "hash", content.sha256().substring(0, 12)));
    }

    static Problem notText() {
        return problem("notText", Map.of());
    }

    static Problem empty() {
        return problem("empty", Map.of());
    }

    static Problem encoding(long line) {
        return problem("encoding", Map.of("line", number(line)));
    }

    static Problem quotes(long line) {
        return problem("quotes", Map.of("line", number(line)));
    }

    static Problem ragged(long line, int have, int want) {
        return problem(
                "ragged", Map.of("line", number(line), "have", number(have), "want", number(want)));
    }

    static Problem tooManyRows(long line) {
        return problem(
                "tooManyRows", Map.of("line", number(line), "limit", number(Rows.MOST_ROWS)));
    }

    static Problem tooManyColumns(long line) {
        return problem(
                "tooManyColumns", Map.of("line", number(line), "limit", number(Rows.MOST_COLUMNS)));
    }

    static Problem tooLongCell(long line, int column) {
        return problem(
                "tooLongCell",
                Map.of(
                        "line", number(line),
                        "column", number(column),
                        "limit", number(Rows.LONGEST_CELL)));
    }

    static Problem notNumber(long line, String column, String cell) {
        return cell("notNumber", line, column, cell);
    }

    static Problem tooLarge(long line, String column, String cell) {
        return cell("tooLargeNumber", line, column, cell);
    }

    static Problem unknownCategory(long line, String column, String cell) {
        return cell("unknownCategory", line, column, cell);
    }

    private static Problem cell(String code, long line, String column, String cell) {
        String shown = cell.length() > SHOWN ? cell.substring(0, SHOWN) + "…" : cell;
        return problem(code, Map.of("line", number(line), "column", column, "cell", shown));
    }

    static Problem columns(int have, int want) {
        return problem("columns", Map.of("have", number(have), "want", number(want)));
    }

    static Problem header(int column, String have, String want) {
        return problem("header", Map.of("column", number(column), "have", have, "want", want));
    }

    static Problem rows(int have, int want) {
        return problem("rows", Map.of("have", number(have), "want", number(want)));
    }

    private static String number(long value) {
        return Long.toString(value);
    }

    private static Problem problem(String code, Map<String, String> arguments) {
        return Problem.of("table." + code, "dataset.content", arguments);
    }
}
