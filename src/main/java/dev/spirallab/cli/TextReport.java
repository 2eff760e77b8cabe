package dev.spirallab.cli;

import dev.spirallab.engine.DeviceInfo;
import dev.spirallab.engine.Evaluation;
import dev.spirallab.engine.Evaluation.Score;
import dev.spirallab.engine.Weights;
import dev.spirallab.frame.Assessment.OfClass;
import dev.spirallab.frame.Assessment.OfClasses;
import dev.spirallab.frame.Assessment.OfValues;
import dev.spirallab.frame.EndReason;
import dev.spirallab.i18n.Messages;
import dev.spirallab.run.Position;
import dev.spirallab.run.Sweep;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.spec.json.Records;
import dev.spirallab.validation.TensorShape;
import dev.spirallab.validation.ValidationResult.Valid;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** For people: a line now and then. */
final class TextReport implements Report {
    private static final int CLASSES_SHOWN = 100;
    private static final int CONFUSION_SHOWN = 20;
    private static final List<String> HEADS =
            List.of("cli.precision", "cli.recall", "cli.f1", "cli.auc", "cli.rows");
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
        end.assessment().classes().ifPresent(this::classes);
        end.assessment().values().ifPresent(this::values);
        end.weights().ifPresent(weights -> weights.forEach(this::weights));
    }

    @Override
    public void variant(Map<String, String> settings, Sweep.Variant variant) {
        Sweep.Point last = variant.points().getLast();
        String own =
                settings.entrySet().stream()
                        .map(each -> each.getKey() + " " + each.getValue())
                        .collect(Collectors.joining(", "));
        String early =
                variant.end() == EndReason.NONE
                        ? ""
                        : "  " + text("cli.variant." + JsonReport.name(variant.end()), Map.of());
        print(
                own
                        + figures("cli.train", last.evaluation().train())
                        + figures("cli.test", last.evaluation().test())
                        + early);
    }

    private void classes(OfClasses classes) {
        print(row(text("cli.class", Map.of()), HEADS.stream().map(key -> text(key, Map.of()))));
        for (int label = 0; label < Math.min(CLASSES_SHOWN, classes.each().size()); label++) {
            print(row(Integer.toString(label), figures(classes.each().get(label))));
        }
        print(row(text("cli.macro", Map.of()), figures(classes.macro())));
        classes.tops()
                .forEach(top ->
                        say(
                                "cli.top",
                                Map.of(
                                        "k",
                                        Integer.toString(top.k()),
                                        "share",
                                        share(top.share()))));
        if (classes.confusion().size() <= CONFUSION_SHOWN) {
            classes.confusion()
                    .forEach(answers ->
                            print(row("", answers.stream().map(count -> Integer.toString(count)))));
        }
    }

    private Stream<String> figures(OfClass figures) {
        return Stream.of(
                share(figures.precision()),
                share(figures.recall()),
                share(figures.f1()),
                figures.auc().map(this::share).orElse("-"),
                Integer.toString(figures.rows()));
    }

    private String share(double share) {
        return String.format(locale, "%.4f", share);
    }

    private static String row(String name, Stream<String> cells) {
        return cells.map(cell -> String.format("%10s", cell))
                .collect(Collectors.joining("", String.format("  %-8s", name), ""));
    }

    private void values(OfValues values) {
        say(
                "cli.values",
                Map.of(
                        "r2", figure(values.r2()),
                        "mae", figure(values.mae()),
                        "rmse", figure(values.rmse())));
    }

    private String figure(Optional<Double> figure) {
        return figure.map(value -> String.format(locale, "%.6g", value)).orElse("-");
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
