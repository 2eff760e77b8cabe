package dev.spirallab.validation;

import dev.spirallab.spec.Edit;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.Task;
import dev.spirallab.spec.graph.Activation;
import dev.spirallab.spec.graph.AdaptiveAvgPool2d;
import dev.spirallab.spec.graph.Add;
import dev.spirallab.spec.graph.AvgPool2d;
import dev.spirallab.spec.graph.BatchNorm;
import dev.spirallab.spec.graph.Concat;
import dev.spirallab.spec.graph.Conv1d;
import dev.spirallab.spec.graph.Conv2d;
import dev.spirallab.spec.graph.ConvTranspose2d;
import dev.spirallab.spec.graph.Dropout;
import dev.spirallab.spec.graph.Dropout2d;
import dev.spirallab.spec.graph.Edge;
import dev.spirallab.spec.graph.Embedding;
import dev.spirallab.spec.graph.Flatten;
import dev.spirallab.spec.graph.Function;
import dev.spirallab.spec.graph.GlobalAvgPool;
import dev.spirallab.spec.graph.Glu;
import dev.spirallab.spec.graph.GroupNorm;
import dev.spirallab.spec.graph.Gru;
import dev.spirallab.spec.graph.Input;
import dev.spirallab.spec.graph.InstanceNorm;
import dev.spirallab.spec.graph.LayerNorm;
import dev.spirallab.spec.graph.LayerSpec;
import dev.spirallab.spec.graph.Linear;
import dev.spirallab.spec.graph.LogSoftmax;
import dev.spirallab.spec.graph.Lstm;
import dev.spirallab.spec.graph.MaxPool2d;
import dev.spirallab.spec.graph.Maxout;
import dev.spirallab.spec.graph.MultiHeadAttention;
import dev.spirallab.spec.graph.Multiply;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.spec.graph.PRelu;
import dev.spirallab.spec.graph.PositionalEncoding;
import dev.spirallab.spec.graph.RRelu;
import dev.spirallab.spec.graph.Reshape;
import dev.spirallab.spec.graph.Rnn;
import dev.spirallab.spec.graph.Softmax;
import dev.spirallab.spec.graph.Transpose;
import dev.spirallab.spec.graph.Upsample;
import dev.spirallab.spec.json.Records;
import dev.spirallab.spec.training.LossSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the model's output, the task and the loss fit together. */
final class OutputCheck {
    private final Experiment experiment;
    private final Wiring wiring;
    private final List<Problem> problems;

    OutputCheck(Experiment experiment, Wiring wiring, List<Problem> problems) {
        this.experiment = experiment;
        this.wiring = wiring;
        this.problems = problems;
    }

    /** What an output of {@code width} means, if the three fit. */
    static Optional<Head> head(Task task, LossSpec loss, int width) {
        return switch (task) {
            case Task.Regression(int targets) -> valueHead(loss).filter(_ -> width == targets);
            case Task.Classification(int classes) -> classHead(loss, classes, width);
        };
    }

    private static Optional<Head> valueHead(LossSpec loss) {
        return switch (loss) {
            case LossSpec.Mse _,
                    LossSpec.HalfSquaredError _,
                    LossSpec.L1 _,
                    LossSpec.SmoothL1 _,
                    LossSpec.Huber _ ->
                    Optional.of(Head.VALUES);
            case LossSpec.KlDivergence _ -> Optional.of(Head.LOG_PROBABILITIES);
            case LossSpec.CrossEntropy _,
                    LossSpec.Nll _,
                    LossSpec.BinaryCrossEntropy _,
                    LossSpec.Hinge _ ->
                    Optional.empty();
        };
    }

    private static Optional<Head> classHead(LossSpec loss, int classes, int width) {
        boolean full = width == classes;
        boolean single = classes == 2 && width == 1;
        return switch (loss) {
            case LossSpec.CrossEntropy _ -> Optional.of(Head.SOFTMAX).filter(_ -> full);
            case LossSpec.Nll _, LossSpec.KlDivergence _ ->
                    Optional.of(Head.LOG_PROBABILITIES).filter(_ -> full);
            case LossSpec.BinaryCrossEntropy _ ->
                    Optional.of(single ? Head.SIGMOID : Head.SIGMOIDS).filter(_ -> single || full);
            case LossSpec.Hinge _ ->
                    Optional.of(single ? Head.SIGMOID : Head.SOFTMAX).filter(_ -> single || full);
            case LossSpec.Mse _,
                    LossSpec.HalfSquaredError _,
                    LossSpec.L1 _,
                    LossSpec.SmoothL1 _,
                    LossSpec.Huber _ ->
                    Optional.of(Head.ONE_HOT).filter(_ -> full);
        };
    }

    void run(Map<String, TensorShape> shapes) {
        loss();
        noLayers();
        GraphCheck.output(wiring).ifPresent(output -> output(output, shapes));
    }

    private void loss() {
        LossSpec loss = experiment.training().loss();
        if (experiment.dataset().task() instanceof Task.Regression && valueHead(loss).isEmpty()) {
            problems.add(
                    Problem.of(
                                    "loss.needsClasses",
                                    "training.loss.kind",
                                    Map.of("loss", Records.kind(loss)))
                            .with(
                                    Fixes.fix(
                                            "setLoss",
                                            Map.of("loss", "mse"),
                                            new Edit.SetLoss(new LossSpec.Mse()))));
        }
    }

    private void noLayers() {
        List<Node> inputs = GraphCheck.inputNodes(wiring);
        if (inputs.size() == 1 && wiring.nodes().size() == 1) {
            Problem problem = Problem.of("graph.noLayers", "graph.nodes", Map.of());
            problems.add(wanted() > 0 ? problem.with(append(inputs.getFirst())) : problem);
        }
    }

    private void output(Node output, Map<String, TensorShape> shapes) {
        TensorShape shape = shapes.get(output.id());
        if (shape != null && wanted() > 0) {
            if (shape.rank() > 1) {
                problems.add(notFlat(output, shape));
            } else if (!fits(shape.width())) {
                problems.add(width(output, shape));
            }
            new LastLayerCheck(experiment.training().loss(), wiring, problems).run(output);
        }
    }

    private boolean fits(int width) {
        LossSpec loss = experiment.training().loss();
        return width == wanted() || head(experiment.dataset().task(), loss, width).isPresent();
    }

    private int wanted() {
        return switch (experiment.dataset().task()) {
            case Task.Classification(int classes) -> classes;
            case Task.Regression(int targets) -> targets;
        };
    }

    private Problem notFlat(Node output, TensorShape shape) {
        String id = FreshId.of("flatten", wiring.ids());
        return Problem.of(
                        "output.notFlat",
                        wiring.path(output.id()),
                        Map.of("shape", shape.text(), "want", String.valueOf(wanted())))
                .at(output.id())
                .with(
                        Fixes.fix(
                                "appendFlatten",
                                Map.of("node", output.id()),
                                new Edit.AddNode(id, new Flatten()),
                                new Edit.AddEdge(new Edge(output.id(), id))));
    }

    private Problem width(Node output, TensorShape shape) {
        boolean classes = experiment.dataset().task() instanceof Task.Classification;
        boolean linear = output.layer() instanceof Linear;
        return Problem.of(
                        classes ? "output.classes" : "output.targets",
                        wiring.path(output.id()) + (linear ? ".layer.units" : ""),
                        Map.of("have", shape.text(), "want", String.valueOf(wanted())))
                .at(output.id())
                .with(widthFix(output));
    }

    private Problem.Fix widthFix(Node output) {
        return lastLinear(output)
                .map(node -> setUnits(node, (Linear) node.layer()))
                .orElseGet(() -> append(output));
    }

    /** The linear layer that alone gives the output its width. */
    private Optional<Node> lastLinear(Node node) {
        boolean shared = wiring.outputs(node.id()).size() > 1;
        return shared
                ? Optional.empty()
                : node.layer() instanceof Linear
                        ? Optional.of(node)
                        : keepsWidth(node.layer())
                                ? lastLinear(wiring.node(wiring.inputs(node.id()).getFirst()))
                                : Optional.empty();
    }

    private static boolean keepsWidth(LayerSpec layer) {
        return switch (layer) {
            case Activation _,
                    PRelu _,
                    RRelu _,
                    Softmax _,
                    LogSoftmax _,
                    Dropout _,
                    Dropout2d _,
                    BatchNorm _,
                    LayerNorm _,
                    GroupNorm _,
                    InstanceNorm _ ->
                    true;
            case Input _,
                    Linear _,
                    Maxout _,
                    Conv1d _,
                    Conv2d _,
                    ConvTranspose2d _,
                    MaxPool2d _,
                    AvgPool2d _,
                    AdaptiveAvgPool2d _,
                    GlobalAvgPool _,
                    Glu _,
                    Rnn _,
                    Gru _,
                    Lstm _,
                    Embedding _,
                    PositionalEncoding _,
                    MultiHeadAttention _,
                    Add _,
                    Multiply _,
                    Concat _,
                    Flatten _,
                    Reshape _,
                    Transpose _,
                    Upsample _ ->
                    false;
        };
    }

    private Problem.Fix setUnits(Node node, Linear linear) {
        return Fixes.layer(
                "setUnits",
                Map.of("node", node.id(), "units", String.valueOf(wanted())),
                node.id(),
                Records.with(Records.with(linear, "units", wanted()), "initial", Optional.empty()));
    }

    private Problem.Fix append(Node output) {
        String id = FreshId.of("output", wiring.ids());
        Linear linear = new Linear(wanted(), Function.identity);
        return Fixes.fix(
                "appendLinear",
                Map.of("units", String.valueOf(wanted())),
                new Edit.AddNode(id, linear),
                new Edit.AddEdge(new Edge(output.id(), id)));
    }
}
