package dev.spirallab.run;

import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.data.Feature;
import dev.spirallab.spec.data.Spiral;
import dev.spirallab.spec.graph.Edge;
import dev.spirallab.spec.graph.Function;
import dev.spirallab.spec.graph.Input;
import dev.spirallab.spec.graph.Linear;
import dev.spirallab.spec.graph.ModelGraph;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.spec.graph.Position;
import dev.spirallab.spec.training.EarlyStopping;
import dev.spirallab.spec.training.LossSpec;
import dev.spirallab.spec.training.OptimizerSpec;
import dev.spirallab.spec.training.Regularization;
import dev.spirallab.spec.training.ScheduleSpec;
import dev.spirallab.spec.training.Target;
import dev.spirallab.spec.training.TrainingSpec;
import dev.spirallab.validation.Budget;
import dev.spirallab.validation.Head;
import dev.spirallab.validation.Limits;
import dev.spirallab.validation.TensorShape;
import dev.spirallab.validation.ValidationResult.Valid;
import dev.spirallab.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A spiral of 100 points, 80 of them to train on in 8 batches of 10, and a 2-8-3 net. */
public final class Experiments {
    private static final Position NOWHERE = new Position(0, 0);

    private Experiments() {}

    public static Valid epochs(int epochs) {
        return valid(training(Optional.of(epochs), Optional.empty()));
    }

    static TrainingSpec training(Optional<Integer> epochs, Optional<Integer> steps) {
        return training(epochs, steps, Optional.empty(), Optional.empty(), 10);
    }

    static TrainingSpec training(
            Optional<Integer> epochs,
            Optional<Integer> steps,
            Optional<EarlyStopping> earlyStopping,
            Optional<Target> target,
            int batchSize) {
        return new TrainingSpec(
                new LossSpec.CrossEntropy(),
                new OptimizerSpec.Adam(0.01, 0.9, 0.999, 1e-8, 0, false),
                new ScheduleSpec.Constant(),
                Optional.empty(),
                new Regularization(0, 0),
                Optional.empty(),
                batchSize,
                epochs,
                steps,
                42,
                earlyStopping,
                target);
    }

    /** Put together by hand, as validation would. */
    static Valid valid(TrainingSpec training) {
        Node in = new Node("in", new Input(), NOWHERE);
        Node hidden = new Node("hidden", new Linear(8, Function.relu), NOWHERE);
        Node out = new Node("out", new Linear(3, Function.identity), NOWHERE);
        List<Node> nodes = List.of(in, hidden, out);
        ModelGraph graph =
                new ModelGraph(nodes, List.of(new Edge("in", "hidden"), new Edge("hidden", "out")));
        Spiral spiral = new Spiral(3, 100, 0.1, 7, 0.2, List.of(Feature.x1, Feature.x2), false);
        return new Valid(
                new Experiment(1, "test", spiral, graph, training),
                nodes,
                Head.SOFTMAX,
                Map.of(
                        "in", TensorShape.of(2),
                        "hidden", TensorShape.of(8),
                        "out", TensorShape.of(3)),
                Map.of("in", 0L, "hidden", 24L, "out", 27L),
                new Budget(51, 100, 10_000, 1 << 20),
                List.of());
    }

    /** A chain of as many hidden layers, which trains for ever. */
    static Valid chain(int layers, int units) {
        List<Node> nodes = new ArrayList<>(List.of(new Node("in", new Input(), NOWHERE)));
        for (int i = 0; i < layers; i++) {
            Linear layer = new Linear(units, Function.relu);
            nodes.add(new Node("hidden" + i, layer, NOWHERE));
        }
        nodes.add(new Node("out", new Linear(3, Function.identity), NOWHERE));
        List<Edge> edges = new ArrayList<>();
        for (int i = 1; i < nodes.size(); i++) {
            edges.add(new Edge(nodes.get(i - 1).id(), nodes.get(i).id()));
        }
        Experiment small = epochs(1_000_000).experiment();
        Experiment chain = small.withGraph(new ModelGraph(nodes, edges));
        return (Valid) new Validator(Limits.standard()).validate(chain);
    }
}
