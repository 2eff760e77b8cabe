package dev.spirallab.program;

import java.util.List;

/** {@code y = x * mask}, the mask being 0 or 1 / (1 - p); the gradient takes the same mask. */
record DropoutRule(double p) implements LayerRule {
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
                "torch.bernoulli_(torch.empty_like(%s), %s, generator=generator)"
                        .formatted(cell.input(), keep);
        code.let(cell.own("mask"), "torch.div_(" + coins + ", " + keep + ")");
        code.let(cell.name(), "torch.mul(" + cell.input() + ", " + cell.own("mask") + ")");
    }

    @Override
    public List<String> backward(Cell cell, String gradient, Code code) {
        return List.of(p == 0 ? gradient : "torch.mul(" + gradient + ", " + cell.own("mask") + ")");
    }
}
