package dev.spirallab.validation;

import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.Column;
import dev.spirallab.spec.data.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether the description of a table makes sense; its file is not looked at. */
final class TableCheck {
    private static final int MOST_CATEGORIES = 1000;

    /** Numbers in memory. */
    private static final long LARGEST = 20_000_000;

    private final List<Problem> problems;

    TableCheck(List<Problem> problems) {
        this.problems = problems;
    }

    void run(Table table) {
        if (!table.content().sha256().matches("[0-9a-f]{64}")) {
            problems.add(problem("table.hash", "content.sha256", Map.of()));
        }
        names(table);
        categories(table);
        label(table);
        features(table);
        if (table.trainSize() < 1 || table.rows() < 2) {
            problems.add(problem("table.oneRow", "rows", Map.of()));
        }
    }

    private void names(Table table) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < table.columns().size(); i++) {
            String name = table.columns().get(i).name();
            if (!seen.add(name)) {
                problems.add(problem("table.duplicateColumn", column(i), Map.of("column", name)));
            }
        }
    }

    private void categories(Table table) {
        for (int i = 0; i < table.columns().size(); i++) {
            if (table.columns().get(i) instanceof Column.Category category) {
                categories(category, i);
            }
        }
    }

    private void categories(Column.Category column, int index) {
        List<String> categories = column.categories();
        if (categories.isEmpty()
                || categories.size() > MOST_CATEGORIES
                || new HashSet<>(categories).size() < categories.size()) {
            problems.add(
                    problem(
                            "table.categories",
                            column(index) + ".categories",
                            Map.of(
                                    "column", column.name(),
                                    "limit", String.valueOf(MOST_CATEGORIES))));
        }
    }

    private void label(Table table) {
        Column answers = table.answers().orElse(null);
        if (answers == null || answers instanceof Column.Ignored) {
            problems.add(problem("table.label", "label", Map.of("column", table.label())));
        } else if (answers instanceof Column.Category(_, var classes) && classes.size() < 2) {
            problems.add(problem("table.oneClass", "label", Map.of("column", table.label())));
        }
    }

    private void features(Table table) {
        if (table.features().isEmpty()) {
            problems.add(problem("table.noFeatures", "columns", Map.of()));
        }
        long numbers = Count.times(table.rows(), table.inputSize());
        if (numbers > LARGEST) {
            problems.add(
                    problem(
                            "table.tooLarge",
                            "columns",
                            Map.of(
                                    "have", String.valueOf(numbers),
                                    "max", String.valueOf(LARGEST))));
        }
    }

    private static String column(int index) {
        return "columns[" + index + "]";
    }

    private static Problem problem(String code, String field, Map<String, String> arguments) {
        return Problem.of(code, "dataset." + field, arguments);
    }
}
