package dev.spirallab.dataset;

/** The made-up classes of points of the plane, each shaped to fill about [-1, 1] x [-1, 1]. */
final class Clouds {

    /** One class after the other, point by point. */
    interface Cloud {
        /** Point {@code i} of the {@code count} points of a class: {@code {x1, x2}}. */
        double[] point(int label, int i, int count);
    }

    private static final double TURN = 2 * Math.PI;

    private Clouds() {}

    /** {@link dev.spirallab.spec.data.Spiral} */
    static Cloud spiral(int classes, Noise noise) {
        return (label, i, count) -> {
            double t = evenly(i, count);
            return polar(t, TURN / classes * (2 * t + label) + noise.next());
        };
    }

    /**
     * Radius {@code (label + 0.7 U(0, 1) + noise N(0, 1)) / (classes - 0.3)}, any angle: rings
     * whose gaps are less than half as wide, the outermost edge at 1.
     */
    static Cloud circle(int classes, Noise noise) {
        return (label, i, count) -> {
            double radius = label + noise.uniform(0, 0.7) + noise.next();
            return polar(radius / (classes - 0.3), noise.uniform(0, TURN));
        };
    }

    /** Uniform in the squares {@code 0.1 <= |x| <= 0.95}, each moved by noise N(0, 1). */
    static Cloud xor(Noise noise) {
        return (label, i, count) -> {
            double sign1 = i % 2 == 0 ? 1 : -1;
            double sign2 = label == 0 ? sign1 : -sign1;
            double x1 = sign1 * noise.uniform(0.1, 0.95) + noise.next();
            double x2 = sign2 * noise.uniform(0.1, 0.95) + noise.next();
            return new double[] {x1, x2};
        };
    }

    /** Round clouds about centres on a circle of radius 0.6. */
    static Cloud gauss(int classes, Noise noise) {
        return (label, i, count) -> {
            double[] point = polar(0.6, TURN * label / classes);
            point[0] += noise.next();
            point[1] += noise.next();
            return point;
        };
    }

    /**
     * For t evenly spaced in [0, pi]: (cos t, sin t) and (1 - cos t, 0.5 - sin t), moved by noise
     * N(0, 1), then centred and shrunk by 1.5.
     */
    static Cloud moons(Noise noise) {
        return (label, i, count) -> {
            double angle = Math.PI * evenly(i, count);
            double cos = StrictMath.cos(angle);
            double sin = StrictMath.sin(angle);
            double x1 = (label == 0 ? cos : 1 - cos) + noise.next();
            double x2 = (label == 0 ? sin : 0.5 - sin) + noise.next();
            return new double[] {(x1 - 0.5) / 1.5, (x2 - 0.25) / 1.5};
        };
    }

    private static double evenly(int i, int count) {
        return count == 1 ? 0 : (double) i / (count - 1);
    }

    /** Angle from the x2 axis, clockwise, as in the spiral's formula. */
    private static double[] polar(double radius, double angle) {
        return new double[] {radius * StrictMath.sin(angle), radius * StrictMath.cos(angle)};
    }
}
