package dev.spirallab.program;

import dev.spirallab.validation.TensorShape;
import java.util.List;

/** {@code y = x + sin or cos of l / 10000^(i / D)}; the gradient passes. */
record PositionalEncodingRule(TensorShape in) implements LayerRule {
    private static final String LIKE_PARAMETERS =
            "dtype=6, layout=None, device=ops.prim.device(P), pin_memory=False";

    @Override
    public void forward(Cell cell, Pass pass, Code code) {
        int width = in.along(2);
        code.let(
                cell.own("places"),
                "torch.unsqueeze(torch.arange(%d, %s), 1)".formatted(in.along(1), LIKE_PARAMETERS));
        code.let(
                cell.own("rates"),
                "torch.exp(torch.mul(torch.arange(0, %d, 2, %s), %s))"
                        .formatted(width, LIKE_PARAMETERS, Code.number(-Math.log(10_000) / width)));
        code.let(
                cell.own("angles"),
                "torch.mul(" + cell.own("places") + ", " + cell.own("rates") + ")");
        code.let(
                cell.own("waves"),
                "torch.stack([torch.sin(%s), torch.cos(%s)], 2)"
                        .formatted(cell.own("angles"), cell.own("angles")));
        code.let(
                cell.name(),
                "torch.add(%s, torch.narrow(torch.flatten(%s, 1, 2), 1, 0, %d))"
                        .formatted(cell.input(), cell.own("waves"), width));
    }

    @Override
    public List<String> backward(Cell cell, String gradient, Code code) {
        return List.of(gradient);
    }
}
