package dev.spirallab.export.djl;

import dev.spirallab.export.Lines;
import dev.spirallab.spec.data.Task;
import dev.spirallab.spec.training.LossSpec;
import dev.spirallab.validation.Head;
import java.util.List;
import java.util.Optional;

/**
 * The loss in DJL, or one of its own where DJL has none such, defined as PyTorch's.
 *
 * @param width how many outputs there are
 */
record DjlLoss(LossSpec loss, Head head, int width, Task task) {

    /** What the model's answers are compared with, of {@code count} rows of {@code targets}. */
    String targets() {
        return switch (task) {
            case Task.Regression(int columns) ->
                    "manager.create(targets, new Shape(count, " + columns + "))";
            case Task.Classification(int classes) ->
                    switch (head) {
                        case SIGMOID -> "manager.create(targets, new Shape(count, 1))";
                        case SIGMOIDS, ONE_HOT -> "manager.create(targets).oneHot(" + classes + ")";
                        case LOG_PROBABILITIES ->
                                loss instanceof LossSpec.Nll
                                        ? "manager.create(targets)"
                                        : "manager.create(targets).oneHot(" + classes + ")";
                        case SOFTMAX, VALUES -> "manager.create(targets)";
                    };
        };
    }

    /** Where an answer is right, of {@code outputs} and {@code targets}; empty for values. */
    Optional<String> right() {
        if (!(task instanceof Task.Classification)) {
            return Optional.empty();
        }
        String greatest = "outputs.argMax(1)";
        return Optional.of(
                switch (head) {
                    case SIGMOID -> "outputs.gt(0).eq(targets.gt(0.5))";
                    case SIGMOIDS, ONE_HOT -> greatest + ".eq(targets.argMax(1))";
                    case LOG_PROBABILITIES ->
                            loss instanceof LossSpec.Nll
                                    ? greatest + ".eq(targets.toType(DataType.INT64, false))"
                                    : greatest + ".eq(targets.argMax(1))";
                    case SOFTMAX, VALUES -> greatest + ".eq(targets.toType(DataType.INT64, false))";
                });
    }

    String made() {
        return own().isPresent() ? "new Criterion()" : ofDjl();
    }

    private String ofDjl() {
        return switch (loss) {
            case LossSpec.CrossEntropy _ -> "Loss.softmaxCrossEntropyLoss()";
            case LossSpec.Nll _ -> "Loss.softmaxCrossEntropyLoss(\"loss\", 1, -1, true, false)";
            case LossSpec.HalfSquaredError _ ->
                    "Loss.l2Loss(\"loss\", " + J.single(width / 2.0) + ")";
            case LossSpec.L1 _ -> "Loss.l1Loss(\"loss\", 1)";
            case LossSpec.Mse _,
                    LossSpec.BinaryCrossEntropy _,
                    LossSpec.Hinge _,
                    LossSpec.KlDivergence _,
                    LossSpec.SmoothL1 _,
                    LossSpec.Huber _ ->
                    "Loss.l2Loss(\"loss\", 1)";
        };
    }

    /** The lines that give the loss, where DJL's own losses do not. */
    private Optional<List<String>> own() {
        return switch (loss) {
            case LossSpec.CrossEntropy entropy ->
                    entropy.labelSmoothing() == 0 && entropy.weight().isEmpty()
                            ? Optional.empty()
                            : Optional.of(
                                    entropy(
                                            "outputs.logSoftmax(1)",
                                            entropy.labelSmoothing(),
                                            entropy.weight()));
            case LossSpec.Nll nll -> nll.weight().map(_ -> entropy("outputs", 0, nll.weight()));
            case LossSpec.Hinge hinge ->
                    Optional.of(head == Head.SIGMOID ? hinge(hinge) : margins(hinge));
            case LossSpec.KlDivergence divergence -> Optional.of(divergence(divergence));
            case LossSpec.SmoothL1 smooth ->
                    smooth.beta() == 0
                            ? Optional.of(List.of("return outputs.sub(targets).abs().mean();"))
                            : Optional.of(bent(smooth.beta(), 1 / smooth.beta()));
            case LossSpec.Huber huber -> Optional.of(bent(huber.delta(), 1));
            // the gradient of DJL's is wrong at 0, where a model of zeros begins
            case LossSpec.BinaryCrossEntropy _ ->
                    Optional.of(
                            List.of(
                                    "NDArray each = Activation.softPlus(outputs).sub(outputs.mul(targets));",
                                    "return each.mean();"));
            case LossSpec.Mse _, LossSpec.HalfSquaredError _, LossSpec.L1 _ -> Optional.empty();
        };
    }

    void define(Lines code) {
        own().ifPresent(lines -> {
            code.add("/** The loss as PyTorch defines it. */");
            code.braces(
                    "static final class Criterion extends Loss",
                    () -> {
                        code.braces("Criterion()", () -> code.add("super(\"loss\");")).blank();
                        code.add("@Override");
                        code.braces(
                                "public NDArray evaluate(NDList labels, NDList predictions)",
                                () -> {
                                    code.add("NDArray targets = labels.singletonOrThrow();");
                                    code.add("NDArray outputs = predictions.singletonOrThrow();");
                                    lines.forEach(code::add);
                                });
                    });
            code.blank();
        });
    }

    private List<String> entropy(String logs, double smoothing, Optional<List<Double>> weight) {
        String hot = "NDArray hot = targets.oneHot(" + width + ");";
        String shares =
                smoothing == 0
                        ? "NDArray shares = hot;"
                        : "NDArray shares = " + smoothed("hot", smoothing) + ";";
        String sum = "return shares.mul(" + logs + ").sum().neg().div(outputs.size(0));";
        return weight.map(all ->
                        List.of(
                                hot,
                                shares,
                                "NDArray weights = outputs.getManager().create(new float[] "
                                        + J.singles(all)
                                        + ");",
                                "NDArray each = shares.mul(" + logs + ").mul(weights);",
                                "return each.sum().neg().div(hot.mul(weights).sum());"))
                .orElse(List.of(hot, shares, sum));
    }

    private String smoothed(String targets, double smoothing) {
        return "%s.mul(%s).add(%s)"
                .formatted(targets, J.single(1 - smoothing), J.single(smoothing / width));
    }

    private static List<String> hinge(LossSpec.Hinge hinge) {
        return List.of(
                "NDArray sides = targets.mul(2).sub(1);",
                "NDArray missing = Activation.relu(sides.mul(outputs).neg().add(%s));"
                        .formatted(J.single(hinge.margin())),
                "return missing" + power(hinge) + ".mean();");
    }

    private static String power(LossSpec.Hinge hinge) {
        return hinge.p() == 1 ? "" : ".square()";
    }

    private List<String> margins(LossSpec.Hinge hinge) {
        return List.of(
                "NDArray hot = targets.oneHot(" + width + ");",
                "NDArray right = outputs.mul(hot).sum(new int[] {1}, true);",
                "NDArray missing = Activation.relu(outputs.sub(right).add(%s))%s;"
                        .formatted(J.single(hinge.margin()), power(hinge)),
                "return missing.mul(hot.neg().add(1)).mean();");
    }

    private List<String> divergence(LossSpec.KlDivergence divergence) {
        double smoothing = divergence.labelSmoothing();
        return List.of(
                smoothing == 0
                        ? "NDArray shares = targets;"
                        : "NDArray shares = " + smoothed("targets", smoothing) + ";",
                "NDArray logs = shares.maximum(Float.MIN_NORMAL).log();",
                "return shares.mul(logs.sub(outputs)).sum().div(outputs.size(0));");
    }

    /** A parabola near 0 and straight lines beyond the bend. */
    private static List<String> bent(double bend, double scale) {
        return List.of(
                "NDArray distance = outputs.sub(targets).abs();",
                "NDArray near = distance.square().mul(" + J.single(scale / 2) + ");",
                "NDArray far = distance.sub(%s).mul(%s);"
                        .formatted(J.single(bend / 2), J.single(bend * scale)),
                "return NDArrays.where(distance.lt(" + J.single(bend) + "), near, far).mean();");
    }
}
