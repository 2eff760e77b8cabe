package dev.spirallab.export.python;

import dev.spirallab.export.Lines;
import dev.spirallab.export.ModelNames;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.spec.graph.PositionalEncoding;
import dev.spirallab.validation.TensorShape;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The graph as a module. Along a chain the values are called {@code x}; one that is taken up
 * elsewhere keeps its node's name.
 */
final class ModelCode {
    private static final String POSITIONS =
            """
            def positions(length, width):
                \"""Waves that tell each place of a sequence from the others.\"""
                places = torch.arange(length).unsqueeze(1)
                rates = torch.exp(torch.arange(0, width, 2) * (-math.log(10000) / width))
                waves = torch.stack([(places * rates).sin(), (places * rates).cos()], 2)
                return waves.flatten(1)[:, :width]
            """;

    private final Valid valid;
    private final ModelNames names;
    private final Map<String, String> variables = new HashMap<>();

    ModelCode(Valid valid) {
        this.valid = valid;
        this.names = ModelNames.of(valid);
    }

    String text() {
        Lines code = new Lines();
        if (valid.order().stream().anyMatch(node -> node.layer() instanceof PositionalEncoding)) {
            code.add(POSITIONS).blank().blank();
        }
        code.block(
                "class Model(nn.Module):",
                () -> {
                    code.block("def __init__(self):", () -> constructor(code)).blank();
                    code.block("def forward(self, x):", () -> forward(code));
                });
        return code.text();
    }

    private void constructor(Lines code) {
        code.add("super().__init__()");
        for (Node node : valid.order()) {
            layer(node).module().ifPresent(made -> code.add(module(node) + " = " + made));
        }
        for (Node node : valid.order()) {
            layer(node).start().forEach(line -> code.add(line.replace("$", module(node))));
        }
    }

    private String module(Node node) {
        return "self." + names.of(node.id());
    }

    private LayerCode layer(Node node) {
        List<TensorShape> inputs =
                valid.inputsOf(node.id()).stream()
                        .map(id -> Objects.requireNonNull(valid.shapes().get(id)))
                        .toList();
        return LayerCode.of(node.layer(), inputs);
    }

    private void forward(Lines code) {
        List<Node> order = valid.order();
        variables.put(order.getFirst().id(), "x");
        if (order.size() > 1 && !isPassedOn(0)) {
            String name = names.of(order.getFirst().id());
            variables.put(order.getFirst().id(), name);
            code.add(name + " = x");
        }
        for (int at = 1; at < order.size() - 1; at++) {
            String value = value(order.get(at));
            String variable = isPassedOn(at) ? "x" : names.of(order.get(at).id());
            variables.put(order.get(at).id(), variable);
            code.addIf(!value.equals(variable), variable + " = " + value);
        }
        code.add("return " + (order.size() > 1 ? value(order.getLast()) : "x"));
    }

    private String value(Node node) {
        List<String> inputs =
                valid.inputsOf(node.id()).stream()
                        .map(id -> Objects.requireNonNull(variables.get(id)))
                        .toList();
        return layer(node)
                .call()
                .apply(inputs.isEmpty() ? List.of("x") : inputs)
                .replace("$", module(node));
    }

    /**
     * Whether the node's value goes to the next node in order only, and that takes nothing else.
     */
    private boolean isPassedOn(int at) {
        String id = valid.order().get(at).id();
        List<String> takers =
                valid.experiment().graph().edges().stream()
                        .filter(edge -> edge.from().equals(id))
                        .map(edge -> edge.to())
                        .toList();
        String next = valid.order().get(at + 1).id();
        return takers.equals(List.of(next)) && valid.inputsOf(next).size() == 1;
    }
}
