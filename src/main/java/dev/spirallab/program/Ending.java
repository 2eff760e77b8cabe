package dev.spirallab.program;

import dev.spirallab.spec.graph.Function;
import java.util.List;

/** The activation with which a layer such as linear or conv2d ends. */
record Ending(Function function) {

    /** Lines that let {@code name} be f of {@code sum}. */
    void forward(Cell cell, String name, Pass pass, String sum, Code code) {
        if (function == Function.identity) {
            code.let(name, sum);
        } else if (inPlace(pass)) {
            code.let(name, text().valueInPlace(sum));
        } else {
            code.let(cell.own("sum"), sum);
            code.let(name, text().value(cell.own("sum")));
        }
    }

    /** The sum, where there is an f. */
    List<String> between() {
        return function == Function.identity ? List.of() : List.of("sum");
    }

    private boolean inPlace(Pass pass) {
        return !pass.recorded() && !text().derivativeNeedsInput();
    }

    /**
     * Lines that turn the gradient of {@code name} into that of the sum.
     *
     * @return the variable or expression that holds it
     */
    String backward(Cell cell, String name, String gradient, Code code) {
        if (function == Function.identity && gradient.equals(cell.own("grad"))) {
            return gradient;
        }
        code.let(cell.own("sum_grad"), text().derivative(gradient, cell.own("sum"), name));
        return cell.own("sum_grad");
    }

    private FunctionText text() {
        return FunctionText.of(function);
    }
}
