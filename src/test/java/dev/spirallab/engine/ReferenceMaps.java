package dev.spirallab.engine;

import dev.spirallab.spec.graph.BatchNorm;
import dev.spirallab.spec.graph.Function;
import dev.spirallab.spec.graph.LayerNorm;
import dev.spirallab.spec.graph.Maxout;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Dense layers, activations, norms and merges by their formulas; see {@link ReferenceModel}. */
final class ReferenceMaps {
    private ReferenceMaps() {}

    /** Of the last dimension. */
    static Tensor linear(Tensor x, Tensor weight, Tensor bias) {
        int units = weight.shape()[0];
        int width = weight.shape()[1];
        int[] shape = x.shape().clone();
        shape[shape.length - 1] = units;
        Tensor out = Tensor.zeros(shape);
        for (int k = 0; k < out.values().length; k++) {
            double sum = bias.values()[k % units];
            for (int i = 0; i < width; i++) {
                sum += weight.at(k % units, i) * x.values()[k / units * width + i];
            }
            out.values()[k] = sum;
        }
        return out;
    }

    static Tensor maxout(Maxout layer, Tensor maps) {
        int[] shape = maps.shape().clone();
        shape[shape.length - 1] = layer.units();
        Tensor out = Tensor.zeros(shape);
        for (int k = 0; k < out.values().length; k++) {
            int from = k * layer.pieces();
            out.values()[k] =
                    Arrays.stream(maps.values(), from, from + layer.pieces()).max().orElseThrow();
        }
        return out;
    }

    static DoubleUnaryOperator function(Function function) {
        return switch (function) {
            case identity -> x -> x;
            case relu -> x -> Math.max(0, x);
            case leakyRelu -> x -> x > 0 ? x : 0.01 * x;
            case elu, celu -> x -> x > 0 ? x : Math.exp(x) - 1;
            case selu ->
                    x -> 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * (Math.exp(x) - 1));
            case gelu -> x -> x * normal(x);
            case silu -> x -> x * sigmoid(x);
            case sigmoid -> ReferenceMaps::sigmoid;
            case tanh -> Math::tanh;
            case softplus -> ReferenceMaps::softplus;
            case softsign -> x -> x / (1 + Math.abs(x));
            case mish -> x -> x * Math.tanh(softplus(x));
            case relu6 -> x -> Math.clamp(x, 0, 6);
            case hardtanh -> x -> Math.clamp(x, -1, 1);
            case hardsigmoid -> x -> Math.clamp(x + 3, 0, 6) / 6;
            case hardswish -> x -> x * Math.clamp(x + 3, 0, 6) / 6;
            case logSigmoid -> x -> -softplus(-x);
            case tanhshrink -> x -> x - Math.tanh(x);
        };
    }

    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double softplus(double x) {
        return Math.log1p(Math.exp(x));
    }

    /** The normal distribution function: half plus the area from 0, by Simpson's rule. */
    private static double normal(double x) {
        int parts = 200;
        double step = x / parts;
        double sum = 0;
        for (int i = 0; i <= parts; i++) {
            double weight = i == 0 || i == parts ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * Math.exp(-(i * step) * (i * step) / 2);
        }
        return 0.5 + sum * step / 3 / Math.sqrt(2 * Math.PI);
    }

    static Tensor prelu(Tensor x, Tensor slopes) {
        Tensor out = Tensor.zeros(x.shape());
        for (int k = 0; k < out.values().length; k++) {
            int slope = slopes.values().length == 1 ? 0 : x.place(k)[0];
            double value = x.values()[k];
            out.values()[k] = value > 0 ? value : slopes.values()[slope] * value;
        }
        return out;
    }

    static Tensor glu(Tensor x, int dim) {
        int d = index(dim, x);
        int[] shape = x.shape().clone();
        shape[d] /= 2;
        Tensor out = Tensor.zeros(shape);
        for (int k = 0; k < out.values().length; k++) {
            int[] at = out.place(k);
            double value = x.at(at);
            at[d] += shape[d];
            out.values()[k] = value * sigmoid(x.at(at));
        }
        return out;
    }

    private static int index(int dim, Tensor x) {
        return dim < 0 ? x.rank() + dim : dim - 1;
    }

    static Tensor softmax(Tensor x, int dim) {
        int d = index(dim, x);
        Tensor out = Tensor.zeros(x.shape());
        for (int k = 0; k < out.values().length; k++) {
            int[] at = out.place(k);
            double sum = 0;
            for (int i = 0; i < x.shape()[d]; i++) {
                at[d] = i;
                sum += Math.exp(x.at(at));
            }
            out.values()[k] = Math.exp(x.values()[k]) / sum;
        }
        return out;
    }

    static Tensor batchNorm(BatchNorm norm, Tensor x, ReferenceModel.Weights of) {
        Tensor out = Tensor.zeros(x.shape());
        for (int k = 0; k < out.values().length; k++) {
            int channel = x.place(k)[0];
            double mean = of.get("mean").values()[channel];
            double variance = of.get("var").values()[channel];
            out.values()[k] = (x.values()[k] - mean) / Math.sqrt(variance + norm.eps());
        }
        return scaled(out, of);
    }

    static Tensor layerNorm(LayerNorm norm, Tensor x, ReferenceModel.Weights of) {
        int size =
                Arrays.stream(x.shape())
                        .skip(x.rank() - norm.normalizedDims())
                        .reduce(1, Math::multiplyExact);
        Tensor out = normalised(x, size, norm.eps());
        for (int k = 0; k < out.values().length && of.has("weight"); k++) {
            out.values()[k] =
                    out.values()[k] * of.get("weight").values()[k % size]
                            + of.get("bias").values()[k % size];
        }
        return out;
    }

    static Tensor groupNorm(int groups, double eps, Tensor x, ReferenceModel.Weights of) {
        return scaled(normalised(x, x.values().length / groups, eps), of);
    }

    /** So many numbers at a time, one behind the other. */
    private static Tensor normalised(Tensor x, int size, double eps) {
        Tensor out = Tensor.zeros(x.shape());
        for (int from = 0; from < x.values().length; from += size) {
            double mean = Arrays.stream(x.values(), from, from + size).average().orElseThrow();
            double variance =
                    Arrays.stream(x.values(), from, from + size)
                            .map(value -> (value - mean) * (value - mean))
                            .average()
                            .orElseThrow();
            for (int k = from; k < from + size; k++) {
                out.values()[k] = (x.values()[k] - mean) / Math.sqrt(variance + eps);
            }
        }
        return out;
    }

    private static Tensor scaled(Tensor x, ReferenceModel.Weights of) {
        Tensor out = Tensor.zeros(x.shape());
        for (int k = 0; k < out.values().length; k++) {
            int channel = x.place(k)[0];
            double scale = of.has("weight") ? of.get("weight").values()[channel] : 1;
            double shift = of.has("bias") ? of.get("bias").values()[channel] : 0;
            out.values()[k] = x.values()[k] * scale + shift;
        }
        return out;
    }

    static Tensor folded(List<Tensor> inputs, DoubleBinaryOperator with) {
        Tensor out = inputs.getFirst();
        for (Tensor next : inputs.subList(1, inputs.size())) {
            Tensor folded = Tensor.zeros(out.shape());
            for (int k = 0; k < folded.values().length; k++) {
                folded.values()[k] = with.applyAsDouble(out.values()[k], next.values()[k]);
            }
            out = folded;
        }
        return out;
    }

    static Tensor concat(List<Tensor> inputs, int dim) {
        int d = index(dim, inputs.getFirst());
        int[] shape = inputs.getFirst().shape().clone();
        shape[d] = inputs.stream().mapToInt(input -> input.shape()[d]).sum();
        Tensor out = Tensor.zeros(shape);
        int from = 0;
        for (Tensor input : inputs) {
            for (int k = 0; k < input.values().length; k++) {
                int[] at = input.place(k);
                at[d] += from;
                out.set(input.values()[k], at);
            }
            from += input.shape()[d];
        }
        return out;
    }

    static Tensor transposed(Tensor x, int first, int second) {
        int[] shape = x.shape().clone();
        swap(shape, first, second);
        Tensor out = Tensor.zeros(shape);
        for (int k = 0; k < x.values().length; k++) {
            int[] at = x.place(k);
            swap(at, first, second);
            out.set(x.values()[k], at);
        }
        return out;
    }

    private static void swap(int[] numbers, int first, int second) {
        int kept = numbers[first];
        numbers[first] = numbers[second];
        numbers[second] = kept;
    }
}
