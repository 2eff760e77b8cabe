package dev.spirallab.export.python;

import dev.spirallab.spec.graph.Activation;
import dev.spirallab.spec.graph.AdaptiveAvgPool2d;
import dev.spirallab.spec.graph.Add;
import dev.spirallab.spec.graph.AvgPool2d;
import dev.spirallab.spec.graph.BatchNorm;
import dev.spirallab.spec.graph.Concat;
import dev.spirallab.spec.graph.Conv1d;
import dev.spirallab.spec.graph.Conv2d;
import dev.spirallab.spec.graph.ConvTranspose2d;
import dev.spirallab.spec.graph.Convolution;
import dev.spirallab.spec.graph.Dropout;
import dev.spirallab.spec.graph.Flatten;
import dev.spirallab.spec.graph.Function;
import dev.spirallab.spec.graph.GlobalAvgPool;
import dev.spirallab.spec.graph.Input;
import dev.spirallab.spec.graph.LayerSpec;
import dev.spirallab.spec.graph.Linear;
import dev.spirallab.spec.graph.MaxPool2d;
import dev.spirallab.validation.TensorShape;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A layer in PyTorch.
 *
 * @param module what the model's constructor makes, if anything
 * @param call from the layer's inputs to its output; {@code $} stands for the module
 * @param start lines that give the module's parameters their first values; {@code $} likewise
 */
record LayerCode(
        Optional<String> module,
        java.util.function.Function<List<String>, String> call,
        List<String> start) {

    /**
     * @param inputs the shapes of what the layer takes
     */
    static LayerCode of(LayerSpec layer, List<TensorShape> inputs) {
        TensorShape in = inputs.isEmpty() ? new TensorShape(List.of()) : inputs.getFirst();
        return switch (layer) {
            case Input _ -> function(x -> x);
            case Linear linear ->
                    module(Call.of("nn.Linear", in.dimensions().getLast(), linear.units()))
                            .then(linear.activation())
                            .starting(
                                    InitialCode.of(
                                            linear.initial(),
                                            linear.initializer(),
                                            linear.biasInitializer(),
                                            List.of()));
            case Activation activation -> function(x -> FunctionCode.of(activation.function(), x));
            case Conv1d conv -> convolution(conv, "nn.Conv1d", in);
            case Conv2d conv -> convolution(conv, "nn.Conv2d", in);
            case ConvTranspose2d conv -> convolution(conv, "nn.ConvTranspose2d", in);
            case MaxPool2d pool ->
                    module(
                            Call.of("nn.MaxPool2d", pool.kernelSize())
                                    .with(
                                            "stride",
                                            pool.stride().orElse(pool.kernelSize()),
                                            pool.kernelSize())
                                    .with("padding", pool.padding(), 0)
                                    .with("dilation", pool.dilation(), 1));
            case AvgPool2d pool ->
                    module(
                            Call.of("nn.AvgPool2d", pool.kernelSize())
                                    .with(
                                            "stride",
                                            pool.stride().orElse(pool.kernelSize()),
                                            pool.kernelSize())
                                    .with("padding", pool.padding(), 0));
            case AdaptiveAvgPool2d pool ->
                    module(Call.of("nn.AdaptiveAvgPool2d", pool.outputSize()));
            case GlobalAvgPool _ -> function(x -> x + ".mean(" + placesOf(in) + ")");
            case BatchNorm norm ->
                    module(
                            Call.of(
                                            in.rank() == 3 ? "nn.BatchNorm2d" : "nn.BatchNorm1d",
                                            in.width())
                                    .with("eps", norm.eps(), 1e-5)
                                    .with("momentum", norm.momentum(), 0.1)
                                    .with("affine", norm.affine(), true));
            case Dropout dropout -> module(Call.of("nn.Dropout").with("p", dropout.p(), 0.5));
            case Add _ -> merge(all -> String.join(" + ", all));
            case Concat _ -> merge(all -> "torch.cat([" + String.join(", ", all) + "], 1)");
            case Flatten _ -> function(x -> "torch.flatten(" + x + ", 1)");
        };
    }

    private static LayerCode convolution(Convolution layer, String kind, TensorShape in) {
        return module(
                        Call.of(kind, in.width(), layer.outChannels(), layer.kernelSize())
                                .with("stride", layer.stride(), 1)
                                .with("padding", layer.padding(), 0)
                                .with("output_padding", layer.outputPadding(), 0)
                                .with("dilation", layer.dilation(), 1)
                                .with("groups", layer.groups(), 1)
                                .with("bias", layer.bias(), true))
                .then(layer.activation())
                .starting(
                        InitialCode.of(
                                layer.initial(),
                                layer.initializer(),
                                layer.biasInitializer(),
                                kernel(layer, in)));
    }

    /** The shape of the weight, which initial values of a convolution are written without. */
    private static List<Integer> kernel(Convolution layer, TensorShape in) {
        int first = layer.transposed() ? in.width() : layer.outChannels();
        int second = (layer.transposed() ? layer.outChannels() : in.width()) / layer.groups();
        return IntStream.concat(
                        IntStream.of(first, second),
                        IntStream.generate(layer::kernelSize).limit(layer.dimensions()))
                .boxed()
                .toList();
    }

    /** All dimensions behind the channels. */
    private static String placesOf(TensorShape in) {
        return in.rank() == 2
                ? "2"
                : IntStream.rangeClosed(2, in.rank())
                        .mapToObj(String::valueOf)
                        .collect(Collectors.joining(", ", "[", "]"));
    }

    private static LayerCode module(Call module) {
        return new LayerCode(
                Optional.of(module.toString()), all -> "$(" + all.getFirst() + ")", List.of());
    }

    private static LayerCode function(UnaryOperator<String> function) {
        return merge(all -> function.apply(all.getFirst()));
    }

    private static LayerCode merge(java.util.function.Function<List<String>, String> call) {
        return new LayerCode(Optional.empty(), call, List.of());
    }

    private LayerCode then(Function activation) {
        return new LayerCode(module, all -> FunctionCode.of(activation, call.apply(all)), start);
    }

    private LayerCode starting(List<String> lines) {
        return new LayerCode(module, call, lines);
    }
}
