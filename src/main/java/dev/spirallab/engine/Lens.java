package dev.spirallab.engine;

import dev.spirallab.frame.Interior;
import dev.spirallab.frame.Interior.Layer;
import dev.spirallab.frame.Interior.Overview;
import dev.spirallab.frame.Interior.Pictures;
import dev.spirallab.frame.Interior.Window;
import dev.spirallab.frame.Look;
import dev.spirallab.program.Parameter;
import dev.spirallab.program.Program;
import dev.spirallab.spec.graph.Convolution;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.validation.TensorShape;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Shows the numbers of one layer, and what it makes of one example. */
final class Lens {
    /** As many rows and columns as there are pictures of units. */
    private static final int EVENLY = 16;

    private static final int WINDOW = 32;
    private static final int FILTERS = 64;

    /** Numbers of filters that are shown together at most: 128 KiB. */
    private static final int NUMBERS = 1 << 15;

    private final Valid valid;
    private final List<Parameter> places;
    private final List<Layer> layers;

    Lens(Valid valid, Program program) {
        this.valid = valid;
        this.places = program.parameters();
        this.layers = valid.order().stream().skip(1).flatMap(node -> of(node).stream()).toList();
    }

    private List<Layer> of(Node node) {
        List<Layer> found = new ArrayList<>();
        List<Parameter> own = own(node.id());
        List<String> biases = new ArrayList<>();
        for (Parameter place : own) {
            if (!biases.contains(place.name())) {
                String bias = bias(node, place, own);
                biases.add(bias);
                found.add(
                        new Layer(node.id(), place.name(), from(node, place), bias, place.shape()));
            }
        }
        if (found.isEmpty() && makesImages(node.id())) {
            found.add(new Layer(node.id(), "", "", "", List.of()));
        }
        return found;
    }

    private List<Parameter> own(String node) {
        return places.stream().filter(place -> place.node().equals(node)).toList();
    }

    /** The bias that has a number for each row of the weight. */
    private static String bias(Node node, Parameter weight, List<Parameter> own) {
        boolean rowsAreInputs =
                node.layer() instanceof Convolution convolution && convolution.transposed();
        String name = weight.name().replaceFirst("weight", "bias");
        return own.stream()
                .filter(place -> !rowsAreInputs && !name.equals(weight.name()))
                .filter(place -> place.name().equals(name))
                .filter(place -> place.size() == weight.shape().getFirst())
                .map(Parameter::name)
                .findFirst()
                .orElse("");
    }

    private String from(Node node, Parameter place) {
        List<String> inputs = valid.inputsOf(node.id());
        return inputs.size() == 1
                        && place.shape().size() == 2
                        && shape(inputs.getFirst()).rank() == 1
                        && shape(inputs.getFirst()).width() == place.shape().getLast()
                ? inputs.getFirst()
                : "";
    }

    private TensorShape shape(String node) {
        return Objects.requireNonNull(valid.shapes().get(node));
    }

    private boolean makesImages(String node) {
        return shape(node).rank() == 3;
    }

    /** Where the number lies among all parameters, if there is such a number. */
    Optional<Integer> place(Edit edit) {
        return own(edit.node()).stream()
                .filter(place -> place.name().equals(edit.name()))
                .filter(place -> edit.index() >= 0 && edit.index() < place.size())
                .map(place -> place.offset() + edit.index())
                .findFirst();
    }

    /**
     * @param parameters flat, as they are
     * @param outputs of all nodes for one example, in the order of the graph; asked for only where
     *     images come of it
     */
    Interior interior(Look look, float[] parameters, Supplier<List<float[]>> outputs) {
        if (layers.isEmpty()) {
            return new Interior(layers, 0, empty(), Overview.NONE, Pictures.NONE, Pictures.NONE);
        }
        int chosen = chosen(look);
        Layer layer = layers.get(chosen);
        boolean images = makesImages(layer.node());
        List<float[]> made = images ? outputs.get() : List.of();
        Optional<Parameter> place = place(layer.node(), layer.name());
        Window window = place.map(p -> window(look, layer, p, parameters)).orElse(empty());
        return new Interior(
                layers,
                chosen,
                window,
                place.map(p -> overview(p, window, parameters)).orElse(Overview.NONE),
                images ? input(made.getFirst()) : Pictures.NONE,
                images ? maps(layer.node(), made) : Pictures.NONE);
    }

    private static Window empty() {
        return new Window(new int[0], new int[0], new float[0], new float[0]);
    }

    private int chosen(Look look) {
        return IntStream.range(0, layers.size())
                .filter(i -> layers.get(i).node().equals(look.node()))
                .filter(i -> layers.get(i).name().equals(look.name()))
                .findFirst()
                .orElseGet(() -> firstOf(look.node()));
    }

    private int firstOf(String node) {
        return IntStream.range(0, layers.size())
                .filter(i -> layers.get(i).node().equals(node))
                .findFirst()
                .orElse(0);
    }

    private Optional<Parameter> place(String node, String name) {
        return places.stream()
                .filter(place -> place.node().equals(node) && place.name().equals(name))
                .findFirst();
    }

    // numbers

    private Window window(Look look, Layer layer, Parameter place, float... parameters) {
        int width = place.size() / place.shape().getFirst();
        int[] columns = columns(look, place.shape(), width);
        int[] rows = rows(look, place.shape(), columns.length);
        float[] values = new float[rows.length * columns.length];
        for (int i = 0; i < values.length; i++) {
            int row = rows[i / columns.length];
            values[i] = parameters[place.offset() + row * width + columns[i % columns.length]];
        }
        float[] biases =
                place(layer.node(), layer.bias())
                        .map(bias -> picked(bias.offset(), rows, parameters))
                        .orElse(new float[0]);
        return new Window(rows, columns, values, biases);
    }

    private static float[] picked(int offset, int[] rows, float... parameters) {
        float[] picked = new float[rows.length];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = parameters[offset + rows[i]];
        }
        return picked;
    }

    private static int[] rows(Look look, List<Integer> shape, int columns) {
        int all = shape.getFirst();
        if (hasKernels(shape)) {
            int most = Math.clamp(NUMBERS / columns, 1, FILTERS);
            return neighbours(look.row(), most, all);
        }
        return look.evenly() ? evenly(all) : neighbours(look.row(), WINDOW, all);
    }

    /** Of kernels those of one channel, or of all three where they may be colours. */
    private static int[] columns(Look look, List<Integer> shape, int width) {
        if (hasKernels(shape)) {
            int kernel = width / shape.get(1);
            int channel = Math.min(look.column() / kernel, shape.get(1) - 1);
            return shape.get(1) == 3
                    ? neighbours(0, width, width)
                    : IntStream.range(channel * kernel, (channel + 1) * kernel).toArray();
        }
        return look.evenly() ? evenly(width) : neighbours(look.column(), WINDOW, width);
    }

    private static boolean hasKernels(List<Integer> shape) {
        return shape.size() > 2;
    }

    private static int[] evenly(int all) {
        int shown = Math.min(EVENLY, all);
        return IntStream.range(0, shown).map(i -> (int) ((long) i * all / shown)).toArray();
    }

    private static int[] neighbours(int from, int most, int all) {
        int shown = Math.min(most, all);
        int first = Math.min(from, all - shown);
        return IntStream.range(first, first + shown).toArray();
    }

    private static Overview overview(Parameter place, Window window, float... parameters) {
        boolean whole = window.values().length == place.size();
        if (whole || hasKernels(place.shape())) {
            return Overview.NONE;
        }
        int rows = place.shape().getFirst();
        float[] all = Arrays.copyOfRange(parameters, place.offset(), place.offset() + place.size());
        return Shrunk.overview(all, rows, place.size() / rows);
    }

    // pictures

    private Pictures input(float... example) {
        TensorShape shape = shape(valid.input().id());
        boolean drawable = shape.rank() == 3 && (shape.width() == 1 || shape.width() == 3);
        return drawable ? Shrunk.together(example, shape) : Pictures.NONE;
    }

    private Pictures maps(String node, List<float[]> made) {
        List<String> ids = valid.order().stream().map(Node::id).toList();
        return Shrunk.each(made.get(ids.indexOf(node)), shape(node));
    }
}
