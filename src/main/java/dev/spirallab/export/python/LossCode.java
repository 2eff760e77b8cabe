package dev.spirallab.export.python;

import dev.spirallab.export.Lines;
import dev.spirallab.spec.training.LossSpec;
import dev.spirallab.validation.Head;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.List;
import java.util.Optional;

/** The loss in PyTorch: {@code criterion(outputs, targets)}. */
final class LossCode {
    private final LossSpec loss;
    private final Head head;
    private final int width;

    LossCode(Valid valid, int width) {
        this.loss = valid.experiment().training().loss();
        this.head = valid.head();
        this.width = width;
    }

    /** What the targets of classes look like. */
    enum Targets {
        /** {@code [N]}, each 0 to classes - 1 */
        LABELS,
        /** {@code [N, classes]} */
        ONE_HOT,
        /** {@code [N, 1]}, 0 or 1 */
        BIT,
        /** {@code [N, targets]} */
        VALUES
    }

    Targets targets() {
        return switch (head) {
            case VALUES -> Targets.VALUES;
            case SIGMOID -> Targets.BIT;
            case SOFTMAX -> Targets.LABELS;
            case SIGMOIDS, ONE_HOT -> Targets.ONE_HOT;
            case LOG_PROBABILITIES ->
                    loss instanceof LossSpec.Nll ? Targets.LABELS : Targets.ONE_HOT;
        };
    }

    /** Which rows of {@code outputs} are right; null stands for none where values are foretold. */
    String correct() {
        return switch (targets()) {
            case LABELS -> "outputs.argmax(1) == targets";
            case ONE_HOT -> "outputs.argmax(1) == targets.argmax(1)";
            case BIT -> "(outputs > 0) == (targets > 0.5)";
            case VALUES -> "";
        };
    }

    String text() {
        return switch (loss) {
            case LossSpec.CrossEntropy entropy ->
                    module(
                            weighted("nn.CrossEntropyLoss", entropy.weight())
                                    .with("label_smoothing", entropy.labelSmoothing(), 0));
            case LossSpec.Nll nll -> module(weighted("nn.NLLLoss", nll.weight()));
            case LossSpec.BinaryCrossEntropy _ -> module(Call.of("nn.BCEWithLogitsLoss"));
            case LossSpec.Hinge hinge ->
                    head == Head.SIGMOID
                            ? hinge(hinge)
                            : module(
                                    Call.of("nn.MultiMarginLoss")
                                            .with("p", hinge.p(), 1)
                                            .with("margin", hinge.margin(), 1));
            case LossSpec.KlDivergence divergence -> divergence(divergence.labelSmoothing());
            case LossSpec.Mse _ -> module(Call.of("nn.MSELoss"));
            case LossSpec.HalfSquaredError _ ->
                    function(List.of("return (outputs - targets).square().sum(1).mean() / 2"));
            case LossSpec.L1 _ -> module(Call.of("nn.L1Loss"));
            case LossSpec.SmoothL1 smooth ->
                    module(Call.of("nn.SmoothL1Loss").with("beta", smooth.beta(), 1));
            case LossSpec.Huber huber ->
                    module(Call.of("nn.HuberLoss").with("delta", huber.delta(), 1));
        };
    }

    private static Call weighted(String module, Optional<List<Double>> weight) {
        Call call = Call.of(module);
        return weight.map(all -> call.with("weight", "torch.tensor(" + Py.reals(all) + ")"))
                .orElse(call);
    }

    private static String module(Call module) {
        return "criterion = " + module + "\n";
    }

    private static String hinge(LossSpec.Hinge hinge) {
        String missing = "torch.relu(%s - sides * outputs)".formatted(Py.number(hinge.margin()));
        return function(
                List.of(
                        "sides = 2 * targets - 1",
                        "return " + missing + (hinge.p() == 1 ? "" : ".square()") + ".mean()"));
    }

    private String divergence(double smoothing) {
        if (smoothing == 0) {
            return module(Call.of("nn.KLDivLoss").with("reduction", "\"batchmean\""));
        }
        return function(
                List.of(
                        "targets = targets * %s + %s"
                                .formatted(Py.number(1 - smoothing), Py.number(smoothing / width)),
                        "return F.kl_div(outputs, targets, reduction=\"batchmean\")"));
    }

    private static String function(List<String> body) {
        Lines code = new Lines();
        code.block("def criterion(outputs, targets):", () -> body.forEach(code::add));
        return code.text();
    }
}
