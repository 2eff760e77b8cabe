package dev.spirallab.validation;

import dev.spirallab.spec.Edit;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.graph.Activation;
import dev.spirallab.spec.graph.Edge;
import dev.spirallab.spec.graph.Function;
import dev.spirallab.spec.graph.LayerSpec;
import dev.spirallab.spec.graph.Linear;
import dev.spirallab.spec.graph.LogSoftmax;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.spec.graph.Softmax;
import dev.spirallab.spec.json.Records;
import dev.spirallab.spec.training.LossSpec;
import java.util.List;
import java.util.Map;

/** Whether the last layer gives what the loss takes: scores, log-probabilities or values. */
final class LastLayerCheck {
    private final LossSpec loss;
    private final Wiring wiring;
    private final List<Problem> problems;

    LastLayerCheck(LossSpec loss, Wiring wiring, List<Problem> problems) {
        this.loss = loss;
        this.wiring = wiring;
        this.problems = problems;
    }

    void run(Node output) {
        switch (loss) {
            case LossSpec.CrossEntropy _, LossSpec.BinaryCrossEntropy _, LossSpec.Hinge _ ->
                    scores(output);
            case LossSpec.Nll _, LossSpec.KlDivergence _ -> logProbabilities(output);
            case LossSpec.Mse _,
                    LossSpec.HalfSquaredError _,
                    LossSpec.L1 _,
                    LossSpec.SmoothL1 _,
                    LossSpec.Huber _ -> {}
        }
    }

    /** Losses that take scores apply softmax or sigmoid themselves. */
    private void scores(Node output) {
        LayerSpec layer = output.layer();
        if (layer instanceof Linear linear && linear.activation() != Function.identity) {
            LayerSpec bare = Records.with(layer, "activation", Function.identity);
            Map<String, String> about = Map.of("node", output.id());
            problems.add(
                    squashed(output, linear.activation())
                            .with(Fixes.layer("removeActivation", about, output.id(), bare)));
        }
        if (layer instanceof Activation(Function function) && function != Function.identity) {
            problems.add(squashed(output, function).with(Fixes.removeNode(output.id())));
        }
        if (layer instanceof Softmax) {
            problems.add(
                    hint("hint.lastSoftmax", output, loss()).with(Fixes.removeNode(output.id())));
        }
    }

    private Problem squashed(Node output, Function function) {
        return hint(
                "hint.lastActivation",
                output,
                Map.of("function", function.name(), "loss", Records.kind(loss)));
    }

    private void logProbabilities(Node output) {
        if (!(output.layer() instanceof LogSoftmax)) {
            problems.add(hint("hint.noLogSoftmax", output, loss()).with(toLogSoftmax(output)));
        }
    }

    private Problem.Fix toLogSoftmax(Node output) {
        Map<String, String> about = Map.of("node", output.id());
        if (output.layer() instanceof Softmax(int dim)) {
            return Fixes.layer("useLogSoftmax", about, output.id(), new LogSoftmax(dim));
        }
        String id = FreshId.of("logSoftmax", wiring.ids());
        return Fixes.fix(
                "appendLogSoftmax",
                about,
                new Edit.AddNode(id, new LogSoftmax(1)),
                new Edit.AddEdge(new Edge(output.id(), id)));
    }

    private Map<String, String> loss() {
        return Map.of("loss", Records.kind(loss));
    }

    private Problem hint(String code, Node output, Map<String, String> arguments) {
        return Problem.of(code, wiring.path(output.id()), arguments).at(output.id());
    }
}
