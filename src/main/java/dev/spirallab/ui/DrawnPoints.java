package dev.spirallab.ui;

import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.Matrix;
import dev.spirallab.dataset.Part;
import dev.spirallab.dataset.Targets;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.data.Feature;
import dev.spirallab.spec.data.FeaturedDataset;
import dev.spirallab.spec.data.Points;
import dev.spirallab.spec.data.Points.Point;
import dev.spirallab.ui.components.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Points after a stroke. Those of other data are taken over first, evenly thinned where there are
 * many.
 *
 * @param thinned whether that left any out
 */
record DrawnPoints(Points points, boolean thinned) {
    static final int MOST = 5000;
    static final int TAKEN_OVER = 2000;
    private static final int CLASSES = 5;
    private static final List<Feature> PLACE = List.of(Feature.x1, Feature.x2);

    /**
     * @param examples of the data set, if it is sound
     * @return nothing where there is no room for what was drawn
     */
    static Optional<DrawnPoints> after(
            Stroke stroke, DatasetSpec present, Optional<Dataset> examples) {
        DrawnPoints taken = of(present, examples);
        List<Point> changed = changed(stroke, taken.points().points());
        return changed.size() > MOST
                ? Optional.empty()
                : Optional.of(new DrawnPoints(taken.with(changed), taken.thinned()));
    }

    private static List<Point> changed(Stroke stroke, List<Point> points) {
        return switch (stroke) {
            case Stroke.Added(List<Stroke.Place> places, int label) ->
                    Stream.concat(
                                    points.stream(),
                                    places.stream().map(at -> new Point(at.x1(), at.x2(), label)))
                            .toList();
            case Stroke.Rubbed(List<Stroke.Place> places, double radius) ->
                    points.stream()
                            .filter(point ->
                                    places.stream().noneMatch(at -> isNear(point, at, radius)))
                            .toList();
            case Stroke.Wiped() -> List.of();
        };
    }

    private static boolean isNear(Point point, Stroke.Place at, double radius) {
        return Math.hypot(point.x1() - at.x1(), point.x2() - at.x2()) <= radius;
    }

    private Points with(List<Point> changed) {
        return new Points(
                changed,
                points.features(),
                points.standardize(),
                points.seed(),
                points.testFraction());
    }

    private static DrawnPoints of(DatasetSpec present, Optional<Dataset> examples) {
        return switch (present) {
            case Points points -> new DrawnPoints(points, false);
            case FeaturedDataset made ->
                    taken(
                            examples,
                            made.features(),
                            made.standardize(),
                            made.seed(),
                            made.testFraction());
            case DatasetSpec other -> taken(examples, PLACE, false, 7, other.testFraction());
        };
    }

    private static DrawnPoints taken(
            Optional<Dataset> examples,
            List<Feature> features,
            boolean standardize,
            long seed,
            double testFraction) {
        List<Point> all = new ArrayList<>();
        examples.ifPresent(dataset ->
                dataset.plane()
                        .ifPresent(plane -> {
                            addAll(all, plane.trainPoints(), dataset.train());
                            addAll(all, plane.testPoints(), dataset.test());
                        }));
        int count = Math.min(all.size(), TAKEN_OVER);
        List<Point> kept =
                IntStream.range(0, count)
                        .mapToObj(i -> all.get((int) ((long) i * all.size() / count)))
                        .toList();
        return new DrawnPoints(
                new Points(kept, features, standardize, seed, testFraction), count < all.size());
    }

    private static void addAll(List<Point> to, Matrix places, Part part) {
        if (part.targets() instanceof Targets.Labels(int[] labels, int classes)
                && classes <= CLASSES) {
            for (int row = 0; row < labels.length; row++) {
                to.add(
                        new Point(
                                rounded(places.at(row, 0)),
                                rounded(places.at(row, 1)),
                                labels[row]));
            }
        }
    }

    /** Documents are read and saved often. */
    private static double rounded(float coordinate) {
        return Math.clamp(Math.round(coordinate * 10_000.0) / 10_000.0, -1000, 1000);
    }
}
