package dev.spirallab.program;

import dev.spirallab.spec.graph.Convolution;
import dev.spirallab.validation.TensorShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * {@code y = f(w * x + b)}; PyTorch's own convolution computes it and, from the gradient before f,
 * the gradients of x, w and b. A sequence is an image one pixel high.
 *
 * <p>Images are handed over with their channels last in memory: in any other order the library
 * below (oneDNN 3.7.1) rounds the channels up to blocks of 16 and counts what happens to lie in the
 * places that nobody filled.
 *
 * @param in shape of the input
 */
record ConvolutionRule(Convolution layer, TensorShape in) implements LayerRule {
    private static final String CHANNELS_LAST = "memory_format=2";

    @Override
    public List<Slot> parameters() {
        List<Integer> shape = new ArrayList<>();
        shape.add(layer.transposed() ? in.width() : layer.outChannels());
        shape.add((layer.transposed() ? layer.outChannels() : in.width()) / layer.groups());
        shape.addAll(Collections.nCopies(layer.dimensions(), layer.kernelSize()));
        List<Slot> slots = new ArrayList<>();
        slots.add(Slot.weight(shape, Starts.weight(layer.initial(), layer.initializer(), shape)));
        if (layer.bias()) {
            int biases = layer.outChannels();
            slots.add(
                    Slot.plain(
                            "bias",
                            biases,
                            Starts.bias(layer.initial(), layer.biasInitializer(), biases, shape)));
        }
        return slots;
    }

    @Override
    public void forward(Cell cell, Pass pass, Code code) {
        code.let(
                cell.own("image"),
                "torch.contiguous(" + raised(cell.input()) + ", " + CHANNELS_LAST + ")");
        if (ambiguous()) {
            code.let(cell.own("image"), strided(cell.own("image")));
        }
        String sum =
                "torch.convolution(%s, %s, %s, %s)"
                        .formatted(
                                cell.own("image"),
                                raised(cell.own("weight")),
                                layer.bias() ? cell.own("bias") : "None",
                                settings());
        ending().forward(cell, cell.name(), pass, lowered(sum), code);
    }

    /** Where one number has no neighbours in some direction, its order in memory shows nothing. */
    private boolean ambiguous() {
        return in.width() == 1 || in.size() == in.width();
    }

    private String strided(String image) {
        List<Integer> sizes = new ArrayList<>(in.dimensions());
        if (flat()) {
            sizes.add(1, 1);
        }
        String shape = String.join(", ", sizes.stream().map(String::valueOf).toList());
        return "torch.as_strided(%s, [torch.size(%s, 0), %s], [%d, 1, %d, %d])"
                .formatted(
                        image,
                        image,
                        shape,
                        in.size(),
                        (long) sizes.get(2) * in.width(),
                        in.width());
    }

    /** Whether it slides along one dimension only. */
    private boolean flat() {
        return layer.dimensions() == 1;
    }

    private String raised(String tensor) {
        return flat() ? "torch.unsqueeze(" + tensor + ", 2)" : tensor;
    }

    private String lowered(String tensor) {
        return flat() ? "torch.squeeze(" + tensor + ", 2)" : tensor;
    }

    @Override
    public List<String> between() {
        return ending().between();
    }

    private Ending ending() {
        return new Ending(layer.activation());
    }

    private String settings() {
        return "%s, %s, %s, %s, %s, %d"
                .formatted(
                        each(layer.stride(), 1),
                        each(layer.padding(), 0),
                        each(layer.dilation(), 1),
                        Code.truth(layer.transposed()),
                        each(layer.outputPadding(), 0),
                        layer.groups());
    }

    /** The setting along height and width. */
    private List<Integer> each(int setting, int none) {
        return IntStream.of(flat() ? none : setting, setting).boxed().toList();
    }

    @Override
    public List<String> backward(Cell cell, String gradient, Code code) {
        String before = ending().backward(cell, cell.name(), gradient, code);
        String outputs =
                String.join(", ", cell.inputGradient(0), cell.own("dweight"), cell.own("dbias"));
        code.let(
                outputs,
                "torch.convolution_backward(%s, %s, %s, %s, %s, [%s, True, %s])"
                        .formatted(
                                raised(before),
                                cell.own("image"),
                                raised(cell.own("weight")),
                                layer.bias() ? "[" + layer.outChannels() + "]" : "None",
                                settings(),
                                Code.truth(cell.inputs().getFirst().learns()),
                                Code.truth(layer.bias())));
        code.run(
                "torch.copy_(%s, %s)"
                        .formatted(raised(cell.gradientOf("weight")), cell.own("dweight")));
        if (layer.bias()) {
            cell.takeGradient("bias", code);
        }
        return List.of(lowered(cell.inputGradient(0)));
    }
}
