package dev.spirallab.export.python;

import dev.spirallab.export.Heading;
import dev.spirallab.export.Lines;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.data.Task;
import dev.spirallab.spec.graph.LayerNorm;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.validation.TensorShape;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** An experiment in PyTorch, piece by piece. */
public final class PythonCode {
    private final Valid valid;
    private final DatasetSpec dataset;
    private final DataCode data;
    private final LossCode loss;
    private final TrainingCode training;

    /**
     * A part of the code that says one thing.
     *
     * @param key of its heading
     * @param definitions functions, classes and constants
     * @param run what a notebook does at once and a script in {@code main}
     */
    record Piece(String key, String definitions, String run) {}

    public PythonCode(Valid valid) {
        this.valid = valid;
        dataset = valid.experiment().dataset();
        data = DataCode.of(dataset);
        TensorShape output = Objects.requireNonNull(valid.shapes().get(valid.output().id()));
        loss = new LossCode(valid, output.width());
        training =
                new TrainingCode(
                        valid.experiment().training(),
                        tested(),
                        classified(),
                        data.augments(),
                        valid.order().stream().anyMatch(PythonCode::isWideNorm),
                        dataset.trainSize());
    }

    private static boolean isWideNorm(Node node) {
        return node.layer() instanceof LayerNorm norm && norm.normalizedDims() > 1;
    }

    private boolean tested() {
        return dataset.testSize() > 0;
    }

    /** All of it in the order in which it is read. */
    List<Piece> pieces() {
        List<Piece> rest =
                List.of(
                        new Piece("data", data(), parts() + " = load_data()\n"),
                        new Piece("model", new ModelCode(valid).text(), model()),
                        new Piece("evaluation", loss.text() + "\n\n" + evaluate(), ""),
                        new Piece(
                                "training",
                                training.text(),
                                "train(" + training.arguments() + ")\n"),
                        new Piece("result", "", result()));
        List<Piece> all = new ArrayList<>(rest);
        all.addFirst(new Piece("settings", imports(rest) + "\n" + training.settings(), ""));
        return all;
    }

    private String imports(List<Piece> pieces) {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.definitions()));
        TreeSet<String> modules = new TreeSet<>();
        for (String module : List.of("copy", "csv", "gzip", "math", "zipfile")) {
            if (text.indexOf(module + ".") >= 0) {
                modules.add(module);
            }
        }
        Lines code = new Lines();
        modules.forEach(module -> code.add("import " + module));
        code.addIf(text.indexOf("@contextmanager") >= 0, "from contextlib import contextmanager");
        if (!code.isEmpty()) {
            code.blank();
        }
        code.add("import torch").add("from torch import nn");
        code.addIf(text.indexOf("Image.") >= 0, "from PIL import Image");
        code.addIf(text.indexOf("ImageFont.") >= 0, "from PIL import ImageDraw, ImageFont");
        code.addIf(text.indexOf("F.") >= 0, "from torch.nn import functional as F");
        return code.text();
    }

    private String parts() {
        return "train_x, train_y" + (tested() ? ", test_x, test_y" : "");
    }

    private String data() {
        Lines code = new Lines();
        data.functions(code);
        code.block(
                "def load_data():",
                () -> {
                    data.load(code, loss.targets());
                    code.add(
                            "return inputs[train], targets[train]"
                                    + (tested() ? ", inputs[test], targets[test]" : ""));
                });
        return code.text();
    }

    private String model() {
        return """
        torch.manual_seed(%d)
        model = Model()
        print(model)
        """
                .formatted(valid.experiment().training().seed());
    }

    private String evaluate() {
        Lines code = new Lines();
        code.add("@torch.no_grad()");
        code.block(
                "def evaluate(model, inputs, targets):",
                () -> {
                    code.add(
                            loss.correct().isEmpty()
                                    ? "\"\"\"The loss, without dropout; nothing is right or wrong.\"\"\""
                                    : "\"\"\"Loss and accuracy, without dropout.\"\"\"");
                    code.add("model.eval()");
                    code.add("outputs = torch.cat([model(some) for some in inputs.split(1000)])");
                    code.add("model.train()");
                    code.add("loss = criterion(outputs, targets).item()");
                    code.add(
                            classified()
                                    ? "accuracy = (" + loss.correct() + ").float().mean().item()"
                                    : "accuracy = math.nan");
                    code.add("return loss, accuracy");
                });
        return code.text();
    }

    private boolean classified() {
        return dataset.task() instanceof Task.Classification;
    }

    private String result() {
        String part = tested() ? "test" : "train";
        return """
        loss, accuracy = evaluate(model, %s_x, %s_y)
        print(f"%s: loss {loss:.4f}%s")
        """
                .formatted(part, part, part, classified() ? ", accuracy {accuracy:.1%}" : "");
    }

    /** A program of one file. */
    public String script(Texts texts) {
        List<Piece> pieces = pieces();
        StringBuilder code = new StringBuilder();
        code.append(heading(texts)).append('\n');
        Lines main = new Lines();
        main.block("def main():", () -> pieces.forEach(piece -> main.add(piece.run())));
        for (Piece piece : pieces) {
            if (!piece.definitions().isEmpty()) {
                String title = texts.of("export.piece." + piece.key());
                code.append(piece.key().equals("settings") ? "" : "\n\n# " + title + "\n\n");
                code.append(piece.definitions());
            }
        }
        return code.append("\n\n")
                .append(main.text())
                .append("\n\nif __name__ == \"__main__\":\n    main()\n")
                .toString();
    }

    private String heading(Texts texts) {
        String title = Py.comment(valid.experiment().title());
        return "# " + Heading.of(title, texts) + "\n# " + texts.of("export.needsTorch") + "\n";
    }
}
