package dev.spirallab.export.djl;

import dev.spirallab.export.Lines;
import dev.spirallab.export.ModelNames;
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
    private final DjlStarts starts;
    private final Map<String, DjlLayer> layers = new HashMap<>();

    DjlModel(Valid valid) {
        this.valid = valid;
        names = ModelNames.of(valid);
        starts = new DjlStarts(valid);
        valid.order().forEach(this::translate);
    }

    private void translate(Node node) {
        List<TensorShape> inputs = valid.inputsOf(node.id()).stream().map(this::shape).toList();
        layers.put(node.id(), DjlLayer.of(node.layer(), inputs, shape(node.id())));
    }

    private TensorShape shape(String id) {
        return Objects.requireNonNull(valid.shapes().get(id));
    }

    private DjlLayer layer(Node node) {
        return Objects.requireNonNull(layers.get(node.id()));
    }

    void write(Lines code) {
        Lines network = new Lines();
        network.braces(
                "static final class Network extends AbstractBlock",
                () -> {
                    for (Node node : valid.order()) {
                        layer(node).block().ifPresent(made -> field(node, made, network));
                    }
                    network.blank().add("@Override");
                    network.braces(
                            "protected NDList forwardInternal(ParameterStore store, NDList inputs,"
                                    + " boolean training, PairList<String, Object> options)",
                            () -> forward(network));
                    network.blank();
                    initialize(network);
                    network.blank();
                    shapes(network);
                });
        code.add(network.text());
        DjlHelpers.write(network.text(), code);
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
                            starts.write(node, names.of(node.id()), code);
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
}
