package dev.spirallab.program;

import dev.spirallab.spec.graph.Node;
import dev.spirallab.validation.TensorShape;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * The graph with its rules, in an order in which each node comes after its inputs.
 *
 * @param parameters where each lies in the flat parameter vector
 * @param buffers where each lies in the flat buffer vector
 */
record Network(List<Cell> cells, List<Parameter> parameters, List<Parameter> buffers) {

    static Network of(Valid valid) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        Names names = new Names();
        for (Node node : valid.order()) {
            List<Cell> inputs = valid.inputsOf(node.id()).stream().map(cells::get).toList();
            cells.put(node.id(), cell(node, names, inputs, valid));
        }
        List<Cell> all = List.copyOf(cells.values());
        return new Network(
                all, places(all, LayerRule::parameters), places(all, LayerRule::buffers));
    }

    private static Cell cell(Node node, Names names, List<Cell> inputs, Valid valid) {
        List<TensorShape> shapes = inputs.stream().map(Cell::shape).toList();
        LayerRule rule = LayerRules.of(node.layer(), shapes);
        boolean learns = !rule.parameters().isEmpty() || inputs.stream().anyMatch(Cell::learns);
        TensorShape shape = Objects.requireNonNull(valid.shapes().get(node.id()));
        String name = names.of(rule instanceof InputRule ? "x" : node.id());
        return new Cell(node.id(), name, rule, inputs, shape, learns);
    }

    private static List<Parameter> places(List<Cell> cells, Function<LayerRule, List<Slot>> asked) {
        List<Parameter> places = new ArrayList<>();
        for (Cell cell : cells) {
            for (Slot slot : asked.apply(cell.rule())) {
                places.add(place(cell, slot, places.isEmpty() ? 0 : places.getLast().end()));
            }
        }
        return places;
    }

    private static Parameter place(Cell cell, Slot slot, int offset) {
        return new Parameter(
                cell.id(), slot.name(), slot.shape(), offset, slot.start(), slot.regularized());
    }

    Cell input() {
        return cells.getFirst();
    }

    Cell output() {
        return cells.getLast();
    }

    boolean hasBackward() {
        return cells.stream().filter(Cell::learns).map(Cell::rule).allMatch(LayerRule::hasBackward);
    }

    /** Whether many runs of it can be trained at once. */
    boolean together() {
        return buffers.isEmpty()
                && hasBackward()
                && cells.stream().allMatch(cell -> cell.shape().rank() == 1)
                && cells.stream().map(Cell::rule).allMatch(LayerRule::together);
    }

    boolean random() {
        return cells.stream().map(Cell::rule).anyMatch(LayerRule::random);
    }

    boolean mixesExamples() {
        return cells.stream().map(Cell::rule).anyMatch(LayerRule::mixesExamples);
    }

    int parameterCount() {
        return parameters.isEmpty() ? 0 : parameters.getLast().end();
    }

    void forward(Pass pass, Code code) {
        cells.forEach(cell -> code.about(cell.id(), () -> cell.rule().forward(cell, pass, code)));
    }

    /** A view of each parameter, named after its node. */
    void unpackParameters(Code code) {
        unpack("P", parameters, "", code);
    }

    void unpackBuffers(Code code) {
        unpack("B", buffers, "", code);
    }

    /** Places for the gradients, views of the flat gradient {@code G}. */
    void unpackGradients(Code code) {
        unpack("G", parameters, "_grad", code);
    }

    private void unpack(String vector, List<Parameter> places, String suffix, Code code) {
        for (Parameter place : places) {
            String view =
                    "torch.view(torch.narrow(%s, -1, %d, %d), %s)"
                            .formatted(
                                    vector,
                                    place.offset(),
                                    place.size(),
                                    code.runs().shape(place.shape()));
            code.about(place.node(), () -> code.let(variable(place) + suffix, view));
        }
    }

    /** The variable that holds a parameter. */
    String variable(Parameter place) {
        return cells.stream()
                .filter(cell -> cell.id().equals(place.node()))
                .findFirst()
                .orElseThrow()
                .own(place.name());
    }
}
