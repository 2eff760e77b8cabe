package dev.spirallab.i18n;

import dev.spirallab.spec.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/**
 * All texts that people read, from the bundles {@code i18n/*.properties} (English, the default) and
 * {@code i18n/*_zh_CN.properties}. Has no changing state; any thread may use it.
 */
public final class Messages {
    /** The languages there are, the default first. */
    public static final List<Locale> LOCALES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    /**
     * The text of {@code key}, each placeholder {@code {name}} replaced by its argument. {@code
     * {name|prefix}} stands for the text of key {@code prefix.<argument>}. A missing key gives {@code
     * [key]}.
     */
    public String text(Locale locale, String key, Map<String, String> arguments) {
        throw new UnsupportedOperationException("soon: " + locale + key + arguments);
    }

    public String text(Locale locale, String key) {
        return text(locale, key, Map.of());
    }

    /** What is wrong, where, and how to mend it. */
    public String text(Locale locale, Problem problem) {
        return text(locale, "problem." + problem.code(), problem.arguments());
    }

    /** The label of the button that applies the fix. */
    public String text(Locale locale, Problem.Fix fix) {
        return text(locale, "fix." + fix.code(), fix.arguments());
    }

    /** All texts whose keys begin with one of the prefixes, placeholders as they are: for the page. */
    public SortedMap<String, String> startingWith(Locale locale, String... prefixes) {
        throw new UnsupportedOperationException("soon: " + locale + List.of(prefixes));
    }
}
