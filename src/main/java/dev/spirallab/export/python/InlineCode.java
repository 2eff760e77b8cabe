package dev.spirallab.export.python;

import dev.spirallab.export.Lines;
import dev.spirallab.spec.data.Inline;
import java.util.List;
import java.util.stream.Collectors;

/** Examples that stand in the document: written out. */
record InlineCode(Inline dataset) implements DataCode {

    @Override
    public void functions(Lines code) {
        if (dataset.testSize() > 0) {
            DataCode.split(code, dataset.task());
        }
    }

    @Override
    public void load(Lines code, LossCode.Targets targets) {
        if (dataset.testSize() > 0) {
            code.add("torch.manual_seed(" + dataset.seed() + ")");
        }
        table(code, "inputs", dataset.inputs());
        if (dataset.inputShape().size() > 1) {
            code.add(
                    dataset.inputShape().stream()
                            .map(String::valueOf)
                            .collect(Collectors.joining(", ", "inputs = inputs.view(-1, ", ")")));
        }
        dataset.labels()
                .ifPresentOrElse(
                        labels -> code.add("targets = torch.tensor(" + labels + ")"),
                        () -> table(code, "targets", dataset.targets().orElse(List.of())));
        code.add(DataCode.parted(dataset));
        DataCode.shapeTargets(code, targets, dataset.task());
    }

    private static void table(Lines code, String name, List<List<Double>> rows) {
        code.block(
                name + " = torch.tensor([",
                () -> rows.forEach(row -> code.add(Py.reals(row) + ",")));
        code.add("])");
    }
}
