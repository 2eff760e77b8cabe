package dev.spirallab.ui;

import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.data.Content;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.data.FormulaDataset;
import dev.spirallab.spec.data.Idx;
import dev.spirallab.spec.data.ImageFolders;
import dev.spirallab.spec.data.Inline;
import dev.spirallab.spec.data.PhonePrices;
import dev.spirallab.spec.data.PlaneDataset;
import dev.spirallab.spec.data.Points;
import dev.spirallab.spec.data.PrintedDigits;
import dev.spirallab.spec.data.Table;
import dev.spirallab.spec.data.Task;
import java.util.Map;

/** A line on data that are not made up on the page. */
final class DataFacts {
    private DataFacts() {}

    static String of(Texts texts, DatasetSpec dataset) {
        return switch (dataset) {
            case PlaneDataset _ -> "";
            case FormulaDataset _, PhonePrices _, Points _, Inline _, PrintedDigits _ ->
                    sizes(texts, dataset);
            case Table table -> named(table.content(), sizes(texts, table));
            case Idx idx -> named(idx.train().images(), sizes(texts, idx));
            case ImageFolders folders -> named(folders.content(), sizes(texts, folders));
        };
    }

    private static String named(Content file, String facts) {
        return file.name().isEmpty() ? facts : file.name() + " · " + facts;
    }

    private static String sizes(Texts texts, DatasetSpec dataset) {
        int outputs =
                switch (dataset.task()) {
                    case Task.Classification(int classes) -> classes;
                    case Task.Regression(int targets) -> targets;
                };
        boolean classes = dataset.task() instanceof Task.Classification;
        return texts.of(
                classes ? "own.described.classes" : "own.described.values",
                Map.of(
                        "rows", String.valueOf(dataset.size()),
                        "inputs", String.valueOf(dataset.inputSize()),
                        "outputs", String.valueOf(outputs)));
    }
}
