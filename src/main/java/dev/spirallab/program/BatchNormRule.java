package dev.spirallab.program;

import dev.spirallab.spec.graph.BatchNorm;
import dev.spirallab.validation.TensorShape;
import java.util.List;

/**
 * {@code y = (x - mean) / sqrt(var + eps) * weight + bias} (Ioffe and Szegedy 2015). A batch of one
 * number for each feature leaves the running statistics as they are, since its unbiased variance
 * does not exist.
 */
record BatchNormRule(BatchNorm layer, TensorShape in) implements LayerRule {

    @Override
    public List<Slot> parameters() {
        return layer.affine() ? Slot.scaleAndShift(List.of(in.width())) : List.of();
    }

    @Override
    public List<Slot> buffers() {
        return List.of(
                Slot.plain("mean", in.width(), new Start.Constant(0)),
                Slot.plain("var", in.width(), new Start.Constant(1)));
    }

    @Override
    public boolean mixesExamples() {
        return true;
    }

    @Override
    public void forward(Cell cell, Pass pass, Code code) {
        if (pass.evaluates()) {
            code.let(cell.name(), evaluation(cell));
            return;
        }
        String outputs = String.join(", ", cell.name(), cell.own("center"), cell.own("scale"));
        String running = cell.own("mean") + ", " + cell.own("var");
        if (in.size() > in.width()) {
            code.let(outputs, training(cell, running));
            return;
        }
        code.block(
                "if torch.gt(torch.size(" + cell.input() + ", 0), 1):",
                () -> code.let(outputs, training(cell, running)));
        code.block("else:", () -> code.let(outputs, training(cell, "None, None")));
    }

    private String evaluation(Cell cell) {
        return "torch.batch_norm(%s, %s, %s, %s, %s, False, %s, %s, False)"
                .formatted(
                        cell.input(),
                        weight(cell),
                        layer.affine() ? cell.own("bias") : "None",
                        cell.own("mean"),
                        cell.own("var"),
                        Code.number(layer.momentum()),
                        Code.number(layer.eps()));
    }

    private String weight(Cell cell) {
        return layer.affine() ? cell.own("weight") : "None";
    }

    private String training(Cell cell, String running) {
        return "torch.native_batch_norm(%s, %s, %s, %s, True, %s, %s)"
                .formatted(
                        cell.input(),
                        weight(cell),
                        layer.affine() ? cell.own("bias") : "None",
                        running,
                        Code.number(layer.momentum()),
                        Code.number(layer.eps()));
    }

    @Override
    public List<String> backward(Cell cell, String gradient, Code code) {
        String outputs =
                String.join(", ", cell.inputGradient(0), cell.own("dweight"), cell.own("dbias"));
        String affine = Code.truth(layer.affine());
        code.let(
                outputs,
                ("torch.native_batch_norm_backward(%s, %s, %s, None, None, %s, %s, True, %s,"
                                + " [True, %s, %s])")
                        .formatted(
                                gradient,
                                cell.input(),
                                weight(cell),
                                cell.own("center"),
                                cell.own("scale"),
                                Code.number(layer.eps()),
                                affine,
                                affine));
        if (layer.affine()) {
            cell.takeGradient("weight", code);
            cell.takeGradient("bias", code);
        }
        return List.of(cell.inputGradient(0));
    }
}
