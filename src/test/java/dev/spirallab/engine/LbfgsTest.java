package dev.spirallab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * LBFGS against Nocedal and Wright's formulas with PyTorch's constants, in double precision: the
 * inverse Hessian as a matrix, and the gradient of a small network written by hand.
 */
class LbfgsTest {
    private static final double[][] INPUTS = {
        {1, 2}, {-1, 0.5}, {0.3, -2}, {2, 1}, {-2, -1}, {0.5, 0.2}
    };
    private static final double[] TARGETS = {1, -1, 0.5, 0.2, 0.9, -0.4};
    private static final double[] START = {
        0.7, -0.4, 0.2, 0.5, -0.3, 0.8, 0.1, -0.2, 0.05, 0.6, -0.5, 0.4, 0.3
    };
    private static final int N = START.length;

    /** {@code y = w2 tanh(W1 x + b1) + b2}, half the mean squared error. */
    private static double loss(double[] p) {
        double sum = 0;
        for (int row = 0; row < TARGETS.length; row++) {
            double error = output(p, hidden(p, INPUTS[row])) - TARGETS[row];
            sum += error * error / 2 / TARGETS.length;
        }
        return sum;
    }

    private static double[] hidden(double[] p, double[] x) {
        return IntStream.range(0, 3)
                .mapToDouble(i -> Math.tanh(p[2 * i] * x[0] + p[2 * i + 1] * x[1] + p[6 + i]))
                .toArray();
    }

    private static double output(double[] p, double[] h) {
        return p[9] * h[0] + p[10] * h[1] + p[11] * h[2] + p[12];
    }

    private static double[] gradient(double[] p) {
        double[] g = new double[N];
        for (int row = 0; row < TARGETS.length; row++) {
            double[] x = INPUTS[row];
            double[] h = hidden(p, x);
            double error = (output(p, h) - TARGETS[row]) / TARGETS.length;
            g[12] += error;
            for (int i = 0; i < 3; i++) {
                double inner = error * p[9 + i] * (1 - h[i] * h[i]);
                g[9 + i] += error * h[i];
                g[6 + i] += inner;
                g[2 * i] += inner * x[0];
                g[2 * i + 1] += inner * x[1];
            }
        }
        return g;
    }

    /** A length of the step with what is found there. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Point(double t, double f, double[] g, double slope) {}

    /** The change of the parameters and that of the gradient. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Pair(double[] s, double[] y) {}

    private static final class Reference {
        private final double rate;
        private final int maxIter;
        private final int history;
        private final boolean search;
        private final List<Pair> pairs = new ArrayList<>();
        private double[] p = START.clone();
        private double[] d = new double[0];
        private double[] before = new double[0];
        private double t;
        private int looks;

        Reference(double rate, int maxIter, int history, boolean search) {
            this.rate = rate;
            this.maxIter = maxIter;
            this.history = history;
            this.search = search;
        }

        void step() {
            Point here = new Point(0, loss(p), gradient(p), 0);
            looks = 1;
            for (int i = 1; norm(here.g) > 1e-7; i++) {
                turn(here.g);
                double slope = dot(here.g, d);
                before = here.g;
                if (slope > -1e-9) {
                    return;
                }
                Point next =
                        search ? wolfe(new Point(0, here.f, here.g, slope)) : look(t, i < maxIter);
                t = next.t;
                p = plus(p, d, t);
                boolean still = norm(d) * t <= 1e-9 || Math.abs(next.f - here.f) < 1e-9;
                if (i == maxIter || looks >= maxIter * 5 / 4 || still) {
                    return;
                }
                here = next;
            }
        }

        /** The next direction. */
        private void turn(double[] g) {
            if (d.length == 0) {
                d = times(g, -1);
                t = rate * Math.min(1, 1 / Arrays.stream(g).map(Math::abs).sum());
                return;
            }
            Pair pair = new Pair(times(d, t), plus(g, before, -1));
            if (dot(pair.s, pair.y) > 1e-10) {
                pairs.add(pair);
                if (pairs.size() > history) {
                    pairs.removeFirst();
                }
            }
            double[] turned = new double[N];
            double[][] inverse = inverseHessian();
            for (int i = 0; i < N; i++) {
                turned[i] = -dot(inverse[i], g);
            }
            d = turned;
            t = rate;
        }

        /** {@code H <- (I - r s y') H (I - r y s') + r s s'} for each pair, equation 6.17. */
        private double[][] inverseHessian() {
            double scale = 1;
            if (!pairs.isEmpty()) {
                Pair last = pairs.getLast();
                scale = dot(last.s, last.y) / dot(last.y, last.y);
            }
            double[][] h = new double[N][N];
            for (int i = 0; i < N; i++) {
                h[i][i] = scale;
            }
            for (Pair pair : pairs) {
                double r = 1 / dot(pair.s, pair.y);
                double[] hy = new double[N];
                for (int i = 0; i < N; i++) {
                    hy[i] = dot(h[i], pair.y);
                }
                double yhy = dot(pair.y, hy);
                double[][] next = new double[N][N];
                for (int i = 0; i < N; i++) {
                    for (int j = 0; j < N; j++) {
                        next[i][j] =
                                h[i][j]
                                        - r * (pair.s[i] * hy[j] + hy[i] * pair.s[j])
                                        + (r * r * yhy + r) * pair.s[i] * pair.s[j];
                    }
                }
                h = next;
            }
            return h;
        }

        private Point look(double length, boolean counts) {
            looks += counts ? 1 : 0;
            double[] there = plus(p, d, length);
            double[] g = gradient(there);
            return new Point(length, loss(there), g, dot(g, d));
        }

        /** Algorithms 3.5 and 3.6, with PyTorch's way of choosing trial lengths. */
        private Point wolfe(Point zero) {
            Point last = zero;
            Point now = look(t, true);
            int tried = 0;
            while (tried < 25) {
                if (tooHigh(now, zero) || (tried > 1 && now.f >= last.f)) {
                    return zoom(zero, last, now, tried);
                }
                if (Math.abs(now.slope) <= -0.9 * zero.slope) {
                    return now;
                }
                if (now.slope >= 0) {
                    return zoom(zero, last, now, tried);
                }
                double further = cubic(last, now, now.t + 0.01 * (now.t - last.t), 10 * now.t);
                last = now;
                now = look(further, true);
                tried++;
            }
            return zero.f <= now.f ? zero : now;
        }

        private Point zoom(Point zero, Point first, Point second, int tried) {
            Point[] ends = {first, second};
            int low = first.f <= second.f ? 0 : 1;
            boolean slow = false;
            for (int i = tried; i < 25; i++) {
                double left = Math.min(ends[0].t, ends[1].t);
                double right = Math.max(ends[0].t, ends[1].t);
                if ((right - left) * norm(d) < 1e-9) {
                    break;
                }
                double length = cubic(ends[0], ends[1], left, right);
                double edge = 0.1 * (right - left);
                if (Math.min(right - length, length - left) < edge) {
                    if (slow || length >= right || length <= left) {
                        boolean atRight = Math.abs(length - right) < Math.abs(length - left);
                        length = atRight ? right - edge : left + edge;
                        slow = false;
                    } else {
                        slow = true;
                    }
                } else {
                    slow = false;
                }
                Point found = look(length, true);
                if (tooHigh(found, zero) || found.f >= ends[low].f) {
                    ends[1 - low] = found;
                    low = ends[0].f <= ends[1].f ? 0 : 1;
                } else if (Math.abs(found.slope) <= -0.9 * zero.slope) {
                    return found;
                } else {
                    if (found.slope * (ends[1 - low].t - ends[low].t) >= 0) {
                        ends[1 - low] = ends[low];
                    }
                    ends[low] = found;
                }
            }
            return ends[low];
        }

        private static boolean tooHigh(Point point, Point zero) {
            return point.f > zero.f + 1e-4 * point.t * zero.slope;
        }

        private static double cubic(Point a, Point b, double low, double high) {
            Point left = a.t <= b.t ? a : b;
            Point right = a.t <= b.t ? b : a;
            double d1 = left.slope + right.slope - 3 * (left.f - right.f) / (left.t - right.t);
            double square = d1 * d1 - left.slope * right.slope;
            if (square < 0) {
                return (low + high) / 2;
            }
            double d2 = Math.sqrt(square);
            double lowest =
                    right.t
                            - (right.t - left.t)
                                    * (right.slope + d2 - d1)
                                    / (right.slope - left.slope + 2 * d2);
            return Math.clamp(lowest, low, high);
        }
    }

    private static double dot(double[] a, double[] b) {
        return IntStream.range(0, N).mapToDouble(i -> a[i] * b[i]).sum();
    }

    private static double[] times(double[] a, double factor) {
        return Arrays.stream(a).map(x -> factor * x).toArray();
    }

    private static double[] plus(double[] a, double[] b, double factor) {
        return IntStream.range(0, N).mapToDouble(i -> a[i] + factor * b[i]).toArray();
    }

    /** The largest of all. */
    private static double norm(double[] a) {
        return Arrays.stream(a).map(Math::abs).max().orElseThrow();
    }

    private static TorchTraining open(String settings) {
        String hidden =
                "{'kind': 'linear', 'units': 3, 'activation': 'tanh', 'initial': {'weight': [[0.7,"
                        + " -0.4], [0.2, 0.5], [-0.3, 0.8]], 'bias': [0.1, -0.2, 0.05]}}";
        String out =
                "{'kind': 'linear', 'units': 1, 'initial': {'weight': [[0.6, -0.5, 0.4]], 'bias':"
                        + " [0.3]}}";
        double[][] targets =
                Arrays.stream(TARGETS).mapToObj(t -> new double[] {t}).toArray(double[][]::new);
        String dataset =
                "{'kind': 'inline', 'inputs': %s, 'targets': %s}"
                        .formatted(Arrays.deepToString(INPUTS), Arrays.deepToString(targets));
        return Lab.open(
                Lab.valid(
                        dataset,
                        Lab.chain(hidden, out),
                        "'loss': {'kind': 'halfSquaredError'}, 'batchSize': 0, 'optimizer':"
                                + " {'kind': 'lbfgs'"
                                + settings
                                + "}"));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 100, strongWolfe",
        "1, 4, 100, strongWolfe",
        "1, 3, 2, strongWolfe",
        "0.3, 20, 100, strongWolfe",
        "0.2, 1, 100, none",
        "0.2, 3, 3, none"
    })
    void followsPyTorchsSteps(double rate, int maxIter, int history, String search) {
        Reference reference = new Reference(rate, maxIter, history, search.equals("strongWolfe"));
        String settings =
                ", 'learningRate': %s, 'maxIter': %d, 'historySize': %d, 'lineSearchFn': '%s'"
                        .formatted(rate, maxIter, history, search);
        try (TorchTraining run = open(settings)) {
            for (int i = 0; i < 22; i++) {
                reference.step();
                Lab.train(run, 1);
                double[] parameters =
                        Lab.parameters(run).stream().mapToDouble(Float::doubleValue).toArray();
                assertThat(loss(parameters))
                        .as("loss after step %d", i + 1)
                        .isCloseTo(loss(reference.p), Offset.offset(2e-5));
                if (i < 6) {
                    assertThat(parameters).containsExactly(reference.p, Offset.offset(2e-3));
                }
            }
        }
    }

    @Test
    void aFewStepsReachWhatNoGradientDescentReaches() {
        try (TorchTraining run = open("")) {
            Lab.train(run, 5);
            assertThat(run.evaluate().train().loss()).isLessThan(1e-6);
        }
    }

    @Test
    void penaltiesCountInItsLineSearchToo() {
        try (TorchTraining run = open("}, 'regularization': {'l2': 0.1")) {
            Lab.train(run, 30);
            float[] gradient = run.gradient().values();
            List<Float> parameters = Lab.parameters(run);
            for (int i = 0; i < N; i++) {
                boolean weight = i < 6 || (i >= 9 && i < 12);
                double penalty = weight ? 0.1 * parameters.get(i) : 0;
                assertThat(gradient[i] + penalty).isCloseTo(0, Offset.offset(1e-3));
            }
        }
    }
}
