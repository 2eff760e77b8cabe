package dev.spirallab.program;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The methods of a {@link Walkway}. Autograd finds all gradients, for it can tell those between the
 * layers too.
 */
record WalkText(Writer writer, Network network) {

    /** What is told, node by node: what is between, the output, the inputs. */
    List<Tap> taps() {
        List<Tap> taps = new ArrayList<>();
        for (Cell cell : network.cells()) {
            cell.rule().between().forEach(name -> taps.add(new Tap(cell.id(), name)));
            taps.add(new Tap(cell.id(), Tap.OUTPUT));
            for (int i = 0; i < cell.inputs().size(); i++) {
                taps.add(Tap.input(cell.id(), i));
            }
        }
        return taps;
    }

    Code code() {
        Code code = new Code();
        walk(code);
        if (!writer.optimizer().searches()) {
            update(code);
        }
        return code;
    }

    private void walk(Code code) {
        code.block(
                "def walk(self: "
                        + Archive.MODULE
                        + ", X: Tensor, Y: Tensor, P: Tensor, B: Tensor, row: int) -> List[Tensor]:",
                () -> {
                    writer.batches().loss().constants(code);
                    network.unpackBuffers(code);
                    network.unpackParameters(code);
                    parameters().forEach(name -> record(name, code));
                    example(code);
                    code.line("torch.set_grad_enabled(True)");
                    network.cells().forEach(cell -> code.about(cell.id(), () -> run(cell, code)));
                    String total = writer.batches().loss().total(network.output().name(), "target");
                    code.let("part", "1.");
                    code.let("loss", writer.batches().loss().mean(total, "target"));
                    List<String> all = new ArrayList<>(variables(taps()));
                    all.addAll(parameters());
                    code.let(
                            "grads",
                            "torch.grad([loss], [%s], None, None, False, True)"
                                    .formatted(String.join(", ", all)));
                    code.line("torch.set_grad_enabled(False)");
                    for (int i = 0; i < all.size(); i++) {
                        found(i, all.get(i), code);
                    }
                    code.line("return [" + String.join(", ", told()) + "]");
                });
    }

    private List<String> parameters() {
        return network.parameters().stream().map(network::variable).toList();
    }

    private static void record(String name, Code code) {
        code.let(name, "torch.requires_grad_(torch.detach(" + name + "), True)");
    }

    private void example(Code code) {
        String x = network.input().name();
        code.let(x, "torch.narrow(X, 0, row, 1)");
        writer.batches()
                .images()
                .ifPresent(each -> {
                    each.constants(code);
                    each.prepare(x, false, code);
                });
        code.let("target", "torch.narrow(Y, 0, row, 1)");
        record(x, code);
    }

    /**
     * Each layer takes its inputs under names of its own, so that what flows back along one edge
     * can be told from what flows back along another.
     */
    private static void run(Cell cell, Code code) {
        List<Cell> inputs = new ArrayList<>();
        for (int i = 0; i < cell.inputs().size(); i++) {
            Cell from = cell.inputs().get(i);
            String name = cell.own("input" + i);
            code.let(name, "torch.alias(" + from.name() + ")");
            inputs.add(
                    new Cell(
                            from.id(),
                            name,
                            from.rule(),
                            from.inputs(),
                            from.shape(),
                            from.learns()));
        }
        Cell apart =
                new Cell(cell.id(), cell.name(), cell.rule(), inputs, cell.shape(), cell.learns());
        cell.rule().forward(apart, Pass.WALK, code);
    }

    private List<String> variables(List<Tap> taps) {
        return taps.stream().map(this::variable).toList();
    }

    private String variable(Tap tap) {
        Cell cell =
                network.cells().stream()
                        .filter(each -> each.id().equals(tap.node()))
                        .findFirst()
                        .orElseThrow();
        return tap.name().equals(Tap.OUTPUT) ? cell.name() : cell.own(tap.name());
    }

    /** What the loss does not depend on has the gradient 0. */
    private static void found(int index, String name, Code code) {
        String gradient = "grad_" + index;
        code.let("maybe", "grads[" + index + "]");
        code.block(
                "if torch.__is__(maybe, None):",
                () -> code.let(gradient, "torch.zeros_like(" + name + ")"));
        code.block("else:", () -> code.let(gradient, "unchecked_cast(Tensor, maybe)"));
    }

    private List<String> told() {
        List<Tap> taps = taps();
        List<String> told = new ArrayList<>();
        variables(taps.stream().filter(Tap::hasValue).toList()).stream()
                .map("torch.contiguous(%s)"::formatted)
                .forEach(told::add);
        IntStream.range(0, taps.size())
                .mapToObj("torch.contiguous(grad_%d)"::formatted)
                .forEach(told::add);
        told.add(flat(taps.size()));
        told.add("loss");
        told.add("target");
        return told;
    }

    private String flat(int first) {
        String all =
                IntStream.range(first, first + network.parameters().size())
                        .mapToObj("torch.flatten(grad_%d)"::formatted)
                        .collect(Collectors.joining(", "));
        return all.isEmpty() ? "torch.zeros_like(P)" : "torch.cat([" + all + "], 0)";
    }

    private void update(Code code) {
        code.block(
                "def update(self: "
                        + Archive.MODULE
                        + ", P: Tensor, G: Tensor, S: Tensor, step: int, "
                        + StepText.terms(code.runs())
                        + ") -> List[Tensor]:",
                () -> {
                    writer.step().begin(code);
                    code.let("i", "0");
                    StepText.regularize(code);
                    code.let("penalized", "torch.clone(G)");
                    writer.step().clip(code);
                    code.let("taken", "torch.clone(G)");
                    writer.step().move(code);
                    code.line("return [penalized, taken]");
                });
    }
}
