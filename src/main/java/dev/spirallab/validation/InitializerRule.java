package dev.spirallab.validation;

import dev.spirallab.spec.Problem;
import dev.spirallab.spec.graph.InitializerSpec;
import dev.spirallab.spec.graph.InitializerSpec.Constant;
import dev.spirallab.spec.graph.InitializerSpec.KaimingNormal;
import dev.spirallab.spec.graph.InitializerSpec.KaimingUniform;
import dev.spirallab.spec.graph.InitializerSpec.Normal;
import dev.spirallab.spec.graph.InitializerSpec.Ones;
import dev.spirallab.spec.graph.InitializerSpec.Orthogonal;
import dev.spirallab.spec.graph.InitializerSpec.TruncatedNormal;
import dev.spirallab.spec.graph.InitializerSpec.Uniform;
import dev.spirallab.spec.graph.InitializerSpec.XavierNormal;
import dev.spirallab.spec.graph.InitializerSpec.XavierUniform;
import dev.spirallab.spec.graph.InitializerSpec.Zeros;
import dev.spirallab.spec.json.Records;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether what a layer's weight and bias begin with can be drawn; paths within the node. */
final class InitializerRule {
    private static final String WEIGHT = "layer.initializer";
    private static final String BIAS = "layer.biasInitializer";

    /** {@code long side * short side^2}; four times as many operations take a second or two. */
    private static final long LARGEST_ORTHOGONAL = 500_000_000;

    private InitializerRule() {}

    /**
     * @param rows outputs of the weight
     * @param columns inputs of the weight, times the size of a kernel
     */
    static List<Flaw> flaws(
            Optional<InitializerSpec> weight,
            long rows,
            long columns,
            Optional<InitializerSpec> bias) {
        return Stream.of(
                        weight.flatMap(given -> range(given, WEIGHT)),
                        weight.flatMap(given -> size(given, rows, columns)),
                        bias.flatMap(given -> range(given, BIAS)),
                        bias.flatMap(InitializerRule::fans))
                .flatMap(Optional::stream)
                .map(Flaw::of)
                .toList();
    }

    private static Optional<Problem> range(InitializerSpec given, String path) {
        return switch (given) {
            case Uniform(double a, double b) when a > b ->
                    Optional.of(problem("initializer.bounds", path, Map.of()));
            case TruncatedNormal(double mean, _, double a, double b)
                    when mean < a || mean > b || a == b ->
                    Optional.of(problem("initializer.mean", path, Map.of()));
            case Uniform _,
                    TruncatedNormal _,
                    Zeros _,
                    Ones _,
                    Constant _,
                    Normal _,
                    XavierUniform _,
                    XavierNormal _,
                    KaimingUniform _,
                    KaimingNormal _,
                    Orthogonal _ ->
                    Optional.empty();
        };
    }

    private static Optional<Problem> size(InitializerSpec given, long rows, long columns) {
        long shorter = Math.min(rows, columns);
        long work = Count.times(Count.times(shorter, shorter), Math.max(rows, columns));
        return given instanceof Orthogonal && work > LARGEST_ORTHOGONAL
                ? Optional.of(
                        problem(
                                "initializer.orthogonalSize",
                                WEIGHT,
                                Map.of(
                                        "rows", String.valueOf(rows),
                                        "columns", String.valueOf(columns))))
                : Optional.empty();
    }

    /** Those that count inputs and outputs make no sense of a bias, in PyTorch neither. */
    private static Optional<Problem> fans(InitializerSpec given) {
        return switch (given) {
            case XavierUniform _, XavierNormal _, KaimingUniform _, KaimingNormal _, Orthogonal _ ->
                    Optional.of(
                            problem(
                                    "initializer.bias",
                                    BIAS,
                                    Map.of("initializer", Records.kind(given))));
            case Zeros _, Ones _, Constant _, Uniform _, Normal _, TruncatedNormal _ ->
                    Optional.empty();
        };
    }

    private static Problem problem(String code, String path, Map<String, String> arguments) {
        return Problem.of(code, path, arguments);
    }
}
