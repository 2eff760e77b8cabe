package dev.spirallab.ui;

import dev.spirallab.spec.data.Column;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.data.FeaturedDataset;
import dev.spirallab.spec.data.FormulaDataset;
import dev.spirallab.spec.data.Idx;
import dev.spirallab.spec.data.ImageFolders;
import dev.spirallab.spec.data.Inline;
import dev.spirallab.spec.data.PhonePrices;
import dev.spirallab.spec.data.PrintedDigits;
import dev.spirallab.spec.data.Table;
import java.util.List;
import java.util.stream.Stream;

/** What the classes of a data set are called, in order. */
final class ClassNames {
    private ClassNames() {}

    /** Empty where they have none. */
    static List<String> of(DatasetSpec spec) {
        return switch (spec) {
            case Table table -> table.answers().stream().flatMap(ClassNames::categories).toList();
            case ImageFolders folders -> folders.folders();
            case FeaturedDataset _,
                    FormulaDataset _,
                    PhonePrices _,
                    Inline _,
                    Idx _,
                    PrintedDigits _ ->
                    List.of();
        };
    }

    private static Stream<String> categories(Column column) {
        return column instanceof Column.Category(_, List<String> categories)
                ? categories.stream()
                : Stream.of();
    }
}
