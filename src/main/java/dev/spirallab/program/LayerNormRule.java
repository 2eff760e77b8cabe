package dev.spirallab.program;

import dev.spirallab.spec.graph.LayerNorm;
import dev.spirallab.validation.TensorShape;
import java.util.List;

/** {@code y = (x - mean) / sqrt(var + eps) * weight + bias} over the last dimensions. */
record LayerNormRule(LayerNorm layer, TensorShape in) implements LayerRule {

    private List<Integer> last() {
        return in.dimensions().subList(in.rank() - layer.normalizedDims(), in.rank());
    }

    @Override
    public List<Slot> parameters() {
        return layer.elementwiseAffine() ? Slot.scaleAndShift(last()) : List.of();
    }

    @Override
    public void forward(Cell cell, Pass pass, Code code) {
        String call =
                "(%s, %s, %s, %s, %s"
                        .formatted(
                                cell.input(),
                                last(),
                                affine(cell, "weight"),
                                affine(cell, "bias"),
                                Code.number(layer.eps()));
        if (pass == Pass.TRAINING) {
            String outputs = String.join(", ", cell.name(), cell.own("center"), cell.own("scale"));
            code.let(outputs, "torch.native_layer_norm" + call + ")");
        } else {
            code.let(cell.name(), "torch.layer_norm" + call + ", False)");
        }
    }

    private String affine(Cell cell, String parameter) {
        return layer.elementwiseAffine() ? cell.own(parameter) : "None";
    }

    @Override
    public List<String> backward(Cell cell, String gradient, Code code) {
        String outputs =
                String.join(", ", cell.inputGradient(0), cell.own("dweight"), cell.own("dbias"));
        String learns = Code.truth(layer.elementwiseAffine());
        code.let(
                outputs,
                "torch.native_layer_norm_backward(%s, %s, %s, %s, %s, %s, %s, [True, %s, %s])"
                        .formatted(
                                gradient,
                                cell.input(),
                                last(),
                                cell.own("center"),
                                cell.own("scale"),
                                affine(cell, "weight"),
                                affine(cell, "bias"),
                                learns,
                                learns));
        if (layer.elementwiseAffine()) {
            cell.takeGradient("weight", code);
            cell.takeGradient("bias", code);
        }
        return List.of(cell.inputGradient(0));
    }
}
