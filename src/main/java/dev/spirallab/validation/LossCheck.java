package dev.spirallab.validation;

import dev.spirallab.spec.Edit;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.data.Inline;
import dev.spirallab.spec.data.Task;
import dev.spirallab.spec.json.Records;
import dev.spirallab.spec.training.LossSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the loss's own settings fit the data. */
final class LossCheck {
    private static final double CLOSE = 1e-3;

    private final DatasetSpec dataset;
    private final LossSpec loss;
    private final List<Problem> problems;

    LossCheck(Experiment experiment, List<Problem> problems) {
        this.dataset = experiment.dataset();
        this.loss = experiment.training().loss();
        this.problems = problems;
    }

    void run() {
        switch (loss) {
            case LossSpec.CrossEntropy entropy -> entropy.weight().ifPresent(this::weights);
            case LossSpec.Nll nll -> nll.weight().ifPresent(this::weights);
            case LossSpec.KlDivergence _ -> distributions();
            case LossSpec.BinaryCrossEntropy _,
                    LossSpec.Hinge _,
                    LossSpec.Mse _,
                    LossSpec.HalfSquaredError _,
                    LossSpec.L1 _,
                    LossSpec.SmoothL1 _,
                    LossSpec.Huber _ -> {}
        }
    }

    private void weights(List<Double> weights) {
        if (dataset.task() instanceof Task.Classification(int classes)
                && weights.size() != classes) {
            LossSpec plain = Records.with(loss, "weight", Optional.empty());
            problems.add(
                    Problem.of(
                                    "loss.weightCount",
                                    "training.loss.weight",
                                    Map.of(
                                            "have", String.valueOf(weights.size()),
                                            "want", String.valueOf(classes)))
                            .with(
                                    Fixes.fix(
                                            "dropClassWeights",
                                            Map.of(),
                                            new Edit.SetLoss(plain))));
        }
    }

    /** Targets that are no classes must be shares of a whole. */
    private void distributions() {
        if (dataset.task() instanceof Task.Regression && !sharesOfAWhole()) {
            problems.add(
                    Problem.of("loss.needsDistributions", "training.loss.kind", Map.of())
                            .with(
                                    Fixes.fix(
                                            "setLoss",
                                            Map.of("loss", "mse"),
                                            new Edit.SetLoss(new LossSpec.Mse()))));
        }
    }

    private boolean sharesOfAWhole() {
        return dataset instanceof Inline inline
                && inline.targets().stream().flatMap(List::stream).allMatch(LossCheck::isWhole);
    }

    private static boolean isWhole(List<Double> shares) {
        double sum = shares.stream().mapToDouble(Double::doubleValue).sum();
        return shares.stream().allMatch(share -> share >= 0) && Math.abs(sum - 1) < CLOSE;
    }
}
