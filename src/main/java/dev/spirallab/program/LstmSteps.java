package dev.spirallab.program;

import dev.spirallab.spec.graph.Lstm;
import java.util.ArrayList;
import java.util.List;

/**
 * An LSTM place by place, as it is evaluated. Where no gradients are asked for, PyTorch would leave
 * the whole of it to oneDNN, which counts numbers that nobody gave it; see {@link ConvolutionRule}.
 */
record LstmSteps(Lstm layer, Cell cell) {

    void write(Code code) {
        String below = cell.input();
        List<String> last = new ArrayList<>();
        for (int level = 0; level < layer.numLayers(); level++) {
            List<String> ways = new ArrayList<>();
            last.clear();
            for (String end : RecurrentRule.ends(layer, level)) {
                steps(below, end, code);
                ways.add(cell.own("each" + end));
                last.add(cell.own("state" + end));
            }
            below = joined(ways, 2);
        }
        code.let(cell.name(), layer.returnSequences() ? below : joined(last, 1));
    }

    private static String joined(List<String> tensors, int dim) {
        return tensors.size() == 1
                ? tensors.getFirst()
                : "torch.cat([" + String.join(", ", tensors) + "], " + dim + ")";
    }

    private void steps(String input, String end, Code code) {
        boolean back = end.endsWith("_reverse");
        int length = cell.inputs().getFirst().shape().along(1);
        String below = cell.own("below" + end);
        String state = cell.own("state" + end);
        String memory = cell.own("memory" + end);
        String states = cell.own("states" + end);
        code.let(below, input);
        code.let(
                state,
                "torch.new_zeros(%s, [torch.size(%s, 0), %d])"
                        .formatted(below, below, layer.hiddenSize()));
        code.let(memory, state);
        code.let(states, "annotate(List[Tensor], [])");
        code.block(
                "for place in range(" + length + "):",
                () -> {
                    String place = back ? "torch.sub(" + (length - 1) + ", place)" : "place";
                    code.let(
                            state + ", " + memory,
                            "torch.lstm_cell(torch.select(%s, 1, %s), [%s, %s], %s)"
                                    .formatted(below, place, state, memory, parameters(end)));
                    code.let(cell.own("kept" + end), "torch.append(" + states + ", " + state + ")");
                });
        String each = "torch.stack(" + states + ", 1)";
        code.let(cell.own("each" + end), back ? "torch.flip(" + each + ", [1])" : each);
    }

    private String parameters(String end) {
        String biases =
                layer.bias()
                        ? cell.own("bias_ih" + end) + ", " + cell.own("bias_hh" + end)
                        : "None, None";
        return cell.own("weight_ih" + end) + ", " + cell.own("weight_hh" + end) + ", " + biases;
    }
}
