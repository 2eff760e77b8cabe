package dev.spirallab.export.djl;

import dev.spirallab.export.Lines;
import dev.spirallab.export.ModelNames;
import dev.spirallab.spec.graph.Activation;
import dev.spirallab.spec.graph.Convolution;
import dev.spirallab.spec.graph.Function;
import dev.spirallab.spec.graph.InstanceNorm;
import dev.spirallab.spec.graph.LayerSpec;
import dev.spirallab.spec.graph.Linear;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.validation.TensorShape;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The graph as a block. */
final class DjlModel {
    private final Valid valid;
    private final ModelNames names;
    private final Lacking lacking;
    private final Map<String, DjlLayer> layers = new HashMap<>();

    DjlModel(Valid valid, Lacking lacking) {
        this.valid = valid;
        this.lacking = lacking;
        names = ModelNames.of(valid);
        valid.order().forEach(this::translate);
    }

    private void translate(Node node) {
        List<String> inputs = valid.inputsOf(node.id());
        TensorShape out = shape(node.id());
        TensorShape in = inputs.isEmpty() ? out : shape(inputs.getFirst());
        String path = "graph.nodes[" + valid.experiment().graph().nodes().indexOf(node) + "].layer";
        layers.put(node.id(), DjlLayer.of(node.layer(), in, out, path, lacking));
        starts(node.layer(), path);
    }

    /** Values of their own need a block of their own in DJL. */
    private void starts(LayerSpec layer, String path) {
        switch (layer) {
            case Linear linear -> {
                linear.initial().ifPresent(_ -> lacking.setting(path + ".initial"));
                linear.initializer().ifPresent(_ -> lacking.setting(path + ".initializer"));
                linear.biasInitializer().ifPresent(_ -> lacking.setting(path + ".biasInitializer"));
            }
            case Convolution conv -> {
                conv.initial().ifPresent(_ -> lacking.setting(path + ".initial"));
                conv.initializer().ifPresent(_ -> lacking.setting(path + ".initializer"));
                conv.biasInitializer().ifPresent(_ -> lacking.setting(path + ".biasInitializer"));
            }
            case LayerSpec _ -> {}
        }
    }

    private TensorShape shape(String id) {
        return Objects.requireNonNull(valid.shapes().get(id));
    }

    private DjlLayer layer(Node node) {
        return Objects.requireNonNull(layers.get(node.id()));
    }

    void write(Lines code) {
        code.braces(
                "static final class Network extends AbstractBlock",
                () -> {
                    for (Node node : valid.order()) {
                        layer(node).block().ifPresent(made -> field(node, made, code));
                    }
                    code.blank();
                    code.add("@Override");
                    code.braces(
                            "protected NDList forwardInternal(ParameterStore store, NDList inputs,"
                                    + " boolean training, PairList<String, Object> options)",
                            () -> forward(code));
                    code.blank();
                    initialize(code);
                    code.blank();
                    shapes(code);
                    code.blank();
                    helpers(code);
                });
    }

    private void field(Node node, String made, Lines code) {
        String name = names.of(node.id());
        code.add("private final Block %s = addChildBlock(\"%s\", %s);".formatted(name, name, made));
    }

    private void forward(Lines code) {
        List<Node> order = valid.order();
        String first = names.of(order.getFirst().id()) + "Value";
        code.add("NDArray " + first + " = inputs.singletonOrThrow();");
        for (Node node : order.subList(1, order.size())) {
            List<String> values =
                    valid.inputsOf(node.id()).stream().map(id -> names.of(id) + "Value").toList();
            String value = layer(node).call().apply(values).replace("$", names.of(node.id()));
            code.add("NDArray " + names.of(node.id()) + "Value = " + value + ";");
        }
        code.add("return new NDList(" + names.of(order.getLast().id()) + "Value);");
    }

    private void initialize(Lines code) {
        code.add("@Override");
        code.braces(
                "protected void initializeChildBlocks(NDManager manager, DataType type, Shape..."
                        + " inputs)",
                () -> {
                    for (Node node : valid.order()) {
                        if (layer(node).block().isPresent()) {
                            List<Integer> in =
                                    shape(valid.inputsOf(node.id()).getFirst()).dimensions();
                            code.add(
                                    "%s.initialize(manager, type, new Shape(1, %s));"
                                            .formatted(names.of(node.id()), list(in)));
                        }
                    }
                });
    }

    private void shapes(Lines code) {
        code.add("@Override");
        code.braces(
                "public Shape[] getOutputShapes(Shape[] inputs)",
                () ->
                        code.add(
                                "return new Shape[] {new Shape(inputs[0].get(0), "
                                        + list(shape(valid.output().id()).dimensions())
                                        + ")};"));
    }

    private static String list(List<Integer> dimensions) {
        return String.join(", ", dimensions.stream().map(String::valueOf).toList());
    }

    private void helpers(Lines code) {
        code.add(
                """
                private static NDArray run(Block block, NDArray x, ParameterStore store, boolean training) {
                    return block.forward(store, new NDList(x), training).singletonOrThrow();
                }
                """);
        if (uses(Function.hardswish)) {
            code.blank()
                    .add(
                            """
                            private static NDArray hardSwish(NDArray x) {
                                return x.mul(x.add(3).clip(0, 6)).div(6);
                            }
                            """);
        }
        if (valid.order().stream().anyMatch(node -> node.layer() instanceof InstanceNorm)) {
            code.blank()
                    .add(
                            """
                            private static NDArray normalized(NDArray x, int[] axes, float eps) {
                                NDArray centred = x.sub(x.mean(axes, true));
                                return centred.div(centred.square().mean(axes, true).add(eps).sqrt());
                            }
                            """);
        }
        if (uses(Function.tanhshrink)) {
            code.blank()
                    .add(
                            """
                            private static NDArray tanhShrink(NDArray x) {
                                return x.sub(Activation.tanh(x));
                            }
                            """);
        }
    }

    private boolean uses(Function function) {
        return valid.order().stream()
                .map(Node::layer)
                .anyMatch(layer ->
                        switch (layer) {
                            case Linear linear -> linear.activation() == function;
                            case Activation activation -> activation.function() == function;
                            case Convolution conv -> conv.activation() == function;
                            case LayerSpec _ -> false;
                        });
    }
}
