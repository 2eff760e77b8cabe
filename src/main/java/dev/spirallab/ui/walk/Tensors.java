package dev.spirallab.ui.walk;

import dev.spirallab.engine.Glance;
import dev.spirallab.engine.Walk.Change;
import dev.spirallab.i18n.Texts;
import dev.spirallab.ui.components.Walkthrough.Entry;
import dev.spirallab.ui.components.Walkthrough.Shown;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tensors as they are shown: the first numbers, and what can be said of all. */
final class Tensors {
    private static final int MOST = 8;

    /** With more nodes only the first number of each tensor is explained: the page stays small. */
    private static final int MANY_NODES = 40;

    private final Texts texts;
    private final int explained;

    Tensors(Texts texts, int nodes) {
        this.texts = texts;
        this.explained = nodes > MANY_NODES ? 1 : MOST;
    }

    /** {@code W} for a weight, {@code b} for a bias; others by their names. */
    static String letter(String parameter) {
        return switch (parameter) {
            case "weight" -> "w";
            case "bias" -> "b";
            default -> parameter;
        };
    }

    Shown plain(String what, String symbol, Glance glance) {
        return of(what, symbol, glance, _ -> "");
    }

    Shown of(String what, String symbol, Glance glance, IntFunction<String> formula) {
        return labelled(texts.of("walk.tensor." + what), symbol, glance, formula);
    }

    Shown parameter(Change change) {
        return named(change.name(), letter(change.name()), change.before(), _ -> "");
    }

    Shown named(String parameter, String symbol, Glance glance, IntFunction<String> formula) {
        return labelled(
                texts.find("walk.parameter." + parameter).orElse(parameter),
                symbol,
                glance,
                formula);
    }

    Shown labelled(String name, String symbol, Glance glance) {
        return labelled(name, symbol, glance, _ -> "");
    }

    Shown labelled(String name, String symbol, Glance glance, IntFunction<String> formula) {
        List<Entry> entries =
                IntStream.range(0, Math.min(MOST, glance.head().length))
                        .mapToObj(k ->
                                new Entry(
                                        Tex.text(glance.head()[k]),
                                        Tex.exact(glance.head()[k]),
                                        k < explained ? formula.apply(k) : ""))
                        .toList();
        return new Shown(name, symbol, shape(glance), spread(glance), entries);
    }

    Shown single(String what, String symbol, double value, String formula) {
        Entry entry = new Entry(Tex.text(value), Tex.exact((float) value), formula);
        return new Shown(texts.of("walk.tensor." + what), symbol, "", "", List.of(entry));
    }

    private static String shape(Glance glance) {
        return glance.shape().isEmpty() ? "" : glance.shape().toString();
    }

    private String spread(Glance glance) {
        return glance.size() <= MOST ? "" : texts.of("walk.spread", figures(glance));
    }

    private static Map<String, String> figures(Glance glance) {
        return Map.of(
                "count", String.valueOf(glance.size()),
                "least", Tex.text(glance.least()),
                "mean", Tex.text(glance.mean()),
                "greatest", Tex.text(glance.greatest()));
    }

    /** To be read aloud. */
    String said(Glance glance) {
        return glance.size() <= MOST
                ? IntStream.range(0, glance.head().length)
                        .mapToObj(k -> Tex.text(glance.head()[k]))
                        .collect(Collectors.joining(", "))
                : texts.of("walk.many", figures(glance));
    }
}
