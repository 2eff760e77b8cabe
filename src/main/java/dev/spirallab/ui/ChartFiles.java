package dev.spirallab.ui;

import dev.spirallab.i18n.Texts;
import dev.spirallab.ui.components.FileKind;
import dev.spirallab.ui.help.Action;
import dev.spirallab.ui.help.Area;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Saves what a chart shows, for the palette. */
final class ChartFiles {
    private ChartFiles() {}

    /**
     * @param chart named by {@code chart.<chart>} in the bundles
     * @param shown whether it is on the page
     */
    static List<Action> actions(
            Texts texts, String chart, BooleanSupplier shown, Consumer<FileKind> save) {
        String name = texts.of("chart." + chart);
        return Stream.of(FileKind.values())
                .map(as ->
                        Action.named(
                                        Area.VIEW,
                                        "save." + chart + "." + as.name(),
                                        texts.of(
                                                "action.chart",
                                                Map.of("chart", name, "format", as.name())),
                                        () -> save.accept(as))
                                .found(texts.of("action.chart.words"))
                                .when(shown))
                .toList();
    }
}
