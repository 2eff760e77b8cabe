package dev.spirallab.program;

import java.util.List;
import java.util.stream.IntStream;

/**
 * {@code y = x > 0 ? x : a x}; {@code da} is the sum of the gradients times x where x is negative.
 *
 * @param slopes one, or one a channel
 * @param rank of the input, batch included
 */
record PReluRule(int slopes, int rank) implements LayerRule {
    @Override
    public List<Slot> parameters() {
        return List.of(Slot.plain("weight", slopes, new Start.Constant(0.25)));
    }

    @Override
    public void forward(Cell cell, Pass pass, Code code) {
        code.let(cell.name(), "torch.prelu(" + cell.input() + ", " + cell.own("weight") + ")");
    }

    @Override
    public List<String> backward(Cell cell, String gradient, Code code) {
        code.let(
                cell.inputGradient(0) + ", " + cell.own("slopes"),
                "torch._prelu_kernel_backward(%s, %s, torch.reshape(%s, [1, %d%s]))"
                        .formatted(
                                gradient,
                                cell.input(),
                                cell.own("weight"),
                                slopes,
                                ", 1".repeat(rank - 2)));
        List<Integer> summed =
                IntStream.range(0, rank).filter(dim -> dim != 1 || slopes == 1).boxed().toList();
        code.let(
                cell.own("dweight"),
                "torch.reshape(torch.sum(%s, %s), [%d])"
                        .formatted(cell.own("slopes"), summed, slopes));
        cell.takeGradient("weight", code);
        return List.of(cell.inputGradient(0));
    }
}
