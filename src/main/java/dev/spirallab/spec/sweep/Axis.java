package dev.spirallab.spec.sweep;

import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.graph.Function;
import dev.spirallab.spec.graph.Linear;
import dev.spirallab.spec.json.Records;
import dev.spirallab.spec.training.OptimizerSpec;
import java.util.List;
import java.util.Optional;

/** A setting, and the values that it takes one after the other. */
public sealed interface Axis {

    /** Its stable name: {@code sweep.<name>} is its key in the bundles. */
    String name();

    List<?> values();

    /** Whether an experiment has such a setting. */
    boolean fits(Experiment experiment);

    /** The experiment with value number {@code index}. */
    Experiment apply(Experiment to, int index);

    /** The optimiser's rate. */
    record LearningRate(List<Double> values) implements Axis {
        public LearningRate {
            values = List.copyOf(values);
        }

        @Override
        public String name() {
            return "learningRate";
        }

        @Override
        public boolean fits(Experiment experiment) {
            return true;
        }

        @Override
        public Experiment apply(Experiment to, int index) {
            return Change.ofOptimizer(to, "learningRate", values.get(index));
        }
    }

    /** The optimiser's weight decay. */
    record WeightDecay(List<Double> values) implements Axis {
        public WeightDecay {
            values = List.copyOf(values);
        }

        @Override
        public String name() {
            return "weightDecay";
        }

        @Override
        public boolean fits(Experiment experiment) {
            return Records.has(experiment.training().optimizer(), "weightDecay");
        }

        @Override
        public Experiment apply(Experiment to, int index) {
            return Change.ofOptimizer(to, "weightDecay", values.get(index));
        }
    }

    /** How strong the L2 penalty is. */
    record L2(List<Double> values) implements Axis {
        public L2 {
            values = List.copyOf(values);
        }

        @Override
        public String name() {
            return "l2";
        }

        @Override
        public boolean fits(Experiment experiment) {
            return true;
        }

        @Override
        public Experiment apply(Experiment to, int index) {
            Object penalties =
                    Records.with(to.training().regularization(), "l2", values.get(index));
            return Change.ofTraining(to, "regularization", penalties);
        }
    }

    record BatchSize(List<Integer> values) implements Axis {
        public BatchSize {
            values = List.copyOf(values);
        }

        @Override
        public String name() {
            return "batchSize";
        }

        @Override
        public boolean fits(Experiment experiment) {
            return true;
        }

        @Override
        public Experiment apply(Experiment to, int index) {
            return Change.ofTraining(to, "batchSize", values.get(index));
        }
    }

    /** Of initial values, shuffles and dropout; the data stay as they are. */
    record Seed(List<Long> values) implements Axis {
        public Seed {
            values = List.copyOf(values);
        }

        @Override
        public String name() {
            return "seed";
        }

        @Override
        public boolean fits(Experiment experiment) {
            return true;
        }

        @Override
        public Experiment apply(Experiment to, int index) {
            return to.withTraining(to.training().withSeed(values.get(index)));
        }
    }

    /** Of the training; rate and weight decay stay as they are. */
    record Optimizer(List<OptimizerSpec> values) implements Axis {
        public Optimizer {
            values = List.copyOf(values);
        }

        @Override
        public String name() {
            return "optimizer";
        }

        @Override
        public boolean fits(Experiment experiment) {
            return true;
        }

        @Override
        public Experiment apply(Experiment to, int index) {
            OptimizerSpec old = to.training().optimizer();
            OptimizerSpec chosen = values.get(index);
            OptimizerSpec quick = Records.with(chosen, "learningRate", old.learningRate());
            return Change.ofTraining(to, "optimizer", decaying(quick, old.weightDecay()));
        }

        private static OptimizerSpec decaying(OptimizerSpec optimizer, double weightDecay) {
            return Records.has(optimizer, "weightDecay")
                    ? Records.with(optimizer, "weightDecay", weightDecay)
                    : optimizer;
        }
    }

    /** How wide all hidden linear layers are. */
    record Units(List<Integer> values) implements Axis {
        public Units {
            values = List.copyOf(values);
        }

        @Override
        public String name() {
            return "units";
        }

        @Override
        public boolean fits(Experiment experiment) {
            return Change.hasHidden(experiment);
        }

        @Override
        public Experiment apply(Experiment to, int index) {
            return Change.ofHidden(to, layer -> with(layer, values.get(index)));
        }

        /** Initial values of another shape are of no use. */
        private static Linear with(Linear layer, int units) {
            Linear wide = Records.with(layer, "units", units);
            return units == layer.units() ? wide : Records.with(wide, "initial", Optional.empty());
        }
    }

    /** With which all hidden linear layers end. */
    record Activation(List<Function> values) implements Axis {
        public Activation {
            values = List.copyOf(values);
        }

        @Override
        public String name() {
            return "activation";
        }

        @Override
        public boolean fits(Experiment experiment) {
            return Change.hasHidden(experiment);
        }

        @Override
        public Experiment apply(Experiment to, int index) {
            return Change.ofHidden(
                    to, layer -> Records.with(layer, "activation", values.get(index)));
        }
    }
}
