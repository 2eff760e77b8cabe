package dev.spirallab.engine;

import dev.spirallab.frame.LayerReport;
import dev.spirallab.frame.LayerReport.Layer;
import dev.spirallab.program.Parameter;
import dev.spirallab.program.Program;
import dev.spirallab.spec.graph.Activation;
import dev.spirallab.spec.graph.Convolution;
import dev.spirallab.spec.graph.Function;
import dev.spirallab.spec.graph.LayerSpec;
import dev.spirallab.spec.graph.Linear;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.validation.TensorShape;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Makes a model's numbers a report of its layers. */
final class LayerProbe {
    /** Enough to see how activations spread. */
    private static final int ROWS = 256;

    /** Numbers that are fetched of all layers together: 4 MiB. */
    private static final long NUMBERS = 1 << 20;

    private final Valid valid;
    private final List<Parameter> places;

    LayerProbe(Valid valid, Program program) {
        this.valid = valid;
        this.places = program.parameters();
    }

    /** How many rows it looks at. */
    static int rows(Valid valid, int atOnce) {
        long numbers = valid.shapes().values().stream().mapToLong(TensorShape::size).sum();
        return Math.clamp(NUMBERS / Math.max(1, numbers), 1, Math.min(ROWS, atOnce));
    }

    /** The nodes that put out a row of numbers. */
    List<Bank> banks() {
        return valid.order().stream()
                .filter(node -> shape(node).rank() == 1)
                .map(node -> new Bank(node.id(), shape(node).width()))
                .toList();
    }

    /** Where a node stands in the order of the graph; -1 where there is none. */
    int placeOf(String node) {
        return valid.order().stream().map(Node::id).toList().indexOf(node);
    }

    /**
     * Columns of the nodes' outputs.
     *
     * @param outputs of all nodes, in the order of the graph: {@code [rows, width]}
     * @return {@code [rows, units]}
     */
    float[] columns(List<Unit> units, List<float[]> outputs, int rows) {
        List<String> ids = valid.order().stream().map(Node::id).toList();
        float[] columns = new float[rows * units.size()];
        for (int column = 0; column < units.size(); column++) {
            Unit unit = units.get(column);
            float[] output = outputs.get(ids.indexOf(unit.node()));
            int width = output.length / rows;
            for (int row = 0; row < rows; row++) {
                columns[row * units.size() + column] = output[row * width + unit.index()];
            }
        }
        return columns;
    }

    /**
     * @param parameters flat, as they are
     * @param outputs of all nodes for some rows, in the order of the graph
     */
    LayerReport report(
            double learningRate,
            Preview next,
            int rows,
            float[] parameters,
            List<float[]> outputs) {
        float[] gradient = next.gradient().values();
        List<Layer> layers = new ArrayList<>();
        List<Node> nodes = valid.order();
        for (int i = 1; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            float[] output = outputs.get(i);
            List<Parameter> own =
                    places.stream().filter(place -> place.node().equals(node.id())).toList();
            int from = own.isEmpty() ? 0 : own.getFirst().offset();
            int count = own.stream().mapToInt(Parameter::size).sum();
            layers.add(
                    new Layer(
                            node.id(),
                            count,
                            Spread.of(parameters, from, count),
                            Spread.of(gradient, from, count),
                            Spread.of(output, 0, output.length),
                            count == 0 ? Optional.empty() : Spread.length(gradient, from, count),
                            ratio(parameters, next.after(), from, count),
                            dead(node, output, rows)));
        }
        return new LayerReport(learningRate, next.rows(), rows, layers);
    }

    private static Optional<Double> ratio(float[] before, float[] after, int from, int count) {
        return Spread.length(before, from, count)
                .filter(length -> length > 0)
                .flatMap(length ->
                        Spread.distance(after, before, from, count).map(moved -> moved / length));
    }

    private Optional<Double> dead(Node node, float[] output, int rows) {
        TensorShape shape = shape(node);
        return switch (node.layer()) {
            case Linear linear when linear.activation() == Function.relu ->
                    Optional.of(dead(output, shape.along(-1), 1));
            case Convolution convolution when convolution.activation() == Function.relu ->
                    Optional.of(deadChannels(output, rows, shape));
            case Activation(Function function)
                    when function == Function.relu && shape.rank() != 2 ->
                    Optional.of(deadChannels(output, rows, shape));
            case LayerSpec _ -> Optional.empty();
        };
    }

    private static double deadChannels(float[] output, int rows, TensorShape shape) {
        return dead(output, shape.width(), output.length / rows / shape.width());
    }

    /**
     * @param output {@code [.., units, places]}
     */
    private static double dead(float[] output, int units, int places) {
        boolean[] lives = new boolean[units];
        for (int i = 0; i < output.length; i++) {
            lives[i / places % units] |= output[i] > 0;
        }
        int living = 0;
        for (boolean each : lives) {
            living += each ? 1 : 0;
        }
        return (double) (units - living) / units;
    }

    private TensorShape shape(Node node) {
        return Objects.requireNonNull(valid.shapes().get(node.id()));
    }
}
