package dev.spirallab.program;

import dev.spirallab.spec.graph.Function;
import dev.spirallab.spec.graph.Initial;
import dev.spirallab.spec.graph.Linear;
import java.util.List;

/**
 * {@code y = f(x W^T + b)}; with h the gradient before f: {@code dW = h^T x}, {@code db = sum of
 * h}, {@code dx = h W}.
 */
record LinearRule(Linear layer, int width) implements LayerRule {

    @Override
    public List<Slot> parameters() {
        List<Integer> shape = List.of(layer.units(), width);
        return List.of(
                Slot.weight(shape, weightStart(shape)),
                Slot.plain("bias", layer.units(), biasStart()));
    }

    private Start weightStart(List<Integer> shape) {
        return layer.initial()
                .flatMap(Initial::weight)
                .<Start>map(rows -> given(rows.stream().flatMap(List::stream).toList()))
                .orElseGet(() -> Starts.of(layer.initializer(), shape, width));
    }

    private Start biasStart() {
        return layer.initial()
                .flatMap(Initial::bias)
                .<Start>map(LinearRule::given)
                .orElseGet(() -> Starts.of(layer.biasInitializer(), List.of(layer.units()), width));
    }

    private static Start given(List<Double> values) {
        float[] floats = new float[values.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = values.get(i).floatValue();
        }
        return new Start.Given(floats);
    }

    @Override
    public void prepare(Cell cell, Code code) {
        code.let(cell.own("weight_t"), "torch.t(" + cell.own("weight") + ")");
    }

    @Override
    public void forward(Cell cell, Pass pass, Code code) {
        String product = product(cell, pass);
        if (layer.activation() == Function.identity) {
            code.let(cell.name(), product);
        } else if (inPlace(pass)) {
            code.let(cell.name(), activation().valueInPlace(product));
        } else {
            code.let(cell.own("sum"), product);
            code.let(cell.name(), activation().value(cell.own("sum")));
        }
    }

    private String product(Cell cell, Pass pass) {
        return pass == Pass.TRAINING
                ? "torch.addmm(%s, %s, %s)"
                        .formatted(cell.own("bias"), cell.input(), cell.own("weight_t"))
                : "torch.linear(%s, %s, %s)"
                        .formatted(cell.input(), cell.own("weight"), cell.own("bias"));
    }

    private boolean inPlace(Pass pass) {
        return pass != Pass.AUTOGRAD && !activation().derivativeNeedsInput();
    }

    private FunctionText activation() {
        return FunctionText.of(layer.activation());
    }

    @Override
    public List<String> backward(Cell cell, String gradient, Code code) {
        String before = beforeActivation(cell, gradient, code);
        code.run(weightGradient(cell, before));
        code.run("torch.sum(%s, [0], False, out=%s)".formatted(before, cell.gradientOf("bias")));
        return List.of("torch.mm(" + before + ", " + cell.own("weight") + ")");
    }

    /** The product with few columns is up to ten times slower, so that is taken transposed. */
    private String weightGradient(Cell cell, String before) {
        return width < layer.units()
                ? "torch.copy_(torch.t(%s), torch.mm(torch.t(%s), %s))"
                        .formatted(cell.gradientOf("weight"), cell.input(), before)
                : "torch.mm(torch.t(%s), %s, out=%s)"
                        .formatted(before, cell.input(), cell.gradientOf("weight"));
    }

    private String beforeActivation(Cell cell, String gradient, Code code) {
        if (layer.activation() == Function.identity) {
            return gradient;
        }
        String derivative = activation().derivative(gradient, cell.own("sum"), cell.name());
        code.let(cell.own("sum_grad"), derivative);
        return cell.own("sum_grad");
    }
}
