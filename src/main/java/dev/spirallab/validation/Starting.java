package dev.spirallab.validation;

import dev.spirallab.spec.Problem;
import dev.spirallab.spec.graph.Initial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether starting values written out are as many as the layer has. */
final class Starting {
    private Starting() {}

    /**
     * @param rows of the weight
     * @param columns of the weight
     * @param biases 0 where the layer has none
     */
    static List<Flaw> flaws(Optional<Initial> initial, long rows, long columns, long biases) {
        List<Flaw> flaws = new ArrayList<>();
        initial.flatMap(Initial::weight)
                .filter(weight -> !fits(weight, rows, columns))
                .ifPresent(_ ->
                        flaws.add(
                                flaw(
                                        "initial.weightSize",
                                        "weight",
                                        Map.of(
                                                "rows", String.valueOf(rows),
                                                "columns", String.valueOf(columns)))));
        initial.flatMap(Initial::bias)
                .filter(bias -> bias.size() != biases)
                .ifPresent(_ ->
                        flaws.add(
                                flaw(
                                        "initial.biasSize",
                                        "bias",
                                        Map.of("size", String.valueOf(biases)))));
        return flaws;
    }

    private static boolean fits(List<List<Double>> weight, long rows, long columns) {
        return weight.size() == rows && weight.stream().allMatch(row -> row.size() == columns);
    }

    private static Flaw flaw(String code, String part, Map<String, String> arguments) {
        return Flaw.of(Problem.of(code, "layer.initial." + part, arguments));
    }
}
