package dev.spirallab.i18n;

import dev.spirallab.spec.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All texts that people read, from the bundles {@code i18n/*.properties} (English, the default) and
 * {@code i18n/*_zh_CN.properties}, in UTF-8. Never changes; any thread may use it.
 */
public final class Messages {
    /** The languages there are, the default first. */
    public static final List<Locale> LOCALES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    /** The bundles: a file {@code <name>.properties} and a {@code <name>_zh_CN.properties} each. */
    static final List<String> BUNDLES =
            List.of(
                    "action",
                    "help",
                    "problem",
                    "layer",
                    "data",
                    "initializer",
                    "training",
                    "template",
                    "lesson",
                    "workbench",
                    "editor",
                    "chart",
                    "run",
                    "cli",
                    "share",
                    "keeping",
                    "account",
                    "api",
                    "preview",
                    "mine",
                    "export",
                    "drawer",
                    "sweep",
                    "walk");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)(?:\\|([\\w.#]+))?}");

    private final SortedMap<String, String> english = load("");
    private final SortedMap<String, String> chinese = load("_zh_CN");

    /**
     * The text of {@code key}, each placeholder {@code {name}} replaced by its argument. {@code
     * {name|prefix}} stands for the text of key {@code prefix.<argument>}, {@code {name|#}} for a
     * whole number with its digits grouped. A missing key gives {@code [key]}, a missing argument
     * leaves the placeholder.
     */
    public String text(Locale locale, String key, Map<String, String> arguments) {
        String pattern = texts(locale).getOrDefault(key, "[" + key + "]");
        return PLACEHOLDER
                .matcher(pattern)
                .replaceAll(found -> Matcher.quoteReplacement(argument(locale, found, arguments)));
    }

    public String text(Locale locale, String key) {
        return text(locale, key, Map.of());
    }

    /** The text of a key that need not have one, placeholders as they are. */
    public Optional<String> find(Locale locale, String key) {
        return Optional.ofNullable(texts(locale).get(key));
    }

    /** What is wrong, where, and how to mend it. */
    public String text(Locale locale, Problem problem) {
        Map<String, String> arguments = new TreeMap<>(problem.arguments());
        arguments.put(
                "path",
                problem.path().isEmpty() ? text(locale, "problem.document") : problem.path());
        problem.node().ifPresent(node -> arguments.put("node", node));
        return text(locale, "problem." + problem.code(), arguments);
    }

    /** The label of the button that applies the fix. */
    public String text(Locale locale, Problem.Fix fix) {
        return text(locale, "fix." + fix.code(), fix.arguments());
    }

    /**
     * All texts whose keys begin with one of the prefixes, placeholders as they are: for the page.
     */
    public SortedMap<String, String> startingWith(Locale locale, String... prefixes) {
        SortedMap<String, String> found = new TreeMap<>();
        texts(locale)
                .forEach((key, text) -> {
                    if (Stream.of(prefixes).anyMatch(key::startsWith)) {
                        found.put(key, text);
                    }
                });
        return found;
    }

    private String argument(Locale locale, MatchResult found, Map<String, String> arguments) {
        String value = arguments.get(found.group(1));
        if (value == null) {
            return found.group();
        }
        return switch (found.group(2)) {
            case null -> value;
            case "#" -> grouped(locale, value);
            case String prefix -> text(locale, prefix + "." + value);
        };
    }

    private static String grouped(Locale locale, String value) {
        return NumberFormat.getIntegerInstance(locale).format(Long.parseLong(value));
    }

    private SortedMap<String, String> texts(Locale locale) {
        return locale.getLanguage().equals("zh") ? chinese : english;
    }

    private static SortedMap<String, String> load(String suffix) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (String bundle : BUNDLES) {
            texts.putAll(read("/i18n/" + bundle + suffix + ".properties"));
        }
        return Collections.unmodifiableSortedMap(texts);
    }

    /** The texts of one file; none where a bundle has not been written. */
    static Map<String, String> read(String resource) {
        try (InputStream stream = Messages.class.getResourceAsStream(resource)) {
            return stream == null ? Map.of() : parse(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> parse(InputStream stream) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        Map<String, String> texts = new TreeMap<>();
        properties
                .stringPropertyNames()
                .forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }
}
