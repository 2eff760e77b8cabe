package dev.spirallab.engine;

import static dev.spirallab.engine.ReferenceMaps.sigmoid;

import dev.spirallab.spec.graph.Gru;
import dev.spirallab.spec.graph.Lstm;
import dev.spirallab.spec.graph.MultiHeadAttention;
import dev.spirallab.spec.graph.Recurrent;
import dev.spirallab.spec.graph.Rnn;
import dev.spirallab.spec.graph.RnnNonlinearity;
import java.util.List;

/** Layers of sequences by their formulas; see {@link ReferenceModel}. */
final class ReferenceSequences {
    private ReferenceSequences() {}

    static Tensor embedding(Tensor x, Tensor weight) {
        int width = weight.shape()[1];
        Tensor out = Tensor.zeros(x.values().length, width);
        for (int k = 0; k < out.values().length; k++) {
            out.values()[k] = weight.at((int) x.values()[k / width], k % width);
        }
        return out;
    }

    static Tensor positions(Tensor x) {
        Tensor out = Tensor.zeros(x.shape());
        for (int k = 0; k < out.values().length; k++) {
            int[] at = x.place(k);
            int even = at[1] - at[1] % 2;
            double angle = at[0] / Math.pow(10_000, (double) even / x.last());
            out.values()[k] = x.values()[k] + (at[1] == even ? Math.sin(angle) : Math.cos(angle));
        }
        return out;
    }

    static Tensor recurrent(Recurrent layer, Tensor x, ReferenceModel.Weights of) {
        int size = layer.hiddenSize();
        int length = x.shape()[0];
        Tensor below = x;
        Tensor last = Tensor.zeros(layer.directions() * size);
        for (int level = 0; level < layer.numLayers(); level++) {
            Tensor above = Tensor.zeros(length, layer.directions() * size);
            for (int direction = 0; direction < layer.directions(); direction++) {
                String end = "_l" + level + (direction == 1 ? "_reverse" : "");
                double[] state = new double[size];
                double[] memory = new double[size];
                for (int i = 0; i < length; i++) {
                    int place = direction == 0 ? i : length - 1 - i;
                    state = next(layer, row(below, place), state, memory, end, of);
                    for (int k = 0; k < size; k++) {
                        above.set(state[k], place, direction * size + k);
                        last.set(state[k], direction * size + k);
                    }
                }
            }
            below = above;
        }
        return layer.returnSequences() ? below : last;
    }

    private static double[] row(Tensor x, int place) {
        double[] row = new double[x.last()];
        System.arraycopy(x.values(), place * row.length, row, 0, row.length);
        return row;
    }

    /**
     * @param memory of an LSTM, which is changed
     */
    private static double[] next(
            Recurrent layer,
            double[] x,
            double[] state,
            double[] memory,
            String end,
            ReferenceModel.Weights of) {
        double[] fromInput = product(of, "weight_ih" + end, "bias_ih" + end, x);
        double[] fromState = product(of, "weight_hh" + end, "bias_hh" + end, state);
        int size = state.length;
        double[] next = new double[size];
        for (int k = 0; k < size; k++) {
            next[k] =
                    switch (layer) {
                        case Rnn rnn -> {
                            double sum = fromInput[k] + fromState[k];
                            yield rnn.nonlinearity() == RnnNonlinearity.tanh
                                    ? Math.tanh(sum)
                                    : Math.max(0, sum);
                        }
                        case Gru _ -> {
                            double reset = sigmoid(fromInput[k] + fromState[k]);
                            double keep = sigmoid(fromInput[size + k] + fromState[size + k]);
                            double fresh =
                                    Math.tanh(
                                            fromInput[2 * size + k]
                                                    + reset * fromState[2 * size + k]);
                            yield (1 - keep) * fresh + keep * state[k];
                        }
                        case Lstm _ -> {
                            double in = sigmoid(fromInput[k] + fromState[k]);
                            double forget = sigmoid(fromInput[size + k] + fromState[size + k]);
                            double fresh =
                                    Math.tanh(fromInput[2 * size + k] + fromState[2 * size + k]);
                            double show =
                                    sigmoid(fromInput[3 * size + k] + fromState[3 * size + k]);
                            memory[k] = forget * memory[k] + in * fresh;
                            yield show * Math.tanh(memory[k]);
                        }
                    };
        }
        return next;
    }

    private static double[] product(
            ReferenceModel.Weights of, String weight, String bias, double[] x) {
        Tensor w = of.get(weight);
        double[] out = new double[w.shape()[0]];
        for (int i = 0; i < out.length; i++) {
            out[i] = of.has(bias) ? of.get(bias).values()[i] : 0;
            for (int j = 0; j < x.length; j++) {
                out[i] += w.at(i, j) * x[j];
            }
        }
        return out;
    }

    static Tensor attention(
            MultiHeadAttention layer, List<Tensor> inputs, ReferenceModel.Weights of) {
        int size = inputs.getFirst().last();
        int each = size / layer.numHeads();
        Tensor q = mapped(inputs.getFirst(), of, "q", 0, size);
        Tensor k = mapped(inputs.get(Math.min(1, inputs.size() - 1)), of, "k", 1, size);
        Tensor v = mapped(inputs.getLast(), of, "v", 2, size);
        Tensor gathered = Tensor.zeros(q.shape());
        for (int head = 0; head < layer.numHeads(); head++) {
            for (int from = 0; from < q.shape()[0]; from++) {
                int seen = layer.causal() ? Math.min(from + 1, k.shape()[0]) : k.shape()[0];
                double[] weights = new double[seen];
                double sum = 0;
                for (int to = 0; to < seen; to++) {
                    double score = 0;
                    for (int d = head * each; d < (head + 1) * each; d++) {
                        score += q.at(from, d) * k.at(to, d);
                    }
                    weights[to] = Math.exp(score / Math.sqrt(each));
                    sum += weights[to];
                }
                for (int to = 0; to < seen; to++) {
                    for (int d = head * each; d < (head + 1) * each; d++) {
                        gathered.add(weights[to] / sum * v.at(to, d), from, d);
                    }
                }
            }
        }
        Tensor bias = of.has("out_proj_bias") ? of.get("out_proj_bias") : Tensor.zeros(size);
        return ReferenceMaps.linear(gathered, of.get("out_proj_weight"), bias);
    }

    private static Tensor mapped(
            Tensor x, ReferenceModel.Weights of, String letter, int place, int size) {
        Tensor bias = Tensor.zeros(size);
        for (int i = 0; i < size && of.has("in_proj_bias"); i++) {
            bias.set(of.get("in_proj_bias").at(place * size + i), i);
        }
        if (of.has(letter + "_proj_weight")) {
            return ReferenceMaps.linear(x, of.get(letter + "_proj_weight"), bias);
        }
        Tensor weight = Tensor.zeros(size, size);
        System.arraycopy(
                of.get("in_proj_weight").values(),
                place * size * size,
                weight.values(),
                0,
                size * size);
        return ReferenceMaps.linear(x, weight, bias);
    }
}
