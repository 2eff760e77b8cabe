package dev.spirallab.program;

import dev.spirallab.spec.graph.BatchNorm;
import java.util.List;

/**
 * {@code y = (x - mean) / sqrt(var + eps) * weight + bias} (Ioffe and Szegedy 2015). A batch of one
 * row leaves the running statistics as they are, since its unbiased variance does not exist.
 */
record BatchNormRule(BatchNorm layer, int width) implements LayerRule {

    @Override
    public List<Slot> parameters() {
        return List.of(
                Slot.plain("weight", width, new Start.Constant(1)),
                Slot.plain("bias", width, new Start.Constant(0)));
    }

    @Override
    public List<Slot> buffers() {
        return List.of(
                Slot.plain("mean", width, new Start.Constant(0)),
                Slot.plain("var", width, new Start.Constant(1)));
    }

    @Override
    public void forward(Cell cell, Pass pass, Code code) {
        if (pass == Pass.EVALUATION) {
            code.let(cell.name(), evaluation(cell));
            return;
        }
        String outputs = String.join(", ", cell.name(), cell.own("center"), cell.own("scale"));
        String running = cell.own("mean") + ", " + cell.own("var");
        code.block(
                "if torch.gt(torch.size(" + cell.input() + ", 0), 1):",
                () -> code.let(outputs, training(cell, running)));
        code.block("else:", () -> code.let(outputs, training(cell, "None, None")));
    }

    private String evaluation(Cell cell) {
        return "torch.batch_norm(%s, %s, %s, %s, %s, False, %s, %s, False)"
                .formatted(
                        cell.input(),
                        cell.own("weight"),
                        cell.own("bias"),
                        cell.own("mean"),
                        cell.own("var"),
                        Code.number(layer.momentum()),
                        Code.number(layer.eps()));
    }

    private String training(Cell cell, String running) {
        return "torch.native_batch_norm(%s, %s, %s, %s, True, %s, %s)"
                .formatted(
                        cell.input(),
                        cell.own("weight"),
                        cell.own("bias"),
                        running,
                        Code.number(layer.momentum()),
                        Code.number(layer.eps()));
    }

    @Override
    public List<String> backward(Cell cell, String gradient, Code code) {
        String outputs =
                String.join(", ", cell.inputGradient(0), cell.own("dweight"), cell.own("dbias"));
        code.let(
                outputs,
                ("torch.native_batch_norm_backward(%s, %s, %s, None, None, %s, %s, True, %s,"
                                + " [True, True, True])")
                        .formatted(
                                gradient,
                                cell.input(),
                                cell.own("weight"),
                                cell.own("center"),
                                cell.own("scale"),
                                Code.number(layer.eps())));
        code.run("torch.copy_(" + cell.gradientOf("weight") + ", " + cell.own("dweight") + ")");
        code.run("torch.copy_(" + cell.gradientOf("bias") + ", " + cell.own("dbias") + ")");
        return List.of(cell.inputGradient(0));
    }
}
