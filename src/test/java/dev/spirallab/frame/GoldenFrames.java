package dev.spirallab.frame;

import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.Extent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One or more frames of every type; {@code contract/frames} holds each as bytes and as JSON. */
final class GoldenFrames {
    private static final Extent EXTENT = new Extent(-1.1f, 1.1f, -1.5f, 1.25f);

    private GoldenFrames() {}

    static Map<String, List<Frame>> all() {
        Map<String, List<Frame>> all = new LinkedHashMap<>();
        all.put("metrics", List.of(metrics()));
        all.put("metrics-empty", List.of(new Frame.Metrics(new Moment(0, 0, 0), 0, List.of())));
        all.put("boundary-classes", List.of(classes()));
        all.put("boundary-regression", List.of(regression()));
        all.put("state-running", List.of(running()));
        all.put("state-diverged", List.of(diverged()));
        all.put("problem", List.of(trouble()));
        all.put("points", List.of(points()));
        all.put("assessed-classes", List.of(judged()));
        all.put("assessed-values", List.of(foretold()));
        all.put("layers", List.of(inside()));
        all.put("units", List.of(units()));
        all.put(
                "trail",
                List.of(new Frame.Trail(new Moment(1, 3, 225), List.of(0L, 40L, 5_000_000_000L))));
        all.put("past", List.of(new Frame.Past((Frame.Boundary) classes())));
        all.put("mistaken", List.of(mistaken()));
        all.put("answered", List.of(answered()));
        all.put("outputs", List.of(outputs()));
        all.put("inside-matrix", List.of(matrix()));
        all.put("inside-images", List.of(images()));
        all.put("several", List.of(running(), metrics(), classes()));
        return all;
    }

    private static Frame metrics() {
        List<MetricPoint> points =
                List.of(
                        new MetricPoint(0, 0, 1.0986f, 1.1012f, 0.3333f, 0.3125f, 0.001f),
                        new MetricPoint(
                                5_000_000_000L, 66666.5f, 0.25f, Float.NaN, 1, Float.NaN, 0));
        return new Frame.Metrics(new Moment(65535, 66666, 5_000_000_000L), 7, points);
    }

    private static Frame classes() {
        byte[] values = new byte[3 * 2 * 4];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (i * 11);
        }
        return new Frame.Boundary(
                new Moment(1, 3, 225), TaskKind.CLASSES, 3, 4, 2, EXTENT, 0, 1, values);
    }

    private static Frame regression() {
        byte[] values = {0, 64, (byte) 128, (byte) 255};
        return new Frame.Boundary(
                new Moment(0, 0, 0), TaskKind.REGRESSION, 1, 2, 2, EXTENT, -0.75f, 2.5f, values);
    }

    private static Frame running() {
        return new Frame.State(
                new Moment(1, 3, 225),
                RunState.RUNNING,
                EndReason.NONE,
                399.5f,
                400,
                0.001f,
                75,
                2,
                "");
    }

    private static Frame diverged() {
        return new Frame.State(
                new Moment(0, 1, 80),
                RunState.ENDED,
                EndReason.DIVERGED,
                0,
                0,
                10,
                75,
                1,
                "run.diverged");
    }

    private static Frame trouble() {
        Problem problem =
                new Problem(
                        "run.diverged",
                        "training.optimizer.learningRate",
                        Optional.of("hidden-隐藏"),
                        Map.of("step", "80", "rate", "10"),
                        Optional.empty());
        return new Frame.Trouble(new Moment(0, 1, 80), problem);
    }

    private static Frame judged() {
        Assessment.OfClass first = new Assessment.OfClass(3, 1, 0.5, 0.75, Optional.of(0.875));
        Assessment.OfClass second = new Assessment.OfClass(0, 0, 0, 0, Optional.empty());
        return new Frame.Assessed(
                new Moment(1, 3, 225),
                new Assessment(
                        true,
                        3,
                        300,
                        Optional.of(
                                new Assessment.OfClasses(
                                        0.5,
                                        List.of(new Assessment.Top(2, 0.75)),
                                        first,
                                        List.of(first, second),
                                        List.of(List.of(2, 1), List.of(0, 0)),
                                        List.of(
                                                List.of(
                                                        new Assessment.RocPoint(0, 0),
                                                        new Assessment.RocPoint(0.25, 1),
                                                        new Assessment.RocPoint(1, 1)),
                                                List.of()))),
                        Optional.empty()));
    }

    private static Frame foretold() {
        return new Frame.Assessed(
                new Moment(0, 1, 80),
                new Assessment(
                        false,
                        2,
                        2,
                        Optional.empty(),
                        Optional.of(
                                new Assessment.OfValues(
                                        Optional.of(-0.5),
                                        Optional.of(0.25),
                                        Optional.empty(),
                                        List.of(
                                                new Assessment.Answer(1.5f, -0.25f),
                                                new Assessment.Answer(
                                                        2, 0.5f, Optional.of(-1.0)))))));
    }

    private static Frame inside() {
        LayerReport.Histogram spread =
                new LayerReport.Histogram(-0.5, 1.5, 0.25, 0.125, List.of(1, 0, 3));
        return new Frame.Layers(
                new Moment(1, 3, 225),
                new LayerReport(
                        0.001,
                        32,
                        256,
                        List.of(
                                new LayerReport.Layer(
                                        "hidden-隐藏",
                                        12,
                                        Optional.of(spread),
                                        Optional.of(spread),
                                        Optional.of(spread),
                                        Optional.of(0.03125),
                                        Optional.of(0.0009765625),
                                        Optional.of(0.25)),
                                new LayerReport.Layer(
                                        "flat",
                                        0,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(spread),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()))));
    }

    private static Frame units() {
        byte[] some = {0, 85, (byte) 170, (byte) 255};
        byte[] flat = {0, 0, 0, 0};
        return new Frame.Units(
                new Moment(1, 3, 225),
                new UnitPictures(
                        2,
                        List.of(
                                new UnitPictures.Bank(
                                        "in",
                                        1,
                                        List.of(new UnitPictures.Picture(0, -1.5f, 2.25f, some))),
                                new UnitPictures.Bank(
                                        "hidden-隐藏",
                                        100,
                                        List.of(
                                                new UnitPictures.Picture(0, 0, 0, flat),
                                                new UnitPictures.Picture(50, 0, 1, some))))));
    }

    private static Frame mistaken() {
        return new Frame.Mistaken(
                new Moment(1, 3, 225),
                new Mistakes(
                        new Exhibit.Kind(true, List.of("x", "颜色"), false, 0, 0, 0),
                        300,
                        Optional.of(new Mistakes.Cell(1, 0)),
                        2,
                        40,
                        List.of(
                                new Mistakes.Mistake(
                                        new Exhibit(17, List.of("-1.5", "红"), Optional.empty()),
                                        Optional.of(1.0),
                                        Optional.of(0.0),
                                        Optional.of(0.25),
                                        Optional.of(0.75),
                                        Optional.empty()))));
    }

    private static Frame answered() {
        return new Frame.Answered(
                new Moment(1, 3, 225), new OwnAnswer(7, true, true, List.of(0.25, 0.75)));
    }

    private static Frame outputs() {
        return new Frame.Outputs(
                new Moment(1, 3, 225),
                new LayerOutputs(
                        "hidden-隐藏",
                        new Exhibit.Kind(true, List.of(), false, 1, 1, 2),
                        300,
                        true,
                        List.of(0.0, 1.0),
                        List.of(0.0, 0.0),
                        List.of(
                                new Exhibit(0, List.of(), Optional.of("AP8=")),
                                new Exhibit(150, List.of(), Optional.of("//8="))),
                        new float[] {0.5f, -1, 0, 2.25f}));
    }

    private static Frame matrix() {
        return new Frame.Inside(
                new Moment(1, 3, 225),
                Interior.Example.NONE,
                new Interior(
                        List.of(
                                new Interior.Layer(
                                        "hidden-隐藏", "weight", "in", "bias", List.of(300, 2)),
                                new Interior.Layer("norm", "weight", "", "", List.of(300))),
                        0,
                        new Interior.Window(
                                new int[] {0, 150},
                                new int[] {0, 1},
                                new float[] {0.5f, -0.25f, Float.NaN, 1e6f},
                                new float[] {0.125f, -3}),
                        new Interior.Overview(2, 1, 0.75f, new byte[] {0, (byte) 255}),
                        Interior.Pictures.NONE,
                        Interior.Pictures.NONE));
    }

    private static Frame images() {
        byte[] some = {0, 85, (byte) 170, (byte) 255, 1, 2};
        byte[] few = {7, 8};
        return new Frame.Inside(
                new Moment(0, 0, 12),
                new Interior.Example(4, 899, true, 7, 1),
                new Interior(
                        List.of(
                                new Interior.Layer(
                                        "conv", "weight", "", "bias", List.of(70, 1, 1, 2)),
                                new Interior.Layer("pool", "", "", "", List.of())),
                        0,
                        new Interior.Window(
                                new int[] {3}, new int[] {0, 1}, new float[] {1, -1}, new float[1]),
                        Interior.Overview.NONE,
                        new Interior.Pictures(
                                1, 2, 3, List.of(new Interior.Picture(-1.5f, 2.25f, some))),
                        new Interior.Pictures(
                                70,
                                1,
                                2,
                                List.of(
                                        new Interior.Picture(0, 0, new byte[2]),
                                        new Interior.Picture(-1, 0, few)))));
    }

    private static Frame points() {
        float[] points = {0.5f, -0.25f, 2, 0, 1, 0, -1, 0.125f, 1};
        return new Frame.Points(new Moment(0, 0, 0), TaskKind.CLASSES, 2, 1, EXTENT, points);
    }
}
