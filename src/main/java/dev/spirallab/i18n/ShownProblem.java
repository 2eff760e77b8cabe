package dev.spirallab.i18n;

import dev.spirallab.spec.Edit;
import dev.spirallab.spec.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A problem in the words of the reader's language.
 *
 * @param hint whether it is advice only
 */
public record ShownProblem(
        String code,
        String path,
        Optional<String> node,
        boolean hint,
        String message,
        Optional<ShownFix> fix) {

    /**
     * @param edits what would mend it
     */
    public record ShownFix(String code, String message, List<Edit> edits) {}

    public static ShownProblem of(Problem problem, Messages messages, Locale locale) {
        return new ShownProblem(
                problem.code(),
                problem.path(),
                problem.node(),
                problem.hint(),
                messages.text(locale, problem),
                problem.fix()
                        .map(fix ->
                                new ShownFix(fix.code(), messages.text(locale, fix), fix.edits())));
    }

    public static List<ShownProblem> of(List<Problem> problems, Messages messages, Locale locale) {
        return problems.stream().map(problem -> of(problem, messages, locale)).toList();
    }
}
