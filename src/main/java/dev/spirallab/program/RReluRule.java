package dev.spirallab.program;

import dev.spirallab.spec.graph.RRelu;
import java.util.List;

/**
 * {@code y = a x} where x is negative, a drawn anew in each step; the gradient takes the same a.
 */
record RReluRule(RRelu layer) implements LayerRule {
    @Override
    public boolean random() {
        return true;
    }

    @Override
    public void forward(Cell cell, Pass pass, Code code) {
        if (pass.evaluates()) {
            String mean = Code.number((layer.lower() + layer.upper()) / 2);
            code.let(cell.name(), "torch.leaky_relu(" + cell.input() + ", " + mean + ")");
            return;
        }
        code.let(
                cell.own("drawn"),
                "torch.uniform_(torch.empty_like(%s), %s, %s, generator=generator)"
                        .formatted(
                                cell.input(),
                                Code.number(layer.lower()),
                                Code.number(layer.upper())));
        code.let(
                cell.own("slope"),
                "torch.where(torch.gt(%s, 0), 1., %s)".formatted(cell.input(), cell.own("drawn")));
        code.let(cell.name(), "torch.mul(" + cell.input() + ", " + cell.own("slope") + ")");
    }

    @Override
    public List<String> backward(Cell cell, String gradient, Code code) {
        return List.of("torch.mul(" + gradient + ", " + cell.own("slope") + ")");
    }
}
