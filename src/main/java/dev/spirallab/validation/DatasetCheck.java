package dev.spirallab.validation;

import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.Circle;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.data.Feature;
import dev.spirallab.spec.data.FeaturedDataset;
import dev.spirallab.spec.data.FormulaDataset;
import dev.spirallab.spec.data.Gauss;
import dev.spirallab.spec.data.ImageDataset;
import dev.spirallab.spec.data.ImageTransform;
import dev.spirallab.spec.data.Inline;
import dev.spirallab.spec.data.Moons;
import dev.spirallab.spec.data.MultiGauss;
import dev.spirallab.spec.data.Normalization;
import dev.spirallab.spec.data.PhonePrices;
import dev.spirallab.spec.data.Plane;
import dev.spirallab.spec.data.PlaneDataset;
import dev.spirallab.spec.data.Points;
import dev.spirallab.spec.data.PrintedDigits;
import dev.spirallab.spec.data.Spiral;
import dev.spirallab.spec.data.Table;
import dev.spirallab.spec.data.Task;
import dev.spirallab.spec.data.Xor;
import dev.spirallab.spec.json.Records;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether the data set has examples enough, and all of one width. */
final class DatasetCheck {
    private static final int FEWEST_POINTS = 2;
    private static final double USUAL_TEST_FRACTION = 0.2;

    /** Few enough that networks made for large images learn them while one looks on. */
    private static final PrintedDigits PRINTED =
            new PrintedDigits(
                    1000,
                    0.1,
                    15,
                    2,
                    List.of(new ImageTransform.Pad(2)),
                    List.of(),
                    new Normalization.Measured(),
                    7,
                    USUAL_TEST_FRACTION);

    private final List<Problem> problems;

    DatasetCheck(List<Problem> problems) {
        this.problems = problems;
    }

    void run(DatasetSpec dataset) {
        switch (dataset) {
            case PlaneDataset plane -> {
                features(plane);
                samples(plane);
            }
            case Points points -> {
                features(points);
                points(points);
            }
            case FormulaDataset _, PhonePrices _ -> {} // sound within their ranges
            case Inline inline -> inline(inline);
            case ImageDataset images -> new ImageCheck(problems).run(images);
            case Table table -> new TableCheck(problems).run(table);
        }
    }

    private void features(FeaturedDataset plane) {
        if (plane.features().isEmpty()) {
            problems.add(
                    problem("dataset.noFeatures", "features", Map.of())
                            .with(
                                    features(
                                            "useCoordinates",
                                            plane,
                                            List.of(Feature.x1, Feature.x2))));
        }
        duplicates(plane);
    }

    private void samples(PlaneDataset plane) {
        int parts = plane.task() instanceof Task.Classification(int classes) ? classes : 1;
        if (plane.trainSize() < parts) {
            problems.add(
                    problem(
                                    "dataset.tooFewSamples",
                                    "samples",
                                    Map.of(
                                            "have", String.valueOf(plane.trainSize()),
                                            "want", String.valueOf(parts)))
                            .with(
                                    Fixes.dataset(
                                            "lowerTestFraction",
                                            with(plane, "testFraction", USUAL_TEST_FRACTION))));
        }
    }

    private void duplicates(FeaturedDataset plane) {
        Set<Feature> seen = new HashSet<>();
        for (int i = 0; i < plane.features().size(); i++) {
            Feature feature = plane.features().get(i);
            if (!seen.add(feature)) {
                List<Feature> distinct = plane.features().stream().distinct().toList();
                problems.add(
                        problem(
                                        "dataset.duplicateFeature",
                                        "features[" + i + "]",
                                        Map.of("feature", feature.name()))
                                .with(features("distinctFeatures", plane, distinct)));
            }
        }
    }

    private static Problem.Fix features(
            String code, FeaturedDataset plane, List<Feature> features) {
        return Fixes.dataset(code, with(plane, "features", features));
    }

    private static DatasetSpec with(FeaturedDataset plane, String setting, Object value) {
        return switch (plane) {
            case Spiral spiral -> Records.with(spiral, setting, value);
            case Circle circle -> Records.with(circle, setting, value);
            case Xor xor -> Records.with(xor, setting, value);
            case Gauss gauss -> Records.with(gauss, setting, value);
            case Moons moons -> Records.with(moons, setting, value);
            case Plane flat -> Records.with(flat, setting, value);
            case MultiGauss bumps -> Records.with(bumps, setting, value);
            case Points points -> Records.with(points, setting, value);
        };
    }

    private void points(Points points) {
        if (points.trainSize() < FEWEST_POINTS) {
            problems.add(
                    problem(
                            "points.tooFew",
                            "points",
                            Map.of("want", String.valueOf(FEWEST_POINTS))));
        }
    }

    private void inline(Inline inline) {
        if (inline.inputs().isEmpty()) {
            problems.add(noExamples(inline));
            return;
        }
        rows("inputs", inline.inputs());
        inline.shape().ifPresent(shape -> shape(inline));
        inline.targets().ifPresent(targets -> targets(inline, targets));
        inline.labels().ifPresent(labels -> size("labels", labels.size(), inline.size()));
        oneAnswer(inline);
    }

    /** A model made for images is told which, and offered those that are at hand. */
    private static Problem noExamples(Inline inline) {
        List<Integer> shape = inline.inputShape();
        if (shape.size() < 3 || !(inline.task() instanceof Task.Classification(int classes))) {
            return problem("inline.noExamples", "inputs", Map.of());
        }
        Map<String, String> wanted =
                Map.of(
                        "channels", String.valueOf(shape.get(0)),
                        "height", String.valueOf(shape.get(1)),
                        "width", String.valueOf(shape.get(2)),
                        "classes", String.valueOf(classes));
        return problem("inline.noImages", "inputs", wanted)
                .with(Fixes.dataset("printedDigits", PRINTED));
    }

    private void shape(Inline inline) {
        if (inline.inputSize() != inline.width()) {
            problems.add(
                    problem(
                            "inline.shape",
                            "shape",
                            Map.of(
                                    "have", String.valueOf(inline.width()),
                                    "want", String.valueOf(inline.inputSize()))));
        }
    }

    private void targets(Inline inline, List<List<Double>> targets) {
        size("targets", targets.size(), inline.size());
        rows("targets", targets);
    }

    private void oneAnswer(Inline inline) {
        if (inline.targets().isPresent() && inline.labels().isPresent()) {
            problems.add(
                    problem("inline.targetsAndLabels", "targets", Map.of())
                            .with(
                                    Fixes.dataset(
                                            "dropTargets",
                                            Records.with(inline, "targets", Optional.empty()))));
        }
        if (inline.targets().isEmpty() && inline.labels().isEmpty()) {
            problems.add(problem("inline.noAnswers", "labels", Map.of()));
        }
    }

    private void size(String field, int have, int want) {
        if (have != want) {
            problems.add(
                    problem(
                            "inline.sizes",
                            field,
                            Map.of(
                                    "have", String.valueOf(have),
                                    "want", String.valueOf(want),
                                    "field", field)));
        }
    }

    /** The first row that is odd, or that there is nothing in the rows. */
    private void rows(String field, List<List<Double>> rows) {
        int width = rows.isEmpty() ? 1 : rows.getFirst().size();
        if (width == 0) {
            problems.add(problem("inline.emptyRow", field + "[0]", Map.of()));
            return;
        }
        for (int i = 1; i < rows.size(); i++) {
            int have = rows.get(i).size();
            if (have != width) {
                problems.add(
                        problem(
                                "inline.ragged",
                                field + "[" + i + "]",
                                Map.of(
                                        "have", String.valueOf(have),
                                        "want", String.valueOf(width))));
                return;
            }
        }
    }

    private static Problem problem(String code, String field, Map<String, String> arguments) {
        return Problem.of(code, "dataset." + field, arguments);
    }
}
