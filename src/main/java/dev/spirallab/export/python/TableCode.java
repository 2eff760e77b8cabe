package dev.spirallab.export.python;

import dev.spirallab.export.Lines;
import dev.spirallab.spec.data.Column;
import dev.spirallab.spec.data.Holdout;
import dev.spirallab.spec.data.Missing;
import dev.spirallab.spec.data.Scaling;
import dev.spirallab.spec.data.Table;
import dev.spirallab.spec.data.TableFormat.Encoding;
import dev.spirallab.spec.data.Task;
import java.util.List;
import java.util.Locale;

/** A CSV file, read by Python's own library. */
record TableCode(Table dataset) implements DataCode {

    private boolean numeric() {
        return dataset.features().stream().anyMatch(Column.Numeric.class::isInstance);
    }

    private boolean categorical() {
        return dataset.features().stream().anyMatch(Column.Category.class::isInstance);
    }

    @Override
    public void functions(Lines code) {
        constants(code);
        if (numeric()) {
            number(code);
        }
        if (categorical()) {
            category(code);
        }
        if (dataset.testSize() > 0) {
            if (dataset.holdout() == Holdout.random) {
                DataCode.split(code, dataset.task());
            } else {
                code.add(
                        """
                        def split(targets, count):
                            \"""Holds out the last rows.\"""
                            rows = torch.arange(len(targets))
                            return rows[:-count], rows[-count:]
                        """);
                code.blank().blank();
            }
        }
    }

    private void constants(Lines code) {
        code.add("FILE = " + Py.string(dataset.content().name()));
        code.add("COLUMNS = [");
        dataset.columns().forEach(column -> code.add("    " + Py.string(column.name()) + ","));
        code.add("]");
        code.add("LABEL = " + Py.string(dataset.label()));
        if (dataset.answers().orElse(null) instanceof Column.Category(_, List<String> classes)) {
            code.add("CLASSES = " + Py.strings(classes));
        }
        code.add("# what the model is shown: numbers, or one of these words");
        code.add("FEATURES = {");
        dataset.features().forEach(column -> code.add("    " + feature(column) + ","));
        code.add("}");
        code.add(
                "MISSING = {\"\", \"NA\", \"N/A\", \"#N/A\", \"NaN\", \"nan\", \"NULL\", \"null\","
                        + " \"None\", \"?\"}");
        code.blank().blank();
    }

    private static String feature(Column column) {
        return Py.string(column.name())
                + ": "
                + (column instanceof Column.Category(_, List<String> categories)
                        ? Py.strings(categories)
                        : "None");
    }

    private void number(Lines code) {
        code.block(
                "def number(cells, train):",
                () -> {
                    code.add("values = torch.tensor(");
                    code.add(
                            "    [math.nan if cell in MISSING else float(cell) for cell in cells],"
                                    + " dtype=torch.float64)");
                    if (dataset.missing() != Missing.dropRow) {
                        if (dataset.missing() != Missing.zero) {
                            code.add("known = values[train][~values[train].isnan()]");
                        }
                        code.add(filling());
                    }
                    scaling(code);
                    code.add("return values.float().unsqueeze(1)");
                });
        code.blank().blank();
    }

    private String filling() {
        return switch (dataset.missing()) {
            case mean -> "values = values.nan_to_num(known.mean().item() if len(known) else 0)";
            case median ->
                    "values = values.nan_to_num(known.quantile(0.5).item() if len(known) else 0)";
            case mode ->
                    "values = values.nan_to_num(known.mode().values.item() if len(known) else 0)";
            case zero, dropRow -> "values = values.nan_to_num(0)";
        };
    }

    private void scaling(Lines code) {
        if (dataset.scaling() == Scaling.standardize) {
            code.add("shift, scale = values[train].mean(), values[train].std(correction=0)");
        } else if (dataset.scaling() == Scaling.minMax) {
            code.add(
                    "shift, scale = values[train].min(), values[train].max() - values[train].min()");
        }
        code.addIf(
                dataset.scaling() != Scaling.none,
                "values = (values - shift) / (scale if scale > 1e-12 else 1)");
    }

    /** Gaps take the most frequent category of the training part, or none. */
    private void category(Lines code) {
        boolean filled = dataset.missing() != Missing.zero && dataset.missing() != Missing.dropRow;
        code.block(
                "def category(cells, words, train):",
                () -> {
                    if (filled) {
                        code.add(
                                "known = [cells[row] for row in train.tolist()"
                                        + " if cells[row] not in MISSING]");
                        code.add("usual = max(words, key=known.count) if known else None");
                        code.add("cells = [usual if cell in MISSING else cell for cell in cells]");
                    }
                    code.add(
                            "return torch.tensor([[float(cell == word) for word in words] for cell"
                                    + " in cells])");
                });
        code.blank().blank();
    }

    @Override
    public void load(Lines code, LossCode.Targets targets) {
        code.addIf(
                dataset.testSize() > 0 && dataset.holdout() == Holdout.random,
                "torch.manual_seed(" + dataset.seed() + ")");
        Call open = Call.of("open", "FILE").with("encoding", encoding()).with("newline", "\"\"");
        char separator = dataset.format().delimiter().character();
        Call reader =
                Call.of("csv.reader", "file")
                        .with("delimiter", Py.string(String.valueOf(separator)), "\",\"");
        switch (dataset.format().quote()) {
            case quotes -> {}
            case apostrophes -> reader.with("quotechar", Py.string("'"));
            case none -> reader.with("quoting", "csv.QUOTE_NONE");
        }
        code.block(
                "with " + open + " as file:",
                () -> code.add("rows = [row for row in " + reader + " if row]"));
        code.addIf(dataset.format().header(), "del rows[0]");
        code.add("label = COLUMNS.index(LABEL)");
        code.add("rows = [row for row in rows if row[label] not in MISSING]");
        if (dataset.missing() == Missing.dropRow) {
            code.add("shown = [COLUMNS.index(name) for name in FEATURES]");
            code.add("rows = [row for row in rows if not any(row[i] in MISSING for i in shown)]");
        }
        code.add("table = dict(zip(COLUMNS, zip(*rows)))");
        code.add(
                dataset.task() instanceof Task.Classification
                        ? "targets = torch.tensor([CLASSES.index(cell) for cell in table[LABEL]])"
                        : "targets = torch.tensor([[float(cell)] for cell in table[LABEL]])");
        code.add(parted());
        inputs(code);
        DataCode.shapeTargets(code, targets, dataset.task());
    }

    /** Of the rows that are left, as some may have been dropped. */
    private String parted() {
        return dataset.testSize() > 0
                ? "train, test = split(targets, round("
                        + Py.number(dataset.testFraction())
                        + " * len(targets)))"
                : "train = torch.arange(len(targets))";
    }

    private void inputs(Lines code) {
        String number = "number(table[name], train)";
        String category = "category(table[name], words, train)";
        String column =
                !categorical()
                        ? number
                        : !numeric() ? category : number + " if words is None else " + category;
        code.add("inputs = torch.cat([");
        code.add("    " + column);
        code.add("    for name, words in FEATURES.items()");
        code.add("], 1)");
    }

    private String encoding() {
        return Py.string(
                dataset.format().encoding() == Encoding.utf8
                        ? "utf-8-sig"
                        : dataset.format().encoding().charset().toLowerCase(Locale.ROOT));
    }
}
