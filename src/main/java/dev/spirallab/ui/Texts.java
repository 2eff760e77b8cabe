package dev.spirallab.ui;

import dev.spirallab.i18n.Messages;
import dev.spirallab.spec.Problem;
import java.util.Locale;
import java.util.Map;

/** The page's texts in one reader's language. */
record Texts(Messages messages, Locale locale) {

    String of(String key) {
        return messages.text(locale, key);
    }

    String of(String key, String name, Object value) {
        return messages.text(locale, key, Map.of(name, String.valueOf(value)));
    }

    String of(String key, Map<String, String> arguments) {
        return messages.text(locale, key, arguments);
    }

    String of(Problem problem) {
        return messages.text(locale, problem);
    }

    /** What is wrong with the setting that the reader knows by this name. */
    String of(Problem problem, String name) {
        return of(
                new Problem(
                        problem.code(), name, problem.node(), problem.arguments(), problem.fix()));
    }

    String of(Problem.Fix fix) {
        return messages.text(locale, fix);
    }
}
