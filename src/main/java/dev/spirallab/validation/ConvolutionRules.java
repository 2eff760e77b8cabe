package dev.spirallab.validation;

import dev.spirallab.spec.graph.ConvTranspose2d;
import dev.spirallab.spec.graph.Convolution;
import dev.spirallab.spec.graph.LayerSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Layers that slide kernels over sequences and images. */
final class ConvolutionRules {
    private ConvolutionRules() {}

    /** Each output is {@code k} products and as many sums; see {@link #fanIn}. */
    static <L extends LayerSpec & Convolution> Outcome slide(L conv, TensorShape in) {
        List<Flaw> unfit = (conv.dimensions() == 1 ? Ranks.SEQUENCE : Ranks.IMAGE).flaws(conv, in);
        if (!unfit.isEmpty()) {
            return Outcome.unknown(unfit);
        }
        List<Flaw> flaws = new ArrayList<>(groups(conv, in.width()));
        flaws.addAll(conv.transposed() ? outside(conv) : Window.of(conv).flaws(conv, in));
        TensorShape out = out(conv, in);
        flaws.addAll(tooSmall(conv, in));
        flaws.addAll(Outcome.tooWide(out.size()));
        if (flaws.isEmpty()) {
            flaws.addAll(starts(conv, in.width()));
        }
        return priced(conv, in, out).but(flaws);
    }

    private static List<Flaw> starts(Convolution conv, int channels) {
        long rows = conv.transposed() ? channels : conv.outChannels();
        long columns = fanIn(conv, channels);
        long biases = conv.bias() ? conv.outChannels() : 0;
        List<Flaw> flaws = new ArrayList<>(Starting.flaws(conv.initial(), rows, columns, biases));
        flaws.addAll(
                InitializerRule.flaws(conv.initializer(), rows, columns, conv.biasInitializer()));
        return flaws;
    }

    private static Outcome priced(Convolution conv, TensorShape in, TensorShape out) {
        long rows = conv.transposed() ? in.width() : conv.outChannels();
        long weights = Count.times(rows, fanIn(conv, in.width()));
        long biases = conv.bias() ? conv.outChannels() : 0;
        long places = (conv.transposed() ? in : out).size() / rows;
        long end = (biases > 0 ? 1L : 0L) + DenseRules.cost(conv.activation());
        return Outcome.of(
                out,
                Count.plus(weights, biases),
                Count.plus(
                        Count.times(Count.times(2, weights), places), Count.times(end, out.size())),
                Count.times(DenseRules.kept(conv.activation()), out.size()));
    }

    /**
     * How many numbers one of the weight's rows has, a row for each output channel (each input
     * channel, where the layer is transposed).
     */
    private static long fanIn(Convolution conv, int channels) {
        long others = conv.transposed() ? conv.outChannels() : channels;
        long kernel = 1;
        for (int i = 0; i < conv.dimensions(); i++) {
            kernel *= conv.kernelSize();
        }
        return Count.times(Math.max(1, others / conv.groups()), kernel);
    }

    private static <L extends LayerSpec & Convolution> List<Flaw> groups(L conv, int channels) {
        int groups = conv.groups();
        if (channels % groups == 0 && conv.outChannels() % groups == 0) {
            return List.of();
        }
        Map<String, String> sizes =
                Map.of(
                        "in", String.valueOf(channels),
                        "out", String.valueOf(conv.outChannels()));
        return List.of(
                Flaw.of("conv.groups", conv, "groups", sizes)
                        .remedied(conv, "groups", common(channels, conv.outChannels(), groups)));
    }

    /** The greatest divisor of both that is at most {@code most}. */
    private static int common(int a, int b, int most) {
        int divisor = Math.min(most, Math.min(a, b));
        while (a % divisor != 0 || b % divisor != 0) {
            divisor--;
        }
        return divisor;
    }

    private static <L extends LayerSpec & Convolution> List<Flaw> outside(L conv) {
        int most = Math.max(conv.stride(), conv.dilation()) - 1;
        return conv.outputPadding() <= most
                ? List.of()
                : List.of(
                        Flaw.of(
                                        "conv.outputPadding",
                                        conv,
                                        "outputPadding",
                                        Map.of("max", String.valueOf(most)))
                                .remedied(conv, "outputPadding", most));
    }

    private static <L extends LayerSpec & Convolution> List<Flaw> tooSmall(L conv, TensorShape in) {
        boolean empty =
                conv instanceof ConvTranspose2d
                        && in.dimensions().stream()
                                .skip(1)
                                .anyMatch(size -> length(conv, size) < 1);
        return empty
                ? List.of(
                        Flaw.of("conv.nothingLeft", conv, "padding", Map.of("shape", in.text()))
                                .remedied(conv, "padding", 0))
                : List.of();
    }

    private static TensorShape out(Convolution conv, TensorShape in) {
        List<Integer> dimensions = new ArrayList<>(List.of(conv.outChannels()));
        in.dimensions().stream()
                .skip(1)
                .forEach(size -> dimensions.add(Outcome.dimension(length(conv, size))));
        return new TensorShape(dimensions);
    }

    private static long length(Convolution conv, int size) {
        return conv.transposed()
                ? (size - 1L) * conv.stride()
                        - 2L * conv.padding()
                        + Window.of(conv).reach()
                        + conv.outputPadding()
                : Window.of(conv).steps(size);
    }
}
