package dev.spirallab.program;

import dev.spirallab.validation.TensorShape;
import java.util.List;

/** {@code y = x * mask}, the mask being 0 or 1 / (1 - p) for each channel. */
record Dropout2dRule(double p, TensorShape in) implements LayerRule {
    @Override
    public boolean random() {
        return p > 0;
    }

    @Override
    public void forward(Cell cell, Pass pass, Code code) {
        if (pass.evaluates() || p == 0) {
            code.let(cell.name(), cell.input());
            return;
        }
        String keep = Code.number(1 - p);
        String coins =
                "torch.bernoulli_(torch.new_empty(%s, [torch.size(%s, 0), %d%s]), %s, generator=generator)"
                        .formatted(
                                cell.input(),
                                cell.input(),
                                in.width(),
                                ", 1".repeat(in.rank() - 1),
                                keep);
        code.let(cell.own("mask"), "torch.div_(" + coins + ", " + keep + ")");
        code.let(cell.name(), "torch.mul(" + cell.input() + ", " + cell.own("mask") + ")");
    }

    @Override
    public List<String> backward(Cell cell, String gradient, Code code) {
        return List.of(p == 0 ? gradient : "torch.mul(" + gradient + ", " + cell.own("mask") + ")");
    }
}
