package dev.spirallab.engine;

import dev.spirallab.spec.training.LineSearch;
import dev.spirallab.spec.training.OptimizerSpec.Lbfgs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One step of LBFGS that is interrupted wherever it looks at the loss: it says at which {@link
 * #place}, and is told what is {@link #found} there, until it is {@link #done}. The same formulas
 * as the program's own (Nocedal and Wright, Numerical Optimization, chapters 3 and 7).
 */
final class Search {
    private static final int MOST_TRIES = 25;
    private static final double FLATTEST = 1e-10;

    /** Numbers behind the vectors of the state. */
    private static final int NUMBERS = 5;

    /** So far along the direction: the loss, how it rises there, and its gradient. */
    @SuppressWarnings("ArrayRecordComponent") // never changed
    private record Point(double length, double loss, double rise, float[] gradient) {}

    /** What a step changed, and what the gradient did meanwhile. */
    @SuppressWarnings("ArrayRecordComponent") // never changed
    private record Pair(float[] step, float[] turn) {}

    /** What is to be looked at next. */
    private enum Phase {
        FIRST,
        STRAIGHT,
        BRACKET,
        ZOOM,
        DONE
    }

    private final Lbfgs lbfgs;
    private final double rate;
    private final List<Pair> pairs = new ArrayList<>();
    private Phase phase = Phase.FIRST;
    private float[] place;
    private float[] here;
    private float[] direction;
    private float[] before;
    private boolean begun;
    private double length;
    private double scale;
    private int moves;
    private int looked;
    private Point now = new Point(0, 0, 0, new float[0]);
    private Point start = now;
    private Point last = now;
    private Point[] ends = {now, now};
    private int tried;
    private int low;
    private boolean level;
    private boolean slow;
    private double along;

    /**
     * @param place the parameters
     * @param state as the program keeps it: direction, gradient, changes of the gradient and of the
     *     parameters, each as long as these, and length, scale, whether it began, how many changes
     *     there are and where the next one goes
     */
    Search(Lbfgs lbfgs, float[] place, float[] state, double rate) {
        this.lbfgs = lbfgs;
        this.rate = rate;
        this.place = place;
        here = place;
        int size = place.length;
        direction = Arrays.copyOf(state, size);
        before = Arrays.copyOfRange(state, size, 2 * size);
        int numbers = (2 + 2 * lbfgs.historySize()) * size;
        length = state[numbers];
        scale = state[numbers + 1];
        begun = state[numbers + 2] != 0;
        int count = (int) state[numbers + 3];
        int oldest = (int) state[numbers + 4] - count + lbfgs.historySize();
        for (int i = 0; i < count; i++) {
            int slot = (oldest + i) % lbfgs.historySize();
            float[] turn = part(state, 2 + slot, size);
            pairs.add(new Pair(part(state, 2 + lbfgs.historySize() + slot, size), turn));
        }
    }

    private static float[] part(float[] state, int slot, int size) {
        return Arrays.copyOfRange(state, slot * size, (slot + 1) * size);
    }

    /** As the program keeps it. */
    float[] state() {
        int size = place.length;
        int history = lbfgs.historySize();
        float[] state = new float[(2 + 2 * history) * size + NUMBERS];
        System.arraycopy(direction, 0, state, 0, size);
        System.arraycopy(before, 0, state, size, size);
        for (int i = 0; i < pairs.size(); i++) {
            System.arraycopy(pairs.get(i).turn(), 0, state, (2 + i) * size, size);
            System.arraycopy(pairs.get(i).step(), 0, state, (2 + history + i) * size, size);
        }
        int numbers = (2 + 2 * history) * size;
        state[numbers] = (float) length;
        state[numbers + 1] = (float) scale;
        state[numbers + 2] = begun ? 1 : 0;
        state[numbers + 3] = pairs.size();
        state[numbers + 4] = pairs.size() % history;
        return state;
    }

    boolean done() {
        return phase == Phase.DONE;
    }

    /** Where to look next; the new parameters when it is done. */
    float[] place() {
        return place;
    }

    /** What there is at that place. */
    void found(double loss, float[] gradient) {
        looked++;
        double rise = dot(gradient, direction);
        Point point = new Point(along, loss, rise, gradient);
        switch (phase) {
            case FIRST -> {
                now = point;
                if (greatest(gradient, 1) > lbfgs.toleranceGrad()) {
                    move();
                } else {
                    end();
                }
            }
            case STRAIGHT -> {
                now = point;
                moved(start.loss());
            }
            case BRACKET -> bracket(point);
            case ZOOM -> zoom(point);
            case DONE -> throw new IllegalStateException("the step is done");
        }
    }

    private void look(double distance, Phase next) {
        along = distance;
        place = sum(here, direction, distance);
        phase = next;
    }

    private void end() {
        place = here;
        phase = Phase.DONE;
    }

    private void move() {
        aim(now.gradient());
        moves++;
        double rise = dot(now.gradient(), direction);
        start = new Point(0, now.loss(), rise, now.gradient());
        if (rise > -lbfgs.toleranceChange()) {
            end();
        } else if (lbfgs.lineSearchFn() == LineSearch.strongWolfe) {
            last = start;
            tried = 0;
            look(length, Phase.BRACKET);
        } else {
            look(length, Phase.STRAIGHT);
            here = place;
            if (moves == lbfgs.maxIter()) {
                end();
            }
        }
    }

    /** Sets the direction and the length of the first try. */
    private void aim(float[] gradient) {
        if (begun) {
            remember(gradient);
        }
        float[] found = scaled(gradient, -1);
        double[] shares = new double[pairs.size()];
        for (int i = pairs.size() - 1; i >= 0; i--) {
            Pair pair = pairs.get(i);
            shares[i] = dot(pair.step(), found) / dot(pair.turn(), pair.step());
            found = sum(found, pair.turn(), -shares[i]);
        }
        scale = begun ? scale : 1;
        found = scaled(found, scale);
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            double share = dot(pair.turn(), found) / dot(pair.turn(), pair.step());
            found = sum(found, pair.step(), shares[i] - share);
        }
        length = begun ? rate : Math.min(1, 1 / absolute(gradient)) * rate;
        direction = found;
        before = gradient;
        begun = true;
    }

    private void remember(float[] gradient) {
        Pair pair = new Pair(scaled(direction, length), sum(gradient, before, -1));
        double curvature = dot(pair.turn(), pair.step());
        if (curvature > FLATTEST) {
            if (pairs.size() == lbfgs.historySize()) {
                pairs.removeFirst();
            }
            pairs.add(pair);
            scale = curvature / dot(pair.turn(), pair.turn());
        }
    }

    /** Goes on until two lengths are known between which one will do. */
    private void bracket(Point point) {
        now = point;
        if (tried == MOST_TRIES) {
            last = start;
            narrow(false);
        } else if (isHigh() || (tried > 1 && now.loss() >= last.loss())) {
            narrow(false);
        } else if (isLevel()) {
            narrow(true);
        } else if (now.rise() >= 0) {
            narrow(false);
        } else {
            double least = now.length() + 0.01 * (now.length() - last.length());
            double next = lowest(last, now, least, 10 * now.length());
            last = now;
            tried++;
            look(next, Phase.BRACKET);
        }
    }

    private void narrow(boolean found) {
        ends = new Point[] {last, now};
        level = found;
        low = !found && ends[0].loss() <= ends[1].loss() ? 0 : 1;
        slow = false;
        goOn();
    }

    private void goOn() {
        double wide = Math.abs(ends[1].length() - ends[0].length());
        if (level
                || tried >= MOST_TRIES
                || wide * greatest(direction, 1) < lbfgs.toleranceChange()) {
            double loss = start.loss();
            now = ends[low];
            length = now.length();
            here = sum(here, direction, length);
            moved(loss);
            return;
        }
        double left = Math.min(ends[0].length(), ends[1].length());
        double right = Math.max(ends[0].length(), ends[1].length());
        double next = lowest(ends[0], ends[1], left, right);
        double edge = 0.1 * (right - left);
        boolean near = Math.min(right - next, next - left) < edge;
        boolean stuck = near && (slow || next >= right || next <= left);
        if (stuck) {
            boolean up = Math.abs(next - right) < Math.abs(next - left);
            next = up ? right - edge : left + edge;
        }
        slow = near && !stuck;
        look(next, Phase.ZOOM);
    }

    private void zoom(Point point) {
        now = point;
        tried++;
        int changed = low;
        if (isHigh() || now.loss() >= ends[low].loss()) {
            changed = 1 - low;
        } else if (isLevel()) {
            level = true;
        } else if (now.rise() * (ends[1 - low].length() - ends[low].length()) >= 0) {
            ends[1 - low] = ends[low];
        }
        ends[changed] = now;
        if (changed != low) {
            low = ends[0].loss() <= ends[1].loss() ? 0 : 1;
        }
        goOn();
    }

    private boolean isHigh() {
        return now.loss() > start.loss() + 0.0001 * now.length() * start.rise();
    }

    private boolean isLevel() {
        return Math.abs(now.rise()) <= -0.9 * start.rise();
    }

    private void moved(double lossBefore) {
        boolean going =
                moves < lbfgs.maxIter()
                        && looked < lbfgs.evaluations()
                        && greatest(now.gradient(), 1) > lbfgs.toleranceGrad()
                        && greatest(direction, length) > lbfgs.toleranceChange()
                        && Math.abs(now.loss() - lossBefore) >= lbfgs.toleranceChange();
        if (going) {
            move();
        } else {
            end();
        }
    }

    /** Of the cubic through two points, between two bounds. */
    private static double lowest(Point a, Point b, double low, double high) {
        double rises = a.rise() + b.rise() - 3 * (a.loss() - b.loss()) / (a.length() - b.length());
        double square = rises * rises - a.rise() * b.rise();
        if (!(square >= 0)) {
            return (low + high) / 2;
        }
        Point left = a.length() <= b.length() ? a : b;
        Point right = a.length() <= b.length() ? b : a;
        double root = Math.sqrt(square);
        double share = (right.rise() + root - rises) / (right.rise() - left.rise() + 2 * root);
        double found = right.length() - (right.length() - left.length()) * share;
        return Math.min(Math.max(found, low), high);
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    private static float[] sum(float[] a, float[] b, double share) {
        float[] sum = new float[a.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = (float) (a[i] + share * b[i]);
        }
        return sum;
    }

    private static float[] scaled(float[] a, double by) {
        float[] scaled = new float[a.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (a[i] * by);
        }
        return scaled;
    }

    private static double greatest(float[] a, double by) {
        double greatest = 0;
        for (float each : a) {
            greatest = Math.max(greatest, Math.abs(each * by));
        }
        return greatest;
    }

    private static double absolute(float[] a) {
        double sum = 0;
        for (float each : a) {
            sum += Math.abs(each);
        }
        return sum;
    }
}
