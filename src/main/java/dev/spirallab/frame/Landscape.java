package dev.spirallab.frame;

import java.util.List;
import java.util.Optional;

/**
 * The loss around what a model has learnt, over a plane through it in the space of its parameters
 * (Li et al. 2018, Visualizing the Loss Landscape of Neural Nets); evaluation mode, without
 * regularisation.
 *
 * @param step at which the model was where {@code x} and {@code y} are 0
 * @param ofPath whether the plane is that in which the run has moved most, and not a random one
 * @param x along the first direction, ascending; of a random one 1 is as long as each filter's own
 *     weights, of the path's the length is that in the parameters
 * @param y along the second
 * @param losses {@code [y][x]}, those of the least y first; none where it is no finite number
 * @param here the loss where x and y are 0
 * @param rows so many rows of the training part were asked
 * @param of so many there are
 * @param explained which share of the run's movement lies in this plane; none without a path
 * @param path the remembered moments of the run, projected onto the plane
 */
public record Landscape(
        long step,
        boolean ofPath,
        List<Double> x,
        List<Double> y,
        List<Optional<Double>> losses,
        double here,
        int rows,
        int of,
        Optional<Double> explained,
        List<Spot> path) {
    public Landscape {
        x = List.copyOf(x);
        y = List.copyOf(y);
        losses = List.copyOf(losses);
        path = List.copyOf(path);
    }

    /**
     * Where the run was.
     *
     * @param loss of the training part then, where it really was
     */
    public record Spot(long step, double x, double y, double loss) {}
}
