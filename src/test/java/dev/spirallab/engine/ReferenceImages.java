package dev.spirallab.engine;

import dev.spirallab.spec.graph.AvgPool2d;
import dev.spirallab.spec.graph.Convolution;
import dev.spirallab.spec.graph.MaxPool2d;
import dev.spirallab.spec.graph.Upsample;
import dev.spirallab.spec.graph.UpsampleMode;

/** Layers of images by their formulas; see {@link ReferenceModel}. */
final class ReferenceImages {
    private ReferenceImages() {}

    /** {@code y[s i + d u - p] += w x[i]} where it is transposed, else the other way round. */
    static Tensor convolved(Convolution conv, Tensor x, ReferenceModel.Weights of) {
        boolean flat = conv.dimensions() == 1;
        Tensor in = x.image();
        Tensor weight = of.get("weight");
        Tensor w =
                flat
                        ? weight.as(weight.shape()[0], weight.shape()[1], 1, conv.kernelSize())
                        : weight;
        Tensor out =
                Tensor.zeros(
                        conv.outChannels(),
                        flat ? 1 : length(conv, in.shape()[1]),
                        length(conv, in.shape()[2]));
        Tensor spread = conv.transposed() ? in : out;
        Tensor gathered = conv.transposed() ? out : in;
        int perGroup = gathered.shape()[0] / conv.groups();
        for (int a = 0; a < spread.shape()[0]; a++) {
            int group = a / (spread.shape()[0] / conv.groups());
            for (int i = 0; i < spread.shape()[1]; i++) {
                for (int j = 0; j < spread.shape()[2]; j++) {
                    for (int b = 0; b < perGroup; b++) {
                        for (int u = 0; u < w.shape()[2]; u++) {
                            for (int v = 0; v < w.shape()[3]; v++) {
                                int row =
                                        flat
                                                ? 0
                                                : conv.stride() * i
                                                        + conv.dilation() * u
                                                        - conv.padding();
                                int column =
                                        conv.stride() * j + conv.dilation() * v - conv.padding();
                                int channel = group * perGroup + b;
                                if (inside(gathered, row, column)) {
                                    double factor = w.at(a, b, u, v);
                                    if (conv.transposed()) {
                                        out.add(factor * in.at(a, i, j), channel, row, column);
                                    } else {
                                        out.add(factor * in.at(channel, row, column), a, i, j);
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < out.values().length && conv.bias(); k++) {
            out.values()[k] += of.get("bias").values()[out.place(k)[0]];
        }
        Tensor ended = out.map(ReferenceMaps.function(conv.activation()));
        return flat ? ended.as(out.shape()[0], out.shape()[2]) : ended;
    }

    private static boolean inside(Tensor image, int row, int column) {
        return row >= 0 && row < image.shape()[1] && column >= 0 && column < image.shape()[2];
    }

    private static int length(Convolution conv, int size) {
        int reach = conv.dilation() * (conv.kernelSize() - 1) + 1;
        return conv.transposed()
                ? (size - 1) * conv.stride() - 2 * conv.padding() + reach + conv.outputPadding()
                : (size + 2 * conv.padding() - reach) / conv.stride() + 1;
    }

    static Tensor max(MaxPool2d pool, Tensor x) {
        int stride = pool.stride().orElse(pool.kernelSize());
        int reach = pool.dilation() * (pool.kernelSize() - 1) + 1;
        Tensor out =
                Tensor.zeros(
                        x.shape()[0],
                        (x.shape()[1] + 2 * pool.padding() - reach) / stride + 1,
                        (x.shape()[2] + 2 * pool.padding() - reach) / stride + 1);
        for (int k = 0; k < out.values().length; k++) {
            int[] at = out.place(k);
            double greatest = Double.NEGATIVE_INFINITY;
            for (int u = 0; u < pool.kernelSize(); u++) {
                for (int v = 0; v < pool.kernelSize(); v++) {
                    int row = stride * at[1] + pool.dilation() * u - pool.padding();
                    int column = stride * at[2] + pool.dilation() * v - pool.padding();
                    if (inside(x, row, column)) {
                        greatest = Math.max(greatest, x.at(at[0], row, column));
                    }
                }
            }
            out.values()[k] = greatest;
        }
        return out;
    }

    static Tensor mean(AvgPool2d pool, Tensor x) {
        int stride = pool.stride().orElse(pool.kernelSize());
        int size = pool.kernelSize();
        Tensor out =
                Tensor.zeros(
                        x.shape()[0],
                        (x.shape()[1] + 2 * pool.padding() - size) / stride + 1,
                        (x.shape()[2] + 2 * pool.padding() - size) / stride + 1);
        for (int k = 0; k < out.values().length; k++) {
            int[] at = out.place(k);
            double sum = 0;
            for (int u = 0; u < size; u++) {
                for (int v = 0; v < size; v++) {
                    int row = stride * at[1] + u - pool.padding();
                    int column = stride * at[2] + v - pool.padding();
                    sum += inside(x, row, column) ? x.at(at[0], row, column) : 0;
                }
            }
            out.values()[k] = sum / (size * size);
        }
        return out;
    }

    static Tensor adaptive(int size, Tensor x) {
        Tensor out = Tensor.zeros(x.shape()[0], size, size);
        for (int k = 0; k < out.values().length; k++) {
            int[] at = out.place(k);
            double sum = 0;
            int count = 0;
            for (int i = first(at[1], x.shape()[1], size);
                    i < end(at[1], x.shape()[1], size);
                    i++) {
                for (int j = first(at[2], x.shape()[2], size);
                        j < end(at[2], x.shape()[2], size);
                        j++) {
                    sum += x.at(at[0], i, j);
                    count++;
                }
            }
            out.values()[k] = sum / count;
        }
        return out;
    }

    private static int first(int index, int length, int size) {
        return index * length / size;
    }

    private static int end(int index, int length, int size) {
        return Math.ceilDiv((index + 1) * length, size);
    }

    static Tensor enlarged(Upsample upsample, Tensor x) {
        boolean flat = x.rank() == 2;
        Tensor in = x.image();
        int factor = upsample.scaleFactor();
        Tensor out =
                Tensor.zeros(
                        in.shape()[0], flat ? 1 : in.shape()[1] * factor, in.shape()[2] * factor);
        for (int k = 0; k < out.values().length; k++) {
            int[] at = out.place(k);
            out.values()[k] =
                    upsample.mode() == UpsampleMode.nearest
                            ? in.at(at[0], flat ? 0 : at[1] / factor, at[2] / factor)
                            : between(in, at[0], source(at[1], factor), source(at[2], factor));
        }
        return flat ? out.as(out.shape()[0], out.shape()[2]) : out;
    }

    /** Where the middle of a new pixel lies among the old ones. */
    private static double source(int place, int factor) {
        return Math.max(0, (place + 0.5) / factor - 0.5);
    }

    private static double between(Tensor in, int channel, double row, double column) {
        int i = (int) row;
        int j = (int) column;
        int below = Math.min(i + 1, in.shape()[1] - 1);
        int right = Math.min(j + 1, in.shape()[2] - 1);
        double u = row - i;
        double v = column - j;
        return (1 - u) * ((1 - v) * in.at(channel, i, j) + v * in.at(channel, i, right))
                + u * ((1 - v) * in.at(channel, below, j) + v * in.at(channel, below, right));
    }
}
