package dev.spirallab.i18n;

import dev.spirallab.spec.Problem;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The texts in one reader's language. */
public record Texts(Messages messages, Locale locale) {

    public String of(String key) {
        return messages.text(locale, key);
    }

    /** The text of a key that need not have one. */
    public Optional<String> find(String key) {
        return messages.find(locale, key);
    }

    public String of(String key, String name, Object value) {
        return messages.text(locale, key, Map.of(name, String.valueOf(value)));
    }

    public String of(String key, Map<String, String> arguments) {
        return messages.text(locale, key, arguments);
    }

    public String of(Problem problem) {
        return messages.text(locale, problem);
    }

    /** What is wrong with the setting that the reader knows by this name. */
    public String of(Problem problem, String name) {
        return of(
                new Problem(
                        problem.code(), name, problem.node(), problem.arguments(), problem.fix()));
    }

    public String of(Problem.Fix fix) {
        return messages.text(locale, fix);
    }
}
