package dev.spirallab.run;

import dev.spirallab.engine.Learnt;
import dev.spirallab.engine.NodeTensor;
import dev.spirallab.frame.Landscape;
import dev.spirallab.frame.Landscape.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The places of a loss surface: where they are, and what was found there. */
final class Terrain {
    /** So many moments are enough to know where a run went. */
    private static final int MOMENTS = 24;

    /** How much farther than the run itself the surface goes. */
    private static final double MARGIN = 0.25;

    private final long step;
    private final Learnt centre;
    private final Directions directions;
    private final boolean ofPath;
    private final double[] x;
    private final double[] y;
    private final List<Spot> path = new ArrayList<>();
    private final List<Optional<Double>> losses = new ArrayList<>();
    private final Optional<Double> explained;
    private double here = Double.NaN;

    /**
     * @param step of the centre
     * @param parameters those of the centre, one by one
     */
    Terrain(
            Survey.Wish wish,
            long step,
            Learnt centre,
            List<NodeTensor> parameters,
            List<Milestone> trail) {
        this.step = step;
        this.centre = centre;
        Optional<Directions> principal =
                wish.ofPath() ? Directions.ofPath(places(trail)) : Optional.empty();
        this.ofPath = principal.isPresent();
        this.directions = principal.orElseGet(() -> Directions.random(parameters, wish.seed()));
        this.explained = project(trail);
        this.x =
                ofPath ? range(wish.side(), path.stream().mapToDouble(Spot::x)) : unit(wish.side());
        this.y =
                ofPath ? range(wish.side(), path.stream().mapToDouble(Spot::y)) : unit(wish.side());
    }

    /** Those of the moments and of the centre. */
    private List<float[]> places(List<Milestone> trail) {
        int shown = Math.min(MOMENTS, trail.size());
        List<float[]> places = new ArrayList<>();
        for (int i = 0; i < shown; i++) {
            places.add(trail.get((int) ((long) i * trail.size() / shown)).learnt().parameters());
        }
        places.add(centre.parameters());
        return places;
    }

    private Optional<Double> project(List<Milestone> trail) {
        double within = 0;
        double all = 0;
        for (Milestone moment : trail) {
            double[] near = directions.nearest(centre.parameters(), moment.learnt().parameters());
            path.add(new Spot(moment.at().step(), near[0], near[1], moment.figures().trainLoss()));
            within += near[2];
            all += squared(moment.learnt().parameters());
        }
        return all > 0 ? Optional.of(within / all) : Optional.empty();
    }

    private double squared(float[] place) {
        double sum = 0;
        for (int i = 0; i < place.length; i++) {
            double way = (double) place[i] - centre.parameters()[i];
            sum += way * way;
        }
        return sum;
    }

    private static double[] unit(int side) {
        return range(side, -1, 1);
    }

    /** Over the path and the centre, and somewhat farther. */
    private static double[] range(int side, DoubleStream path) {
        var ends = DoubleStream.concat(path, DoubleStream.of(0)).summaryStatistics();
        double wide = ends.getMax() - ends.getMin();
        double margin = MARGIN * (wide > 0 ? wide : 1);
        return range(side, ends.getMin() - margin, ends.getMax() + margin);
    }

    private static double[] range(int side, double from, double to) {
        return IntStream.range(0, side)
                .mapToDouble(i -> from + (to - from) * i / (side - 1))
                .toArray();
    }

    /** How many places there are: the centre, and those of the grid row by row. */
    int size() {
        return 1 + x.length * y.length;
    }

    int found() {
        return Double.isNaN(here) ? 0 : 1 + losses.size();
    }

    /** The next place that nothing is known of. */
    Learnt next() {
        int cell = found() - 1;
        return cell < 0
                ? centre
                : new Learnt(
                        directions.from(
                                centre.parameters(), x[cell % x.length], y[cell / x.length]),
                        centre.statistics());
    }

    void put(double loss) {
        if (found() == 0) {
            here = Double.isNaN(loss) ? Double.POSITIVE_INFINITY : loss;
        } else {
            losses.add(Double.isFinite(loss) ? Optional.of(loss) : Optional.empty());
        }
    }

    /**
     * @param rows so many were asked
     * @param of so many there are
     */
    Landscape landscape(int rows, int of) {
        return new Landscape(
                step,
                ofPath,
                DoubleStream.of(x).boxed().toList(),
                DoubleStream.of(y).boxed().toList(),
                losses,
                here,
                rows,
                of,
                explained,
                path);
    }
}
