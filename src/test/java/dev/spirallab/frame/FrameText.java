package dev.spirallab.frame;

import dev.spirallab.spec.data.Extent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A frame's content as plain values for JSON; floats as the doubles a reader sees, NaN as null. */
final class FrameText {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    private FrameText(String type, Moment at) {
        with("type", type);
        with("attempt", at.attempt()).with("epoch", at.epoch()).with("step", at.step());
    }

    static Map<String, Object> of(Frame frame) {
        return switch (frame) {
            case Frame.Metrics metrics -> metrics(metrics);
            case Frame.Boundary boundary -> boundary(boundary);
            case Frame.State state -> state(state);
            case Frame.Trouble trouble -> trouble(trouble);
            case Frame.Points points -> points(points);
            case Frame.Assessed assessed ->
                    new FrameText("assessed", assessed.at())
                            .with("assessment", assessed.assessment())
                            .fields;
            case Frame.Layers layers ->
                    new FrameText("layers", layers.at()).with("report", layers.report()).fields;
            case Frame.Units units ->
                    new FrameText("units", units.at())
                            .with("grid", units.pictures().grid())
                            .with(
                                    "banks",
                                    units.pictures().banks().stream().map(FrameText::bank).toList())
                            .fields;
            case Frame.Trail trail ->
                    new FrameText("trail", trail.at()).with("steps", trail.steps()).fields;
            case Frame.Past past ->
                    new FrameText("past", past.at())
                            .with("picture", boundary(past.picture()))
                            .fields;
            case Frame.Mistaken mistaken ->
                    new FrameText("mistaken", mistaken.at())
                            .with("mistakes", mistaken.mistakes())
                            .fields;
            case Frame.Answered answered ->
                    new FrameText("answered", answered.at())
                            .with("answer", answered.answer())
                            .fields;
            case Frame.Outputs outputs ->
                    new FrameText("outputs", outputs.at())
                            .with("head", outputs.outputs().head())
                            .with("values", numbers(outputs.outputs().values()))
                            .fields;
            case Frame.Inside inside -> inside(inside);
        };
    }

    private static Map<String, Object> inside(Frame.Inside inside) {
        Interior interior = inside.interior();
        return new FrameText("inside", inside.at())
                .with("example", inside.example())
                .with("layers", interior.layers())
                .with("chosen", interior.chosen())
                .with("window", window(interior.window()))
                .with("overview", overview(interior.overview()))
                .with("input", pictures(interior.input()))
                .with("maps", pictures(interior.maps()))
                .fields;
    }

    private static Map<String, Object> window(Interior.Window window) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("rows", Arrays.stream(window.rows()).boxed().toList());
        fields.put("columns", Arrays.stream(window.columns()).boxed().toList());
        fields.put("values", numbers(window.values()));
        fields.put("biases", numbers(window.biases()));
        return fields;
    }

    private static Map<String, Object> overview(Interior.Overview overview) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("height", overview.height());
        fields.put("width", overview.width());
        fields.put("most", number(overview.most()));
        fields.put("values", bytes(overview.values()));
        return fields;
    }

    private static Map<String, Object> pictures(Interior.Pictures pictures) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("channels", pictures.channels());
        fields.put("height", pictures.height());
        fields.put("width", pictures.width());
        fields.put(
                "pictures",
                pictures.pictures().stream()
                        .map(picture -> {
                            Map<String, Object> each = new LinkedHashMap<>();
                            each.put("least", number(picture.least()));
                            each.put("greatest", number(picture.greatest()));
                            each.put("values", bytes(picture.values()));
                            return each;
                        })
                        .toList());
        return fields;
    }

    private static Map<String, Object> bank(UnitPictures.Bank bank) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("node", bank.node());
        fields.put("units", bank.units());
        fields.put("pictures", bank.pictures().stream().map(FrameText::picture).toList());
        return fields;
    }

    private static Map<String, Object> picture(UnitPictures.Picture picture) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("unit", picture.unit());
        fields.put("least", number(picture.least()));
        fields.put("greatest", number(picture.greatest()));
        fields.put("values", bytes(picture.values()));
        return fields;
    }

    private static List<Integer> bytes(byte... bytes) {
        List<Integer> values = new ArrayList<>();
        for (byte value : bytes) {
            values.add(Byte.toUnsignedInt(value));
        }
        return values;
    }

    private static Map<String, Object> metrics(Frame.Metrics metrics) {
        return new FrameText("metrics", metrics.at())
                .with("firstIndex", metrics.firstIndex())
                .with("points", metrics.points().stream().map(FrameText::point).toList())
                .fields;
    }

    private static Map<String, Object> point(MetricPoint point) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("step", point.step());
        fields.put("epoch", number(point.epoch()));
        fields.put("trainLoss", number(point.trainLoss()));
        fields.put("testLoss", number(point.testLoss()));
        fields.put("trainAccuracy", number(point.trainAccuracy()));
        fields.put("testAccuracy", number(point.testAccuracy()));
        fields.put("learningRate", number(point.learningRate()));
        return fields;
    }

    private static Map<String, Object> boundary(Frame.Boundary boundary) {
        return new FrameText("boundary", boundary.at())
                .with("task", boundary.task() == TaskKind.CLASSES ? "classes" : "regression")
                .with("channels", boundary.channels())
                .with("width", boundary.width())
                .with("height", boundary.height())
                .with("extent", extent(boundary.extent()))
                .with("valueMin", number(boundary.valueMin()))
                .with("valueMax", number(boundary.valueMax()))
                .with("values", bytes(boundary.values()))
                .fields;
    }

    private static Map<String, Object> state(Frame.State state) {
        return new FrameText("state", state.at())
                .with("state", state.state().ordinal())
                .with("reason", state.reason().ordinal())
                .with("stepsPerSecond", number(state.stepsPerSecond()))
                .with("pace", number(state.pace()))
                .with("learningRate", number(state.learningRate()))
                .with("stepsPerEpoch", state.stepsPerEpoch())
                .with("viewers", state.viewers())
                .with("detail", state.detail())
                .fields;
    }

    private static Map<String, Object> trouble(Frame.Trouble trouble) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("code", trouble.problem().code());
        problem.put("path", trouble.problem().path());
        trouble.problem().node().ifPresent(node -> problem.put("node", node));
        problem.put("arguments", trouble.problem().arguments());
        return new FrameText("problem", trouble.at()).with("problem", problem).fields;
    }

    private static List<Object> numbers(float... numbers) {
        List<Object> values = new ArrayList<>();
        for (float value : numbers) {
            values.add(number(value));
        }
        return values;
    }

    private static Map<String, Object> points(Frame.Points points) {
        List<Object> values = numbers(points.points());
        return new FrameText("points", points.at())
                .with("task", points.task() == TaskKind.CLASSES ? "classes" : "regression")
                .with("train", points.train())
                .with("test", points.test())
                .with("extent", extent(points.extent()))
                .with("points", values)
                .fields;
    }

    private static Map<String, Object> extent(Extent extent) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("xMin", number(extent.xMin()));
        fields.put("xMax", number(extent.xMax()));
        fields.put("yMin", number(extent.yMin()));
        fields.put("yMax", number(extent.yMax()));
        return fields;
    }

    private static @Nullable Double number(float value) {
        return Float.isNaN(value) ? null : (double) value;
    }

    private FrameText with(String name, Object value) {
        fields.put(name, value);
        return this;
    }
}
