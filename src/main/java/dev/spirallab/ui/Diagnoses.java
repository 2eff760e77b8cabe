package dev.spirallab.ui;

import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.Problem;
import dev.spirallab.ui.components.GraphDiagnosis;
import dev.spirallab.ui.components.GraphDiagnosis.ShownFix;
import dev.spirallab.ui.components.GraphDiagnosis.ShownProblem;
import dev.spirallab.ui.components.GraphDiagnosis.Totals;
import dev.spirallab.validation.Budget;
import dev.spirallab.validation.TensorShape;
import dev.spirallab.validation.ValidationResult;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What validation found, in the words of the reader's language. */
final class Diagnoses {
    private Diagnoses() {}

    static GraphDiagnosis of(Texts texts, ValidationResult result) {
        return new GraphDiagnosis(
                texts(result.shapes()),
                result.parameters(),
                totals(result.budget()),
                result.problems().stream().map(problem -> shown(texts, problem)).toList());
    }

    private static Map<String, String> texts(Map<String, TensorShape> shapes) {
        return shapes.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().text()));
    }

    private static Optional<Totals> totals(Budget budget) {
        return budget.equals(Budget.NOTHING)
                ? Optional.empty()
                : Optional.of(
                        new Totals(budget.parameters(), budget.flopsPerStep(), budget.bytes()));
    }

    private static ShownProblem shown(Texts texts, Problem problem) {
        return new ShownProblem(
                problem.code(),
                problem.path(),
                problem.node(),
                texts.of(problem),
                problem.fix().map(fix -> new ShownFix(texts.of(fix), fix.edits())));
    }
}
