package dev.spirallab.ui.share;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How an embedded page looks, as the query of its address says it: {@code
 * embed&show=play,rate&theme=dark&lang=zh-CN}. What is not named is not shown, and cannot be
 * changed.
 *
 * @param controls what is shown; {@link #STANDARD} where the query names none
 * @param unknown names in the query that no control has
 * @param theme {@code light} or {@code dark}; else as the reader's system has it
 * @param language a language tag; else as the reader's browser wants it
 */
public record Embedding(
        Set<Control> controls,
        List<String> unknown,
        Optional<String> theme,
        Optional<String> language) {
    /** What there is where nothing is said. */
    public static final Set<Control> STANDARD =
            Collections.unmodifiableSet(
                    EnumSet.of(Control.PLAY, Control.RESET, Control.FIGURES, Control.CURVE));

    private static final String EMBED = "embed";
    private static final String SHOW = "show";
    private static final String THEME = "theme";
    private static final String LANGUAGE = "lang";

    public Embedding {
        controls = Set.copyOf(controls);
        unknown = List.copyOf(unknown);
    }

    Embedding(Set<Control> controls, Optional<String> theme, Optional<String> language) {
        this(controls, List.of(), theme, language);
    }

    /**
     * @param query the parameters of the address
     * @return nothing if it is not about an embedded page
     */
    public static Optional<Embedding> of(Map<String, List<String>> query) {
        return query.containsKey(EMBED)
                ? Optional.of(
                        new Embedding(
                                controls(query),
                                unknown(query),
                                first(query, THEME),
                                first(query, LANGUAGE)))
                : Optional.empty();
    }

    private static Set<Control> controls(Map<String, List<String>> query) {
        return first(query, SHOW)
                .map(names ->
                        Arrays.stream(names.split(","))
                                .flatMap(name -> Control.of(name).stream())
                                .collect(Collectors.toSet()))
                .orElse(STANDARD);
    }

    private static List<String> unknown(Map<String, List<String>> query) {
        return first(query, SHOW).stream()
                .flatMap(names -> Arrays.stream(names.split(",")))
                .filter(name -> !name.isBlank() && Control.of(name).isEmpty())
                .toList();
    }

    private static Optional<String> first(Map<String, List<String>> query, String name) {
        return query.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The query of the address, without the question mark. */
    String query() {
        String names =
                Arrays.stream(Control.values())
                        .filter(controls::contains)
                        .map(Control::code)
                        .collect(Collectors.joining(","));
        return Stream.of(
                        Optional.of(EMBED),
                        Optional.of(SHOW + "=" + names),
                        theme.map(value -> THEME + "=" + value),
                        language.map(value -> LANGUAGE + "=" + value))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("&"));
    }
}
