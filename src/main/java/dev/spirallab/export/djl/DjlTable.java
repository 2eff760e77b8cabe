package dev.spirallab.export.djl;

import dev.spirallab.export.Lines;
import dev.spirallab.spec.data.Column;
import dev.spirallab.spec.data.Holdout;
import dev.spirallab.spec.data.Missing;
import dev.spirallab.spec.data.Scaling;
import dev.spirallab.spec.data.Table;
import dev.spirallab.spec.data.TableFormat.Encoding;
import dev.spirallab.spec.data.TableFormat.Quote;
import dev.spirallab.spec.data.Task;
import java.util.List;
import java.util.stream.Collectors;

/** A CSV file, read in plain Java. */
record DjlTable(Table dataset) {

    void write(Lines code) {
        constants(code);
        rows(code);
        code.blank();
        load(code);
        code.blank();
        examples(code);
        if (has(Column.Numeric.class)) {
            code.blank();
            numbers(code);
            if (dataset.scaling() != Scaling.none) {
                code.blank();
                DjlScaling.measure(dataset.scaling(), code);
            }
        }
        if (has(Column.Category.class)) {
            code.blank();
            words(code);
        }
    }

    private boolean has(Class<? extends Column> kind) {
        return dataset.features().stream().anyMatch(kind::isInstance);
    }

    private void constants(Lines code) {
        code.add("static final String FILE = " + J.text(dataset.content().name()) + ";");
        code.add(
                "static final List<String> COLUMNS = "
                        + J.texts(dataset.columns().stream().map(Column::name).toList())
                        + ";");
        code.add("static final String LABEL = " + J.text(dataset.label()) + ";");
        if (dataset.answers().orElse(null) instanceof Column.Category(_, List<String> classes)) {
            code.add("static final List<String> CLASSES = " + J.texts(classes) + ";");
        }
        code.blank();
        code.add("/** What the model is shown: a number, or one of some words. */");
        code.add("record Feature(String name, List<String> words) {}");
        code.blank();
        code.add("static final List<Feature> FEATURES =");
        code.add(
                "        List.of("
                        + dataset.features().stream()
                                .map(DjlTable::feature)
                                .collect(Collectors.joining(",\n                "))
                        + ");");
        code.add("static final Set<String> MISSING =");
        code.add(
                "        Set.of(\"\", \"NA\", \"N/A\", \"#N/A\", \"NaN\", \"nan\", \"NULL\","
                        + " \"null\", \"None\", \"?\");");
        code.blank();
    }

    private static String feature(Column column) {
        return "new Feature(%s, %s)"
                .formatted(
                        J.text(column.name()),
                        column instanceof Column.Category(_, List<String> categories)
                                ? J.texts(categories)
                                : "List.of()");
    }

    private void rows(Lines code) {
        String delimiter = J.character(dataset.format().delimiter().character());
        boolean quotes = dataset.format().quote() != Quote.none;
        String quote = J.character(dataset.format().quote().character());
        code.add("/** The cells of each row. */");
        code.braces(
                "static List<List<String>> rows(String text)",
                () -> {
                    code.add("List<List<String>> rows = new ArrayList<>();");
                    code.add("List<String> row = new ArrayList<>();");
                    code.add("StringBuilder cell = new StringBuilder();");
                    code.addIf(quotes, "boolean quoted = false;").addIf(quotes, "char before = 0;");
                    code.braces(
                            "for (char c : (text + \"\\n\").toCharArray())",
                            () -> {
                                if (quotes) {
                                    code.block(
                                            "if (c == " + quote + ") {",
                                            () -> {
                                                code.add("// one within quotes is written twice");
                                                code.add("quoted = !quoted;");
                                                code.braces(
                                                        "if (quoted && before == " + quote + ")",
                                                        () -> code.add("cell.append(c);"));
                                            });
                                    code.block(
                                            "} else if (quoted || (c != %s && c != '\\n' && c != '\\r')) {"
                                                    .formatted(delimiter),
                                            () -> code.add("cell.append(c);"));
                                } else {
                                    code.block(
                                            "if (c != "
                                                    + delimiter
                                                    + " && c != '\\n' && c != '\\r') {",
                                            () -> code.add("cell.append(c);"));
                                }
                                code.block(
                                        "} else if (c != '\\r') {",
                                        () -> {
                                            code.add("row.add(cell.toString());");
                                            code.add("cell.setLength(0);");
                                        });
                                code.add("}");
                                code.addIf(quotes, "before = c;");
                                code.braces(
                                        "if (c == '\\n'" + (quotes ? " && !quoted)" : ")"),
                                        () -> {
                                            code.braces(
                                                    "if (row.size() > 1 || !row.getFirst().isEmpty())",
                                                    () -> code.add("rows.add(row);"));
                                            code.add("row = new ArrayList<>();");
                                        });
                            });
                    code.add("return rows;");
                });
    }

    private void load(Lines code) {
        Encoding encoding = dataset.format().encoding();
        boolean classes = dataset.task() instanceof Task.Classification;
        code.braces(
                "static Parts<Example> load() throws IOException",
                () -> {
                    code.add(
                            "String text = Files.readString(Path.of(FILE), Charset.forName(%s));"
                                    .formatted(J.text(encoding.charset())));
                    code.add(
                            "List<List<String>> rows = rows(text.startsWith(\"\\uFEFF\") ?"
                                    + " text.substring(1) : text);");
                    code.addIf(dataset.format().header(), "rows.removeFirst();");
                    code.add("int label = COLUMNS.indexOf(LABEL);");
                    code.add("rows.removeIf(row -> MISSING.contains(row.get(label)));");
                    code.addIf(
                            dataset.missing() == Missing.dropRow,
                            "rows.removeIf(row -> FEATURES.stream().anyMatch(feature ->"
                                    + " MISSING.contains(cell(row, feature))));");
                    if (dataset.testSize() == 0) {
                        code.add("return new Parts<>(examples(rows, rows), List.of());");
                        return;
                    }
                    if (dataset.holdout() == Holdout.random) {
                        code.add("Collections.shuffle(rows, new Random(" + dataset.seed() + "));");
                        code.addIf(
                                classes, "rows.sort(Comparator.comparing(row -> row.get(label)));");
                        code.add(
                                "Parts<List<String>> parts = split(rows, %s);"
                                        .formatted(J.real(dataset.testFraction())));
                    } else {
                        code.add(
                                "int learnt = rows.size() - (int) Math.round(%s * rows.size());"
                                        .formatted(J.real(dataset.testFraction())));
                        code.add(
                                "Parts<List<String>> parts = new Parts<>(rows.subList(0, learnt),"
                                        + " rows.subList(learnt, rows.size()));");
                    }
                    code.add("return new Parts<>(");
                    code.add("        examples(parts.train(), parts.train()),");
                    code.add("        examples(parts.test(), parts.train()));");
                });
        code.blank();
        code.braces(
                "static String cell(List<String> row, Feature feature)",
                () -> code.add("return row.get(COLUMNS.indexOf(feature.name()));"));
    }

    private void examples(Lines code) {
        boolean classes = dataset.task() instanceof Task.Classification;
        String number = "numbers(cells, seen)";
        String word = "words(cells, feature.words(), seen)";
        String column =
                !has(Column.Category.class)
                        ? number
                        : !has(Column.Numeric.class)
                                ? word
                                : "feature.words().isEmpty() ? " + number + " : " + word;
        code.add("/** What is seen while learning says how gaps are filled and numbers scaled. */");
        code.braces(
                "static List<Example> examples(List<List<String>> rows, List<List<String>> learnt)",
                () -> {
                    code.add("List<List<float[]>> columns = new ArrayList<>();");
                    code.braces(
                            "for (Feature feature : FEATURES)",
                            () -> {
                                code.add(
                                        "List<String> cells = rows.stream().map(row -> cell(row,"
                                                + " feature)).toList();");
                                code.add(
                                        "List<String> seen = learnt.stream().map(row -> cell(row,"
                                                + " feature)).toList();");
                                code.add("columns.add(" + column + ");");
                            });
                    code.add("List<Example> all = new ArrayList<>();");
                    code.braces(
                            "for (int i = 0; i < rows.size(); i++)",
                            () -> {
                                code.add("int row = i;");
                                code.add(
                                        "float[] input = flat(columns.stream().map(column ->"
                                                + " column.get(row)).toList());");
                                code.add(
                                        "String answer = rows.get(i).get(COLUMNS.indexOf(LABEL));");
                                code.add(
                                        classes
                                                ? "all.add(new Example(input, CLASSES.indexOf(answer)));"
                                                : "all.add(new Example(input, Float.parseFloat(answer)));");
                            });
                    code.add("return all;");
                });
    }

    private void numbers(Lines code) {
        String usual =
                switch (dataset.missing()) {
                    case mean -> "Arrays.stream(known).average().orElse(0)";
                    case median ->
                            "known.length == 0 ? 0 : (known[(known.length - 1) / 2] +"
                                    + " known[known.length / 2]) / 2";
                    case mode -> "mostFrequent(known)";
                    case zero, dropRow -> "0";
                };
        boolean measured =
                dataset.missing() != Missing.zero && dataset.missing() != Missing.dropRow;
        code.braces(
                "static List<float[]> numbers(List<String> cells, List<String> seen)",
                () -> {
                    if (measured) {
                        code.add("double[] known =");
                        code.add("        seen.stream()");
                        code.add("                .filter(cell -> !MISSING.contains(cell))");
                        code.add("                .mapToDouble(Double::parseDouble)");
                        code.add("                .sorted()");
                        code.add("                .toArray();");
                    }
                    code.add("double usual = " + usual + ";");
                    if (dataset.scaling() != Scaling.none) {
                        code.add(
                                "double[] scale = measure(seen.stream().mapToDouble(cell ->"
                                        + " number(cell, usual)).toArray());");
                    }
                    code.add("return cells.stream()");
                    code.add(
                            dataset.scaling() == Scaling.none
                                    ? "        .map(cell -> new float[] {(float) number(cell, usual)})"
                                    : "        .map(cell -> new float[] {(float) ((number(cell, usual) -"
                                            + " scale[0]) / scale[1])})");
                    code.add("        .toList();");
                });
        code.blank();
        code.braces(
                "static double number(String cell, double usual)",
                () ->
                        code.add(
                                "return MISSING.contains(cell) ? usual : Double.parseDouble(cell);"));
        if (dataset.missing() == Missing.mode) {
            code.blank();
            code.add(
                    """
                    /** The least of those that are equally frequent, of sorted numbers. */
                    static double mostFrequent(double... sorted) {
                        double found = 0;
                        int most = 0;
                        for (int from = 0, to; from < sorted.length; from = to) {
                            for (to = from; to < sorted.length && sorted[to] == sorted[from]; to++) {}
                            if (to - from > most) {
                                most = to - from;
                                found = sorted[from];
                            }
                        }
                        return found;
                    }
                    """);
        }
    }

    private void words(Lines code) {
        boolean filled = dataset.missing() != Missing.zero && dataset.missing() != Missing.dropRow;
        code.braces(
                "static List<float[]> words(List<String> cells, List<String> words, List<String> seen)",
                () -> {
                    if (filled) {
                        code.add(
                                "String usual = words.stream().max(Comparator.comparing(word ->"
                                        + " Collections.frequency(seen, word))).orElseThrow();");
                    }
                    code.add("List<float[]> all = new ArrayList<>();");
                    code.braces(
                            "for (String cell : cells)",
                            () -> {
                                code.add("float[] bits = new float[words.size()];");
                                code.add(
                                        "int word = words.indexOf(%s);"
                                                .formatted(
                                                        filled
                                                                ? "MISSING.contains(cell) ? usual :"
                                                                        + " cell"
                                                                : "cell"));
                                code.braces("if (word >= 0)", () -> code.add("bits[word] = 1;"));
                                code.add("all.add(bits);");
                            });
                    code.add("return all;");
                });
    }
}
