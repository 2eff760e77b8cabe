package dev.spirallab.ui.components;

import static java.util.Objects.requireNonNull;
import static java.util.ResourceBundle.Control.FORMAT_PROPERTIES;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The texts of the charts and of the boundary, whole, as the elements of the page want them. */
final class ChartTexts {
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(FORMAT_PROPERTIES);

    private ChartTexts() {}

    static Map<String, String> of(Locale locale) {
        requireNonNull(locale, "locale");
        var bundle = ResourceBundle.getBundle("i18n.chart", locale, NO_FALLBACK);
        return bundle.keySet().stream().collect(toMap(identity(), bundle::getString));
    }
}
