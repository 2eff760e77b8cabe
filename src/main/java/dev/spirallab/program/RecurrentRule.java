package dev.spirallab.program;

import dev.spirallab.spec.graph.Gru;
import dev.spirallab.spec.graph.Lstm;
import dev.spirallab.spec.graph.Recurrent;
import dev.spirallab.spec.graph.Rnn;
import java.util.ArrayList;
import java.util.List;

/**
 * PyTorch's own recurrent layers, from a state of zeros; parameters are named as there. Autograd
 * finds the gradients.
 *
 * @param width of each place of the input
 */
record RecurrentRule(Recurrent layer, int width) implements LayerRule {

    @Override
    public List<Slot> parameters() {
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < layer.numLayers(); i++) {
            int from = i == 0 ? width : layer.directions() * layer.hiddenSize();
            for (String end : ends(layer, i)) {
                slots.addAll(slots(from, end));
            }
        }
        return slots;
    }

    /** How the names of a level's parameters end, one for each direction. */
    static List<String> ends(Recurrent layer, int level) {
        String end = "_l" + level;
        return layer.bidirectional() ? List.of(end, end + "_reverse") : List.of(end);
    }

    private List<Slot> slots(int from, String end) {
        int size = layer.hiddenSize();
        int gates = layer.gates() * size;
        Start start = Start.Uniform.within(1 / Math.sqrt(size));
        List<Slot> slots =
                new ArrayList<>(
                        List.of(
                                new Slot("weight_ih" + end, List.of(gates, from), start, true),
                                new Slot("weight_hh" + end, List.of(gates, size), start, true)));
        if (layer.bias()) {
            slots.add(Slot.plain("bias_ih" + end, gates, start));
            slots.add(Slot.plain("bias_hh" + end, gates, start));
        }
        return slots;
    }

    @Override
    public boolean hasBackward() {
        return false;
    }

    @Override
    public void forward(Cell cell, Pass pass, Code code) {
        if (layer instanceof Lstm lstm && pass == Pass.EVALUATION) {
            new LstmSteps(lstm, cell).write(code);
            return;
        }
        int states = layer.numLayers() * layer.directions();
        code.let(cell.own("start"), zeros(cell, states));
        code.let(
                cell.own("each") + ", " + cell.own("last") + (memory() ? ", _" : ""),
                "torch.%s(%s, %s, [%s], %s, %d, 0., %s, %s, True)"
                        .formatted(
                                operation(),
                                cell.input(),
                                memory() ? starts(cell) : cell.own("start"),
                                String.join(", ", variables(cell)),
                                Code.truth(layer.bias()),
                                layer.numLayers(),
                                Code.truth(pass != Pass.EVALUATION),
                                Code.truth(layer.bidirectional())));
        code.let(cell.name(), layer.returnSequences() ? cell.own("each") : last(cell));
    }

    private String zeros(Cell cell, int states) {
        return "torch.new_zeros(%s, [%d, torch.size(%s, 0), %d])"
                .formatted(cell.input(), states, cell.input(), layer.hiddenSize());
    }

    private List<String> variables(Cell cell) {
        return parameters().stream().map(slot -> cell.own(slot.name())).toList();
    }

    private String operation() {
        return switch (layer) {
            case Rnn rnn -> "rnn_" + rnn.nonlinearity().name();
            case Gru _ -> "gru";
            case Lstm _ -> "lstm";
        };
    }

    private boolean memory() {
        return layer instanceof Lstm;
    }

    private static String starts(Cell cell) {
        return "[" + cell.own("start") + ", " + cell.own("start") + "]";
    }

    /** The last state of the topmost layer; behind it that of the way back, where there is one. */
    private String last(Cell cell) {
        String top = "torch.select(" + cell.own("last") + ", 0, -1)";
        return layer.bidirectional()
                ? "torch.cat([torch.select(%s, 0, -2), %s], 1)".formatted(cell.own("last"), top)
                : top;
    }

    @Override
    public List<String> backward(Cell cell, String gradient, Code code) {
        throw new UnsupportedOperationException("left to autograd");
    }
}
