package dev.spirallab.export.onnx;

import dev.spirallab.engine.NodeTensor;
import dev.spirallab.export.onnx.OnnxGraph.Setting;
import dev.spirallab.spec.graph.Gru;
import dev.spirallab.spec.graph.Lstm;
import dev.spirallab.spec.graph.Recurrent;
import dev.spirallab.spec.graph.Rnn;
import dev.spirallab.spec.graph.RnnNonlinearity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Recurrent layers: ONNX has the same ones, with the gates in another order. */
final class OnnxRecurrent {
    private final Recurrent layer;
    private final OnnxCell cell;
    private final OnnxGraph graph;

    private OnnxRecurrent(Recurrent layer, OnnxCell cell) {
        this.layer = layer;
        this.cell = cell;
        this.graph = cell.graph();
    }

    static String add(Recurrent layer, OnnxCell cell) {
        return new OnnxRecurrent(layer, cell).add();
    }

    private String add() {
        int width = cell.in().along(2);
        String below = cell.transpose(cell.x(), 1, 0, 2);
        String last = "";
        for (int level = 0; level < layer.numLayers(); level++) {
            List<String> outputs = level(level, below, width);
            width = layer.directions() * layer.hiddenSize();
            below =
                    graph.add(
                            "Reshape",
                            List.of(
                                    cell.transpose(outputs.getFirst(), 0, 2, 1, 3),
                                    graph.wholes(List.of(0, 0, width))));
            last = outputs.getLast();
        }
        return layer.returnSequences()
                ? cell.transpose(below, 1, 0, 2)
                : cell.reshape(cell.transpose(last, 1, 0, 2), List.of(width));
    }

    /** All states {@code [L, directions, N, H]} and the last ones {@code [directions, N, H]}. */
    private List<String> level(int level, String below, int width) {
        int rows = layer.gates() * layer.hiddenSize();
        List<String> inputs = new ArrayList<>(List.of(below));
        inputs.add(weights("weight_ih", level, rows, width));
        inputs.add(weights("weight_hh", level, rows, layer.hiddenSize()));
        if (layer.bias()) {
            inputs.add(biases(level, rows));
        }
        List<Setting> settings =
                new ArrayList<>(List.of(Setting.whole("hidden_size", layer.hiddenSize())));
        if (layer.bidirectional()) {
            settings.add(Setting.word("direction", "bidirectional"));
        }
        if (layer instanceof Rnn rnn && rnn.nonlinearity() == RnnNonlinearity.relu) {
            settings.add(
                    Setting.words("activations", Collections.nCopies(layer.directions(), "Relu")));
        }
        if (layer instanceof Gru) {
            settings.add(Setting.whole("linear_before_reset", 1));
        }
        return graph.add(operation(), inputs, 2, settings.toArray(Setting[]::new));
    }

    private String operation() {
        return switch (layer) {
            case Rnn _ -> "RNN";
            case Gru _ -> "GRU";
            case Lstm _ -> "LSTM";
        };
    }

    /** Where each of ONNX's gates stands in PyTorch. */
    private List<Integer> gates() {
        return switch (layer) {
            case Rnn _ -> List.of(0);
            case Gru _ -> List.of(1, 0, 2);
            case Lstm _ -> List.of(0, 3, 1, 2);
        };
    }

    private List<String> ends(int level) {
        String end = "_l" + level;
        return layer.bidirectional() ? List.of(end, end + "_reverse") : List.of(end);
    }

    private String weights(String name, int level, int rows, int columns) {
        float[] all = new float[layer.directions() * rows * columns];
        int at = 0;
        for (String end : ends(level)) {
            at = ordered(cell.own(name + end), columns, all, at);
        }
        return graph.constant(List.of(layer.directions(), rows, columns), all);
    }

    private String biases(int level, int rows) {
        float[] all = new float[layer.directions() * 2 * rows];
        int at = 0;
        for (String end : ends(level)) {
            at = ordered(cell.own("bias_ih" + end), 1, all, at);
            at = ordered(cell.own("bias_hh" + end), 1, all, at);
        }
        return graph.constant(List.of(layer.directions(), 2 * rows), all);
    }

    private int ordered(NodeTensor tensor, int columns, float[] all, int start) {
        int size = layer.hiddenSize() * columns;
        int at = start;
        for (int gate : gates()) {
            System.arraycopy(tensor.values(), gate * size, all, at, size);
            at += size;
        }
        return at;
    }
}
