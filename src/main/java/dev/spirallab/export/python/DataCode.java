package dev.spirallab.export.python;

import dev.spirallab.export.Lines;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.data.FeaturedDataset;
import dev.spirallab.spec.data.FormulaDataset;
import dev.spirallab.spec.data.ImageDataset;
import dev.spirallab.spec.data.Inline;
import dev.spirallab.spec.data.PhonePrices;
import dev.spirallab.spec.data.Table;
import dev.spirallab.spec.data.Task;

/** Where the examples come from, in Python. One class a family, chosen here. */
interface DataCode {

    static DataCode of(DatasetSpec dataset) {
        return switch (dataset) {
            case FeaturedDataset points -> new PlaneCode(points);
            case FormulaDataset formula -> new FormulaCode(formula);
            case PhonePrices phones -> new PhonesCode(phones);
            case Inline inline -> new InlineCode(inline);
            case Table table -> new TableCode(table);
            case ImageDataset images -> new ImageCode(images);
        };
    }

    /** Whether there is a function {@code augment} that changes the inputs of each step. */
    default boolean augments() {
        return false;
    }

    /** Functions that {@link #load} calls. */
    void functions(Lines code);

    /**
     * Lines that make {@code inputs} and {@code targets}, all examples, and the row numbers {@code
     * train} and, where some are held out, {@code test}.
     */
    void load(Lines code, LossCode.Targets targets);

    /** The part of {@code load_data} that says what the loss compares with, of {@code targets}. */
    static void shapeTargets(Lines code, LossCode.Targets targets, Task task) {
        switch (targets) {
            case LABELS -> {}
            case ONE_HOT -> {
                if (task instanceof Task.Classification(int classes)) {
                    code.add("targets = F.one_hot(targets, " + classes + ").float()");
                }
            }
            case BIT -> code.add("targets = targets.float().unsqueeze(1)");
            case VALUES -> {}
        }
    }

    /** A function that parts the rows. */
    static void split(Lines code, Task task) {
        boolean classes = task instanceof Task.Classification;
        code.block(
                "def split(targets, count):",
                () -> {
                    code.add(
                            classes
                                    ? "\"\"\"Holds out so many rows, of each class its share.\"\"\""
                                    : "\"\"\"Holds out so many rows.\"\"\"");
                    code.add("order = torch.randperm(len(targets))");
                    if (classes) {
                        code.add("order = order[targets[order].argsort(stable=True)]");
                        code.add("shares = torch.arange(len(order) + 1) * count / len(order)");
                        code.add("held_out = shares.round().diff() > 0");
                        code.add("return order[~held_out], order[held_out]");
                    } else {
                        code.add("return order[count:], order[:count]");
                    }
                });
        code.blank().blank();
    }

    /** The line that says which rows are which. */
    static String parted(DatasetSpec dataset) {
        return dataset.testSize() > 0
                ? "train, test = split(targets, " + dataset.testSize() + ")"
                : "train = torch.arange(len(targets))";
    }
}
