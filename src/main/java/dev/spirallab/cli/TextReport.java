package dev.spirallab.cli;

import dev.spirallab.engine.DeviceInfo;
import dev.spirallab.engine.Evaluation;
import dev.spirallab.engine.Evaluation.Score;
import dev.spirallab.engine.Weights;
import dev.spirallab.i18n.Messages;
import dev.spirallab.run.Position;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.spec.json.Records;
import dev.spirallab.validation.TensorShape;
import dev.spirallab.validation.ValidationResult.Valid;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** For people: a line now and then. */
final class TextReport implements Report {
    private static final long NANOS_BETWEEN_LINES = 250_000_000;

    private final PrintWriter out;
    private final PrintWriter errors;
    private final Messages messages;
    private final Locale locale;
    private long lastLine;

    TextReport(PrintWriter out, PrintWriter errors, Messages messages, Locale locale) {
        this.out = out;
        this.errors = errors;
        this.messages = messages;
        this.locale = locale;
        this.lastLine = System.nanoTime() - NANOS_BETWEEN_LINES;
    }

    @Override
    public void problem(Problem problem) {
        String where = problem.path().isEmpty() ? "" : problem.path() + ": ";
        errors.println(where + messages.text(locale, problem));
        errors.flush();
    }

    @Override
    public void sound(Valid valid) {
        valid.order().forEach(node -> shape(node, valid));
        say(
                "cli.sound",
                Map.of(
                        "parameters", Long.toString(valid.budget().parameters()),
                        "operations", Long.toString(valid.budget().flopsPerStep()),
                        "megabytes", Long.toString(Math.ceilDiv(valid.budget().bytes(), 1 << 20))));
    }

    private void shape(Node node, Valid valid) {
        TensorShape shape = valid.shapes().get(node.id());
        if (shape != null) {
            print("  " + node.id() + " (" + Records.kind(node.layer()) + ") " + shape.text());
        }
    }

    @Override
    public void begin(Experiment experiment, DeviceInfo device) {
        device.missing().ifPresent(missing -> say("cli.noDevice", Map.of("device", missing)));
        String title = experiment.title();
        if (!title.isBlank()) {
            print(title);
        }
        say("cli.device", Map.of("id", device.id(), "name", device.name()));
    }

    @Override
    public void epoch(Position at, Evaluation evaluation) {
        if (System.nanoTime() - lastLine >= NANOS_BETWEEN_LINES) {
            lastLine = System.nanoTime();
            state(at, evaluation);
        }
    }

    private void state(Position at, Evaluation evaluation) {
        String place =
                text(
                        "cli.epoch",
                        Map.of(
                                "epoch", Integer.toString(at.epoch()),
                                "step", Long.toString(at.step())));
        print(
                place
                        + figures("cli.train", evaluation.train())
                        + figures("cli.test", evaluation.test()));
    }

    private String figures(String part, Score score) {
        if (Double.isNaN(score.loss())) {
            return "";
        }
        String accuracy =
                Double.isNaN(score.accuracy())
                        ? ""
                        : String.format(locale, " (%.1f %%)", 100 * score.accuracy());
        String loss = String.format(locale, "%.4f", score.loss());
        return "  " + text(part, Map.of("loss", loss)) + accuracy;
    }

    @Override
    public void end(End end) {
        state(end.at(), end.evaluation());
        say(
                "cli.end." + JsonReport.name(end.reason()),
                Map.of(
                        "seconds", String.format(locale, "%.1f", end.seconds()),
                        "steps", Long.toString(end.at().step()),
                        "epochs", Integer.toString(end.at().epoch())));
        end.weights().ifPresent(weights -> weights.forEach(this::weights));
    }

    private void weights(String node, Weights weights) {
        print(node + ".weight " + weights.shape() + " " + Arrays.toString(weights.weight()));
        print(node + ".bias " + Arrays.toString(weights.bias()));
    }

    private void say(String key, Map<String, String> arguments) {
        print(text(key, arguments));
    }

    private void print(String line) {
        out.println(line);
        out.flush();
    }

    private String text(String key, Map<String, String> arguments) {
        return messages.text(locale, key, arguments);
    }
}
