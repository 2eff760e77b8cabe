package dev.spirallab.validation;

import dev.spirallab.spec.Edit;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.graph.Conv2d;
import dev.spirallab.spec.graph.Edge;
import dev.spirallab.spec.graph.Function;
import dev.spirallab.spec.graph.LayerSpec;
import dev.spirallab.spec.graph.Linear;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.spec.json.Records;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fixes of what is wrong with layers and their inputs. */
final class Remedies {
    private final Wiring wiring;

    Remedies(Wiring wiring) {
        this.wiring = wiring;
    }

    Optional<Problem.Fix> of(Node node, Flaw flaw, List<TensorShape> inputs) {
        return flaw.remedy()
                .map(remedy -> carriedOut(node, remedy))
                .or(() -> byCode(node, flaw.problem(), inputs));
    }

    private Problem.Fix carriedOut(Node node, Flaw.Remedy remedy) {
        return switch (remedy) {
            case Flaw.Set(var setting, var value, var layer) ->
                    Fixes.layer(
                            "setSetting",
                            Map.of(
                                    "node", node.id(),
                                    "setting", Records.label(layer, setting),
                                    "value", value),
                            node.id(),
                            layer);
            case Flaw.Before(var code, var layer, var arguments) -> {
                Map<String, String> all = new HashMap<>(arguments);
                all.put("node", node.id());
                yield Fixes.fix(code, all, new Edit.InsertOnEdge(edge(node, 0), layer));
            }
        };
    }

    private Edge edge(Node node, int input) {
        return new Edge(wiring.inputs(node.id()).get(input), node.id());
    }

    private Optional<Problem.Fix> byCode(Node node, Problem problem, List<TensorShape> inputs) {
        return switch (problem.code()) {
            case "shape.unlike" -> project(node, inputs);
            case "initial.weightSize", "initial.biasSize" ->
                    Optional.of(without(node, "initial", "dropInitial"));
            case "initializer.bounds",
                    "initializer.mean",
                    "initializer.orthogonalSize",
                    "initializer.bias" ->
                    Optional.of(
                            without(
                                    node,
                                    problem.path().substring("layer.".length()),
                                    "dropInitializer"));
            default -> Optional.empty();
        };
    }

    private static Problem.Fix without(Node node, String setting, String code) {
        LayerSpec bare = Records.with(node.layer(), setting, Optional.empty());
        return Fixes.layer(code, Map.of("node", node.id()), node.id(), bare);
    }

    /**
     * A linear layer on each odd branch brings it to the first one's width, a convolution of single
     * pixels brings images to the channels and the size of the smallest, as in a ResNet.
     */
    private Optional<Problem.Fix> project(Node node, List<TensorShape> inputs) {
        TensorShape goal =
                inputs.stream().min(Comparator.comparingLong(Remedies::places)).orElseThrow();
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            if (!inputs.get(i).equals(goal)) {
                Optional<LayerSpec> projection = projection(inputs.get(i), goal);
                if (projection.isEmpty()) {
                    return Optional.empty();
                }
                edits.add(new Edit.InsertOnEdge(edge(node, i), projection.get()));
            }
        }
        String code = goal.rank() == 1 ? "project" : "projectImages";
        return Optional.of(
                new Problem.Fix(code, Map.of("units", String.valueOf(goal.width())), edits));
    }

    private static long places(TensorShape shape) {
        return shape.size() / shape.width();
    }

    private static Optional<LayerSpec> projection(TensorShape from, TensorShape to) {
        if (from.rank() == 1 && to.rank() == 1) {
            return Optional.of(new Linear(to.width(), Function.identity));
        }
        return from.rank() == 3 && to.rank() == 3 ? shrunk(from, to) : Optional.empty();
    }

    private static Optional<LayerSpec> shrunk(TensorShape from, TensorShape to) {
        int stride = from.dimensions().get(1) / to.dimensions().get(1);
        boolean even =
                from.dimensions().get(1) == stride * to.dimensions().get(1)
                        && from.dimensions().get(2) == stride * to.dimensions().get(2);
        return Optional.of(stride)
                .filter(_ -> even)
                .map(step -> Conv2d.of(to.width(), 1, Function.identity, step, 0));
    }
}
