package dev.spirallab.cli;

import dev.spirallab.engine.DeviceInfo;
import dev.spirallab.engine.Evaluation;
import dev.spirallab.engine.Evaluation.Score;
import dev.spirallab.engine.Weights;
import dev.spirallab.frame.EndReason;
import dev.spirallab.i18n.Messages;
import dev.spirallab.run.Position;
import dev.spirallab.run.Sweep;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.validation.TensorShape;
import dev.spirallab.validation.ValidationResult.Valid;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One JSON object a line; what is no number is null. Notes for people go to {@code errors}. */
record JsonReport(PrintWriter out, PrintWriter errors, Messages messages, Locale locale)
        implements Report {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public void problem(Problem problem) {
        ObjectNode line = line("problem");
        line.put("code", problem.code());
        line.put("path", problem.path());
        problem.node().ifPresent(node -> line.put("node", node));
        line.put("message", messages.text(locale, problem));
        print(line);
    }

    @Override
    public void sound(Valid valid) {
        ObjectNode line = line("sound");
        line.put("parameters", valid.budget().parameters());
        line.put("flopsPerStep", valid.budget().flopsPerStep());
        line.put("bytes", valid.budget().bytes());
        ObjectNode shapes = line.putObject("shapes");
        valid.order()
                .forEach(node -> {
                    ArrayNode shape = shapes.putArray(node.id());
                    valid.shapes()
                            .getOrDefault(node.id(), TensorShape.of())
                            .dimensions()
                            .forEach(shape::add);
                });
        print(line);
    }

    @Override
    public void begin(Experiment experiment, DeviceInfo device) {
        device.missing()
                .map(missing -> messages.text(locale, "cli.noDevice", Map.of("device", missing)))
                .ifPresent(errors::println);
    }

    @Override
    public void epoch(Position at, Evaluation evaluation) {
        ObjectNode line = line("epoch");
        line.put("epoch", at.epoch());
        line.put("step", at.step());
        put(line, evaluation);
        put(line, "learningRate", at.learningRate());
        print(line);
    }

    @Override
    public void end(End end) {
        ObjectNode line = line("end");
        line.put("reason", name(end.reason()));
        line.put("steps", end.at().step());
        line.put("epochs", end.at().epoch());
        line.put("seconds", Math.round(end.seconds() * 1000) / 1000.0);
        put(line, end.evaluation());
        line.set("assessment", JSON.valueToTree(end.assessment()));
        line.put("device", end.device());
        end.weights().ifPresent(weights -> put(line.putObject("weights"), weights));
        print(line);
    }

    @Override
    public void variant(Map<String, String> settings, Sweep.Variant variant) {
        ObjectNode line = line("variant");
        ObjectNode own = line.putObject("settings");
        settings.forEach(own::put);
        line.put("reason", name(variant.end()));
        Sweep.Point last = variant.points().getLast();
        line.put("steps", last.step());
        put(line, last.evaluation());
        print(line);
    }

    static String name(EndReason reason) {
        return switch (reason) {
            case NONE -> "none";
            case EPOCHS -> "epochs";
            case STEPS -> "steps";
            case TARGET -> "target";
            case EARLY_STOPPING -> "earlyStopping";
            case DIVERGED -> "diverged";
            case STOPPED -> "stopped";
            case FAILED -> "failed";
        };
    }

    private static void put(ObjectNode line, Evaluation evaluation) {
        put(line.putObject("train"), evaluation.train());
        put(line.putObject("test"), evaluation.test());
    }

    private static void put(ObjectNode figures, Score score) {
        put(figures, "loss", score.loss());
        put(figures, "accuracy", score.accuracy());
    }

    private static void put(ObjectNode object, String name, double value) {
        if (Double.isFinite(value)) {
            object.put(name, value);
        } else {
            object.putNull(name);
        }
    }

    private static void put(ObjectNode object, Map<String, Weights> weights) {
        weights.forEach((node, values) -> {
            ObjectNode own = object.putObject(node);
            nest(own.putArray("weight"), values.shape(), values.weight(), 0);
            nest(own.putArray("bias"), List.of(values.bias().length), values.bias(), 0);
        });
    }

    private static void nest(ArrayNode array, List<Integer> shape, float[] values, int from) {
        int size = shape.stream().skip(1).reduce(1, Math::multiplyExact);
        for (int i = 0; i < shape.getFirst(); i++) {
            if (shape.size() == 1) {
                add(array, values[from + i]);
            } else {
                nest(array.addArray(), shape.subList(1, shape.size()), values, from + i * size);
            }
        }
    }

    private static void add(ArrayNode array, float value) {
        if (Float.isFinite(value)) {
            array.add(value);
        } else {
            array.addNull();
        }
    }

    private static ObjectNode line(String type) {
        return JSON.createObjectNode().put("type", type);
    }

    private void print(ObjectNode line) {
        out.println(JSON.writeValueAsString(line));
        out.flush();
    }
}
