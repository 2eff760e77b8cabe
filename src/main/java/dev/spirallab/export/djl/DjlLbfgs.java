package dev.spirallab.export.djl;

import dev.spirallab.export.Lines;
import dev.spirallab.spec.training.LineSearch;
import dev.spirallab.spec.training.OptimizerSpec.Lbfgs;

/** LBFGS in Java: DJL's optimisers see one gradient a step, this one asks as often as it needs. */
final class DjlLbfgs {
    private static final String HEAD =
            """
            /**
             * Limited-memory BFGS as PyTorch defines it (Nocedal and Wright, Numerical Optimization, chapters
             * 3 and 7).
             */
            static final class Lbfgs {
                static final int MAX_ITER = $MAX_ITER;
                static final int MAX_EVAL = $MAX_EVAL;
                static final int HISTORY = $HISTORY;
                static final double TOLERANCE_GRAD = $TOLERANCE_GRAD;
                static final double TOLERANCE_CHANGE = $TOLERANCE_CHANGE;

                /** So far along the direction: the loss, how it rises there, and its gradient. */
                record Point(double length, double loss, double rise, double[] gradient) {}

                /** What a step changed, and what the gradient did meanwhile. */
                record Pair(double[] step, double[] turn) {}

                private final List<Pair> pairs = new ArrayList<>();
                private double[] direction;
                private double[] before;
                private double length;
                private double scale = 1;
                private int steps;
                private int looked;

                /**
                 * @param objective leaves its gradients with the parameters
                 */
                void step(Trainer trainer, DoubleSupplier objective) {
                    double rate = rate(steps++);
                    looked = 0;
                    Point now = look(trainer, objective, 0);
                    int moves = 0;
                    boolean going = greatest(now.gradient(), 1) > TOLERANCE_GRAD;
                    while (going) {
                        aim(now.gradient(), rate);
                        moves++;
                        double rise = dot(now.gradient(), direction);
                        if (rise > -TOLERANCE_CHANGE) {
                            break;
                        }
                        double[] from = flat(trainer, false);
                        double loss = now.loss();
            """;

    private static final String SEARCHED =
            """
                        Point start = new Point(0, loss, rise, now.gradient());
                        now = search(trainer, objective, from, start);
                        length = now.length();
                        move(trainer, from, length);
            """;

    private static final String STRAIGHT =
            """
                        move(trainer, from, length);
                        if (moves < MAX_ITER) {
                            now = look(trainer, objective, length);
                        }
            """;

    private static final String STEP =
            """
                        going =
                                moves < MAX_ITER
                                        && looked < MAX_EVAL
                                        && greatest(now.gradient(), 1) > TOLERANCE_GRAD
                                        && greatest(direction, length) > TOLERANCE_CHANGE
                                        && Math.abs(now.loss() - loss) >= TOLERANCE_CHANGE;
                    }
                }

                /** Sets the direction and the length of the first try. */
                private void aim(double[] gradient, double rate) {
                    boolean first = before == null;
                    if (!first) {
                        remember(gradient);
                    }
                    direction = scaled(gradient, -1);
                    double[] shares = new double[pairs.size()];
                    for (int i = pairs.size() - 1; i >= 0; i--) {
                        Pair pair = pairs.get(i);
                        shares[i] = dot(pair.step(), direction) / dot(pair.turn(), pair.step());
                        direction = sum(direction, pair.turn(), -shares[i]);
                    }
                    direction = scaled(direction, scale);
                    for (int i = 0; i < pairs.size(); i++) {
                        Pair pair = pairs.get(i);
                        double share = dot(pair.turn(), direction) / dot(pair.turn(), pair.step());
                        direction = sum(direction, pair.step(), shares[i] - share);
                    }
                    length = first ? Math.min(1, 1 / absolute(gradient)) * rate : rate;
                    before = gradient;
                }

                private void remember(double[] gradient) {
                    Pair pair = new Pair(scaled(direction, length), sum(gradient, before, -1));
                    double curvature = dot(pair.turn(), pair.step());
                    if (curvature > 1e-10) {
                        if (pairs.size() == HISTORY) {
                            pairs.removeFirst();
                        }
                        pairs.add(pair);
                        scale = curvature / dot(pair.turn(), pair.turn());
                    }
                }

                private Point look(Trainer trainer, DoubleSupplier objective, double length) {
                    looked++;
                    double loss = objective.getAsDouble();
                    double[] gradient = flat(trainer, true);
                    double rise = direction == null ? 0 : dot(gradient, direction);
                    return new Point(length, loss, rise, gradient);
                }
            """;

    private static final String SEARCH =
            """

                private Point look(
                        Trainer trainer, DoubleSupplier objective, double[] from, double length) {
                    move(trainer, from, length);
                    return look(trainer, objective, length);
                }

                /** Where the loss is lower (c1 = 0.0001) and flatter (c2 = 0.9): the strong Wolfe conditions. */
                private Point search(
                        Trainer trainer, DoubleSupplier objective, double[] from, Point start) {
                    Point last = start;
                    Point now = look(trainer, objective, from, length);
                    int tried = 0;
                    boolean found = false;
                    while (tried < 25) {
                        if (high(now, start) || tried > 1 && now.loss() >= last.loss()) {
                            break;
                        }
                        found = level(now, start);
                        if (found || now.rise() >= 0) {
                            break;
                        }
                        double least = now.length() + 0.01 * (now.length() - last.length());
                        double next = lowest(last, now, least, 10 * now.length());
                        last = now;
                        now = look(trainer, objective, from, next);
                        tried++;
                    }
                    // two ends, between which one will do
                    Point[] ends = {tried == 25 ? start : last, now};
                    int low = !found && ends[0].loss() <= ends[1].loss() ? 0 : 1;
                    boolean slow = false;
                    double widest = greatest(direction, 1);
                    while (!found
                            && tried < 25
                            && Math.abs(ends[1].length() - ends[0].length()) * widest
                                    >= TOLERANCE_CHANGE) {
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
                        now = look(trainer, objective, from, next);
                        tried++;
                        int place = low;
                        if (high(now, start) || now.loss() >= ends[low].loss()) {
                            place = 1 - low;
                        } else if (level(now, start)) {
                            found = true;
                        } else if (now.rise() * (ends[1 - low].length() - ends[low].length()) >= 0) {
                            ends[1 - low] = ends[low];
                        }
                        ends[place] = now;
                        if (place != low) {
                            low = ends[0].loss() <= ends[1].loss() ? 0 : 1;
                        }
                    }
                    return ends[low];
                }

                private static boolean high(Point now, Point start) {
                    return now.loss() > start.loss() + 0.0001 * now.length() * start.rise();
                }

                private static boolean level(Point now, Point start) {
                    return Math.abs(now.rise()) <= -0.9 * start.rise();
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
            """;

    private static final String TAIL =
            """

                private static double[] flat(Trainer trainer, boolean gradients) {
                    List<Parameter> parameters = learnt(trainer);
                    long size = parameters.stream().mapToLong(each -> each.getArray().size()).sum();
                    double[] all = new double[(int) size];
                    int at = 0;
                    try (NDScope scope = new NDScope()) {
                        scope.suppressNotUsedWarning();
                        for (Parameter each : parameters) {
                            NDArray array = each.getArray();
                            for (float value : (gradients ? array.getGradient() : array).toFloatArray()) {
                                all[at++] = value;
                            }
                        }
                    }
                    return all;
                }

                /** Sets the parameters to those that so long a step leads to. */
                private void move(Trainer trainer, double[] from, double length) {
                    double[] to = sum(from, direction, length);
                    int at = 0;
                    for (Parameter each : learnt(trainer)) {
                        NDArray weight = each.getArray();
                        float[] values = new float[(int) weight.size()];
                        for (int i = 0; i < values.length; i++) {
                            values[i] = (float) to[at++];
                        }
                        try (NDArray moved = weight.getManager().create(values, weight.getShape())) {
                            moved.copyTo(weight);
                        }
                    }
                }

                private static double dot(double[] a, double[] b) {
                    double sum = 0;
                    for (int i = 0; i < a.length; i++) {
                        sum += a[i] * b[i];
                    }
                    return sum;
                }

                private static double[] sum(double[] a, double[] b, double share) {
                    double[] sum = new double[a.length];
                    for (int i = 0; i < sum.length; i++) {
                        sum[i] = a[i] + share * b[i];
                    }
                    return sum;
                }

                private static double[] scaled(double[] a, double by) {
                    double[] scaled = new double[a.length];
                    for (int i = 0; i < scaled.length; i++) {
                        scaled[i] = a[i] * by;
                    }
                    return scaled;
                }

                private static double greatest(double[] a, double by) {
                    double greatest = 0;
                    for (double each : a) {
                        greatest = Math.max(greatest, Math.abs(each * by));
                    }
                    return greatest;
                }

                private static double absolute(double[] a) {
                    double sum = 0;
                    for (double each : a) {
                        sum += Math.abs(each);
                    }
                    return sum;
                }
            }
            """;

    private DjlLbfgs() {}

    static void define(Lbfgs lbfgs, Lines code) {
        boolean searches = lbfgs.lineSearchFn() == LineSearch.strongWolfe;
        String text =
                HEAD + (searches ? SEARCHED : STRAIGHT) + STEP + (searches ? SEARCH : "") + TAIL;
        code.add(
                text.replace("$MAX_ITER", String.valueOf(lbfgs.maxIter()))
                        .replace("$MAX_EVAL", String.valueOf(lbfgs.evaluations()))
                        .replace("$HISTORY", String.valueOf(lbfgs.historySize()))
                        .replace("$TOLERANCE_GRAD", J.real(lbfgs.toleranceGrad()))
                        .replace("$TOLERANCE_CHANGE", J.real(lbfgs.toleranceChange())));
        code.blank();
    }
}
