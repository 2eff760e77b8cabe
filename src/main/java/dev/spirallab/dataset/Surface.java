package dev.spirallab.dataset;

/** What a made-up regression should find. */
enum Surface {
    /** {@code (x1 + x2) / 2} */
    PLANE {
        @Override
        double height(double x1, double x2) {
            return (x1 + x2) / 2;
        }
    },

    /** Six bumps {@code +-exp(-d^2 / (2 0.2^2))} of alternating sign on a 3 x 2 lattice. */
    BUMPS {
        @Override
        double height(double x1, double x2) {
            double sum = 0;
            for (int column = -1; column <= 1; column++) {
                for (int row = -1; row <= 1; row += 2) {
                    double dx = x1 - 0.7 * column;
                    double dy = x2 - 0.45 * row;
                    int sign = (column == 0 ? -1 : 1) * row;
                    sum += sign * StrictMath.exp(-(dx * dx + dy * dy) / (2 * 0.2 * 0.2));
                }
            }
            return sum;
        }
    };

    abstract double height(double x1, double x2);
}
