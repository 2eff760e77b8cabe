package dev.spirallab.program;

import java.util.List;

/** {@code y = a b ...}; each input's gradient is the output's times the other inputs. */
record MultiplyRule() implements LayerRule {
    @Override
    public boolean together() {
        return true;
    }

    @Override
    public void forward(Cell cell, Pass pass, Code code) {
        code.let(cell.name(), product(cell.inputs()));
    }

    private static String product(List<Cell> factors) {
        return factors.stream()
                .map(Cell::name)
                .reduce((product, next) -> "torch.mul(" + product + ", " + next + ")")
                .orElseThrow();
    }

    @Override
    public List<String> backward(Cell cell, String gradient, Code code) {
        return cell.inputs().stream()
                .map(input -> "torch.mul(%s, %s)".formatted(gradient, others(cell, input)))
                .toList();
    }

    private static String others(Cell cell, Cell input) {
        return product(
                cell.inputs().stream().filter(other -> !other.id().equals(input.id())).toList());
    }
}
