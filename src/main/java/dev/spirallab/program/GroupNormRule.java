package dev.spirallab.program;

import dev.spirallab.validation.TensorShape;
import java.util.List;

/**
 * {@code y = (x - mean) / sqrt(var + eps) * weight + bias} over each group of channels; groups of
 * one channel make an instance norm.
 */
record GroupNormRule(int groups, double eps, boolean affine, TensorShape in) implements LayerRule {

    @Override
    public List<Slot> parameters() {
        return affine ? Slot.scaleAndShift(List.of(in.width())) : List.of();
    }

    @Override
    public void forward(Cell cell, Pass pass, Code code) {
        if (pass == Pass.TRAINING) {
            String outputs = String.join(", ", cell.name(), cell.own("center"), cell.own("scale"));
            // the backward pass reads memory in this order
            code.let(cell.own("plain"), "torch.contiguous(" + cell.input() + ")");
            code.let(
                    outputs,
                    "torch.native_group_norm(%s, %s, %s, %s, %s)"
                            .formatted(
                                    cell.own("plain"),
                                    affine(cell, "weight"),
                                    affine(cell, "bias"),
                                    sizes(cell),
                                    Code.number(eps)));
        } else {
            code.let(
                    cell.name(),
                    "torch.group_norm(%s, %d, %s, %s, %s, False)"
                            .formatted(
                                    cell.input(),
                                    groups,
                                    affine(cell, "weight"),
                                    affine(cell, "bias"),
                                    Code.number(eps)));
        }
    }

    private String affine(Cell cell, String parameter) {
        return affine ? cell.own(parameter) : "None";
    }

    private String sizes(Cell cell) {
        return "torch.size(%s, 0), %d, %d, %d"
                .formatted(cell.input(), in.width(), in.size() / in.width(), groups);
    }

    @Override
    public List<String> backward(Cell cell, String gradient, Code code) {
        String outputs =
                String.join(", ", cell.inputGradient(0), cell.own("dweight"), cell.own("dbias"));
        String learns = Code.truth(affine);
        code.let(
                outputs,
                ("torch.native_group_norm_backward(torch.contiguous(%s), %s, %s, %s, %s, %s, [True,"
                                + " %s, %s])")
                        .formatted(
                                gradient,
                                cell.own("plain"),
                                cell.own("center"),
                                cell.own("scale"),
                                affine(cell, "weight"),
                                sizes(cell),
                                learns,
                                learns));
        if (affine) {
            cell.takeGradient("weight", code);
            cell.takeGradient("bias", code);
        }
        return List.of(cell.inputGradient(0));
    }
}
