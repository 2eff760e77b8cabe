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
import dev.spirallab.spec.graph.Dropout2d;
import dev.spirallab.spec.graph.Embedding;
import dev.spirallab.spec.graph.Flatten;
import dev.spirallab.spec.graph.Function;
import dev.spirallab.spec.graph.GlobalAvgPool;
import dev.spirallab.spec.graph.Glu;
import dev.spirallab.spec.graph.GroupNorm;
import dev.spirallab.spec.graph.Gru;
import dev.spirallab.spec.graph.Input;
import dev.spirallab.spec.graph.InstanceNorm;
import dev.spirallab.spec.graph.LayerNorm;
import dev.spirallab.spec.graph.LayerSpec;
import dev.spirallab.spec.graph.Linear;
import dev.spirallab.spec.graph.LogSoftmax;
import dev.spirallab.spec.graph.Lstm;
import dev.spirallab.spec.graph.MaxPool2d;
import dev.spirallab.spec.graph.Maxout;
import dev.spirallab.spec.graph.MultiHeadAttention;
import dev.spirallab.spec.graph.Multiply;
import dev.spirallab.spec.graph.PRelu;
import dev.spirallab.spec.graph.PositionalEncoding;
import dev.spirallab.spec.graph.RRelu;
import dev.spirallab.spec.graph.Recurrent;
import dev.spirallab.spec.graph.Reshape;
import dev.spirallab.spec.graph.Rnn;
import dev.spirallab.spec.graph.Softmax;
import dev.spirallab.spec.graph.Transpose;
import dev.spirallab.spec.graph.Upsample;
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
                    module(Call.of("nn.Linear", in.along(-1), linear.units()))
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
            case Multiply _ -> merge(all -> String.join(" * ", all));
            case Concat concat ->
                    merge(all ->
                            "torch.cat([%s], %d)".formatted(String.join(", ", all), concat.dim()));
            case Maxout maxout ->
                    module(Call.of("nn.Linear", in.along(-1), maxout.units() * maxout.pieces()))
                            .then(
                                    ".unflatten(-1, (%d, %d)).max(-1).values"
                                            .formatted(maxout.units(), maxout.pieces()));
            case PRelu prelu ->
                    module(Call.of("nn.PReLU").with("num_parameters", prelu.numParameters(), 1));
            case RRelu rrelu ->
                    module(
                            Call.of("nn.RReLU")
                                    .with("lower", rrelu.lower(), 1 / 8.0)
                                    .with("upper", rrelu.upper(), 1 / 3.0));
            case Glu glu ->
                    function(x -> Call.of("F.glu", x).with("dim", glu.dim(), -1).toString());
            case Softmax softmax ->
                    function(x -> "torch.softmax(" + x + ", " + softmax.dim() + ")");
            case LogSoftmax softmax ->
                    function(x -> "torch.log_softmax(" + x + ", " + softmax.dim() + ")");
            case LayerNorm norm ->
                    module(
                            Call.of("nn.LayerNorm", last(in, norm.normalizedDims()))
                                    .with("eps", norm.eps(), 1e-5)
                                    .with("elementwise_affine", norm.elementwiseAffine(), true));
            case GroupNorm norm ->
                    module(
                            Call.of("nn.GroupNorm", norm.numGroups(), in.width())
                                    .with("eps", norm.eps(), 1e-5)
                                    .with("affine", norm.affine(), true));
            case InstanceNorm norm ->
                    module(
                            Call.of("nn.InstanceNorm" + (in.rank() - 1) + "d", in.width())
                                    .with("eps", norm.eps(), 1e-5)
                                    .with("affine", norm.affine(), false));
            case Dropout2d dropout ->
                    module(
                            Call.of(
                                            in.rank() == 1
                                                    ? "nn.Dropout"
                                                    : "nn.Dropout" + (in.rank() - 1) + "d")
                                    .with("p", dropout.p(), 0.5));
            case Rnn rnn ->
                    recurrent(
                            rnn,
                            Call.of("nn.RNN", in.along(-1), rnn.hiddenSize())
                                    .with(
                                            "nonlinearity",
                                            Py.string(rnn.nonlinearity().name()),
                                            "\"tanh\""));
            case Gru gru -> recurrent(gru, Call.of("nn.GRU", in.along(-1), gru.hiddenSize()));
            case Lstm lstm -> recurrent(lstm, Call.of("nn.LSTM", in.along(-1), lstm.hiddenSize()));
            case Embedding embedding ->
                    new LayerCode(
                                    Optional.of(
                                            Call.of(
                                                            "nn.Embedding",
                                                            embedding.numEmbeddings(),
                                                            embedding.embeddingDim())
                                                    .toString()),
                                    all -> "$(" + all.getFirst() + ".long())",
                                    List.of())
                            .starting(
                                    InitialCode.of(
                                            Optional.empty(),
                                            embedding.initializer(),
                                            Optional.empty(),
                                            List.of()));
            case PositionalEncoding _ ->
                    function(x -> "%s + positions(%d, %d)".formatted(x, in.along(1), in.along(2)));
            case MultiHeadAttention attention -> attention(attention, inputs);
            case Reshape reshape ->
                    function(x ->
                            reshape.shape().stream()
                                    .map(String::valueOf)
                                    .collect(
                                            Collectors.joining(
                                                    ", ", x + ".reshape(len(" + x + "), ", ")")));
            case Transpose transpose ->
                    function(x ->
                            x + ".transpose(%d, %d)".formatted(transpose.dim0(), transpose.dim1()));
            case Upsample upsample ->
                    module(
                            Call.of("nn.Upsample")
                                    .with("scale_factor", upsample.scaleFactor())
                                    .with(
                                            "mode",
                                            Py.string(upsample.mode().name()),
                                            "\"nearest\""));
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

    /** A number, or a list where several dimensions are normalised together. */
    private static Object last(TensorShape in, int count) {
        return count == 1 ? in.along(-1) : in.dimensions().subList(in.rank() - count, in.rank());
    }

    /** From a state of zeros; gives all states, or the last of each direction. */
    private static LayerCode recurrent(Recurrent layer, Call made) {
        made.with("num_layers", layer.numLayers(), 1)
                .with("bias", layer.bias(), true)
                .with("batch_first", "True")
                .with("bidirectional", layer.bidirectional(), false);
        String state = layer instanceof Lstm ? "[1][0]" : "[1]";
        String last = layer.bidirectional() ? "[-2:].transpose(0, 1).flatten(1)" : "[-1]";
        return module(made).then(layer.returnSequences() ? "[0]" : state + last);
    }

    private static LayerCode attention(MultiHeadAttention layer, List<TensorShape> inputs) {
        int size = inputs.getFirst().along(2);
        int key = Math.min(1, inputs.size() - 1);
        int value = inputs.size() - 1;
        Call made =
                Call.of("nn.MultiheadAttention", size, layer.numHeads())
                        .with("bias", layer.bias(), true)
                        .with("kdim", inputs.get(key).along(2), size)
                        .with("vdim", inputs.get(value).along(2), size)
                        .with("batch_first", "True");
        String mask =
                layer.causal()
                        ? ", attn_mask=torch.ones(%d, %d).triu(1).bool()"
                                .formatted(inputs.getFirst().along(1), inputs.get(key).along(1))
                        : "";
        return new LayerCode(
                Optional.of(made.toString()),
                all ->
                        "$(%s, %s, %s, need_weights=False%s)[0]"
                                .formatted(all.getFirst(), all.get(key), all.get(value), mask),
                List.of());
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

    /** What is written behind the call. */
    private LayerCode then(String selection) {
        return new LayerCode(module, all -> call.apply(all) + selection, start);
    }

    private LayerCode starting(List<String> lines) {
        return new LayerCode(module, call, lines);
    }
}
