package dev.spirallab.validation;

import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.json.Records;
import dev.spirallab.spec.training.OptimizerSpec;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Counts an experiment's {@link Budget} and holds it against the limits. */
final class Cost {
    private static final int FLOAT = 4;
    private static final int FLOPS_OF_OPTIMIZER = 10;
    private static final List<Integer> SMALLER_BATCHES = List.of(32, 16, 8, 4, 2);

    private final Experiment experiment;
    private final long parameters;
    private final long flops;
    private final long buffers;
    private final Map<String, Outcome> layers;

    Cost(Experiment experiment, Map<String, Outcome> layers) {
        this.experiment = experiment;
        this.layers = layers;
        this.parameters = sum(layers.values(), Outcome::parameters);
        this.flops = sum(layers.values(), Outcome::flops);
        this.buffers = sum(layers.values(), Outcome::buffers);
    }

    private static long sum(Collection<Outcome> layers, ToLongFunction<Outcome> figure) {
        return layers.stream().mapToLong(figure).reduce(0, Count::plus);
    }

    Budget budget() {
        return budget(experiment.training().batchSize());
    }

    private Budget budget(int batchSize) {
        int examples = Math.max(0, experiment.dataset().trainSize());
        long batch = batchSize == 0 ? examples : Math.min(batchSize, examples);
        long once =
                Count.plus(
                        Count.times(Count.times(3, flops), batch),
                        Count.times(FLOPS_OF_OPTIMIZER, parameters));
        return new Budget(
                parameters,
                flops,
                Count.times(looks(experiment.training().optimizer()), once),
                Count.plus(Count.times(FLOAT, floats(batch)), Budget.ofData(experiment.dataset())));
    }

    /** Activations count twice, for their gradients; those of portions are summed in a vector. */
    private long floats(long batch) {
        long summed = batch > new Budget(parameters, flops, 0, 0).rowsPerStepCall() ? 1 : 0;
        long vectors = 2L + summed + state(experiment.training().optimizer());
        long model = Count.times(vectors, parameters);
        long activations = Count.times(Count.times(2, buffers), batch);
        return Count.plus(model, activations);
    }

    /** How often a step looks at the loss and its gradient. */
    private static int looks(OptimizerSpec optimizer) {
        return optimizer instanceof OptimizerSpec.Lbfgs lbfgs ? lbfgs.evaluations() : 1;
    }

    /** How many numbers the optimiser keeps for each parameter. */
    private static int state(OptimizerSpec optimizer) {
        return switch (optimizer) {
            case OptimizerSpec.Sgd sgd -> sgd.momentum() > 0 ? 1 : 0;
            case OptimizerSpec.Adam adam -> adam.amsgrad() ? 3 : 2;
            case OptimizerSpec.AdamW adam -> adam.amsgrad() ? 3 : 2;
            case OptimizerSpec.RmsProp rmsProp ->
                    1 + (rmsProp.centered() ? 1 : 0) + (rmsProp.momentum() > 0 ? 1 : 0);
            case OptimizerSpec.Adagrad _, OptimizerSpec.Asgd _ -> 1;
            case OptimizerSpec.Adadelta _,
                    OptimizerSpec.Adamax _,
                    OptimizerSpec.NAdam _,
                    OptimizerSpec.RAdam _,
                    OptimizerSpec.Rprop _ ->
                    2;
            case OptimizerSpec.Lbfgs lbfgs -> 2 + 2 * lbfgs.historySize();
        };
    }

    void check(Limits limits, List<Problem> problems) {
        Budget budget = budget();
        if (budget.parameters() > limits.parameters()) {
            problems.add(tooManyParameters(limits));
        }
        if (budget.flopsPerStep() > limits.flopsPerStep()) {
            problems.add(
                    smaller(
                            exceeded(
                                    "budget.flops",
                                    "training.batchSize",
                                    budget.flopsPerStep(),
                                    limits.flopsPerStep()),
                            limits));
        }
        if (budget.bytes() > limits.bytes()) {
            problems.add(
                    smaller(
                            exceeded(
                                    "budget.bytes",
                                    "training.batchSize",
                                    budget.bytes() >> 20,
                                    limits.bytes() >> 20),
                            limits));
        }
    }

    /** Names the layer that has most of them, where there are the most to be saved. */
    private Problem tooManyParameters(Limits limits) {
        Map.Entry<String, Outcome> largest =
                Collections.max(
                        layers.entrySet(),
                        Comparator.comparingLong(layer -> layer.getValue().parameters()));
        return Problem.of(
                        "budget.parameters",
                        "graph.nodes",
                        Map.of(
                                "have",
                                String.valueOf(parameters),
                                "max",
                                String.valueOf(limits.parameters()),
                                "layer",
                                largest.getKey(),
                                "most",
                                String.valueOf(largest.getValue().parameters())))
                .at(largest.getKey());
    }

    private static Problem exceeded(String code, String path, long have, long max) {
        return Problem.of(
                code, path, Map.of("have", String.valueOf(have), "max", String.valueOf(max)));
    }

    /** Offers a smaller batch where one is enough. */
    private Problem smaller(Problem problem, Limits limits) {
        return SMALLER_BATCHES.stream()
                .filter(size -> fits(budget(size), limits))
                .findFirst()
                .map(size ->
                        problem.with(
                                Fixes.training(
                                        "setBatchSize",
                                        Map.of("batchSize", String.valueOf(size)),
                                        Records.with(experiment.training(), "batchSize", size))))
                .orElse(problem);
    }

    private static boolean fits(Budget budget, Limits limits) {
        return budget.flopsPerStep() <= limits.flopsPerStep() && budget.bytes() <= limits.bytes();
    }
}
