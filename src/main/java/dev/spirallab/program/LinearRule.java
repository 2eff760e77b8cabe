package dev.spirallab.program;

import dev.spirallab.spec.graph.Linear;
import java.util.List;

/**
 * {@code y = f(x W^T + b)}; with h the gradient before f: {@code dW = h^T x}, {@code db = sum of
 * h}, {@code dx = h W}.
 *
 * @param width of the last dimension of its input
 */
record LinearRule(Linear layer, int width) implements LayerRule {

    @Override
    public List<Slot> parameters() {
        List<Integer> shape = List.of(layer.units(), width);
        return List.of(
                Slot.weight(shape, Starts.weight(layer.initial(), layer.initializer(), shape)),
                Slot.plain(
                        "bias",
                        layer.units(),
                        Starts.bias(
                                layer.initial(), layer.biasInitializer(), layer.units(), shape)));
    }

    @Override
    public boolean together() {
        return true;
    }

    @Override
    public void prepare(Cell cell, Code code) {
        code.let(cell.own("weight_t"), code.runs().transposed(cell.own("weight")));
    }

    @Override
    public void forward(Cell cell, Pass pass, Code code) {
        if (pass != Pass.TRAINING) {
            String product =
                    "torch.linear(%s, %s, %s)"
                            .formatted(cell.input(), cell.own("weight"), cell.own("bias"));
            ending().forward(cell, cell.name(), pass, product, code);
            return;
        }
        if (places(cell)) {
            code.let(
                    cell.own("rows"), "torch.reshape(%s, [-1, %d])".formatted(cell.input(), width));
        }
        String product =
                code.runs()
                        .productAndSum(
                                rows(cell), cell.own("weight_t"), cell.own("bias"), layer.units());
        ending().forward(cell, result(cell), pass, product, code);
        if (places(cell)) {
            code.let(
                    cell.name(),
                    "torch.reshape(%s, %s)".formatted(result(cell), cell.shape().batch()));
        }
    }

    /** Whether the same is done at each place of a sequence: then these are rows of one matrix. */
    private static boolean places(Cell cell) {
        return cell.shape().rank() > 1;
    }

    private static String rows(Cell cell) {
        return places(cell) ? cell.own("rows") : cell.input();
    }

    private static String result(Cell cell) {
        return places(cell) ? cell.own("results") : cell.name();
    }

    @Override
    public List<String> between() {
        return ending().between();
    }

    private Ending ending() {
        return new Ending(layer.activation());
    }

    @Override
    public List<String> backward(Cell cell, String gradient, Code code) {
        String flat =
                places(cell)
                        ? "torch.reshape(%s, [-1, %d])".formatted(gradient, layer.units())
                        : gradient;
        String before = ending().backward(cell, result(cell), flat, code);
        code.run(weightGradient(cell, before, code.runs()));
        code.run(code.runs().putSumOfRows(cell.gradientOf("bias"), before));
        String found = code.runs().product(before, cell.own("weight"));
        return List.of(
                places(cell)
                        ? "torch.reshape(%s, %s)"
                                .formatted(found, cell.inputs().getFirst().shape().batch())
                        : found);
    }

    /** The product with few columns is up to ten times slower, so that is taken transposed. */
    private String weightGradient(Cell cell, String before, Runs runs) {
        String place = cell.gradientOf("weight");
        return width < layer.units()
                ? "torch.copy_(%s, %s)"
                        .formatted(
                                runs.transposed(place),
                                runs.product(runs.transposed(rows(cell)), before))
                : runs.putProduct(place, runs.transposed(before), rows(cell));
    }
}
