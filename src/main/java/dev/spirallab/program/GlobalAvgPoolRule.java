package dev.spirallab.program;

import dev.spirallab.validation.TensorShape;
import java.util.List;
import java.util.stream.IntStream;

/** The mean of each channel; its gradient is spread over the channel evenly. */
record GlobalAvgPoolRule(TensorShape in) implements LayerRule {
    @Override
    public void forward(Cell cell, Pass pass, Code code) {
        List<Integer> places = IntStream.range(2, in.rank() + 1).boxed().toList();
        code.let(cell.name(), "torch.mean(" + cell.input() + ", " + places + ")");
    }

    @Override
    public List<String> backward(Cell cell, String gradient, Code code) {
        String ones = ", 1".repeat(in.rank() - 1);
        String one =
                "torch.reshape(torch.div(%s, %s), [-1, %d%s])"
                        .formatted(
                                gradient,
                                Code.number((double) in.size() / in.width()),
                                in.width(),
                                ones);
        String sizes =
                String.join(", ", in.dimensions().stream().skip(1).map(String::valueOf).toList());
        return List.of("torch.expand(%s, [-1, -1, %s])".formatted(one, sizes));
    }
}
