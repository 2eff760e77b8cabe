package dev.spirallab.engine;

/**
 * How one optimiser changes three parameters by their gradient, in double precision, as PyTorch's
 * documentation writes it.
 */
interface Update {
    /**
     * @param t number of the step, from 1
     */
    void step(double[] parameters, double[] gradient, int t);

    static Update sgd(double rate, double momentum, boolean nesterov, double decay) {
        return sgd(rate, momentum, 0, nesterov, decay);
    }

    static Update sgd(
            double rate, double momentum, double dampening, boolean nesterov, double decay) {
        double[] velocity = new double[3];
        return (p, g, t) -> {
            for (int i = 0; i < 3; i++) {
                double d = g[i] + decay * p[i];
                velocity[i] = t == 1 ? d : momentum * velocity[i] + (1 - dampening) * d;
                p[i] -= rate * (nesterov ? d + momentum * velocity[i] : velocity[i]);
            }
        };
    }

    static Update adam(double rate, double eps, double decay, double decoupled, boolean amsgrad) {
        double[] m = new double[3];
        double[] v = new double[3];
        double[] largest = new double[3];
        return (p, g, t) -> {
            for (int i = 0; i < 3; i++) {
                p[i] -= rate * decoupled * p[i];
                double d = g[i] + decay * p[i];
                m[i] = 0.9 * m[i] + 0.1 * d;
                v[i] = 0.999 * v[i] + 0.001 * d * d;
                largest[i] = Math.max(largest[i], v[i]);
                double square = (amsgrad ? largest[i] : v[i]) / (1 - Math.pow(0.999, t));
                p[i] -= rate * m[i] / (1 - Math.pow(0.9, t)) / (Math.sqrt(square) + eps);
            }
        };
    }

    static Update rmsprop(double rate, double momentum, boolean centered, double decay) {
        double[] v = new double[3];
        double[] mean = new double[3];
        double[] velocity = new double[3];
        return (p, g, _) -> {
            for (int i = 0; i < 3; i++) {
                double d = g[i] + decay * p[i];
                v[i] = 0.99 * v[i] + 0.01 * d * d;
                mean[i] = 0.99 * mean[i] + 0.01 * d;
                double square = centered ? v[i] - mean[i] * mean[i] : v[i];
                velocity[i] = momentum * velocity[i] + d / (Math.sqrt(square) + 1e-8);
                p[i] -= rate * velocity[i];
            }
        };
    }

    static Update adagrad(double rate, double slowing, double start, double decay) {
        double[] sum = {start, start, start};
        return (p, g, t) -> {
            for (int i = 0; i < 3; i++) {
                double d = g[i] + decay * p[i];
                sum[i] += d * d;
                p[i] -= rate / (1 + (t - 1) * slowing) * d / (Math.sqrt(sum[i]) + 1e-10);
            }
        };
    }

    static Update adadelta(double rate, double rho, double eps, double decay) {
        double[] v = new double[3];
        double[] u = new double[3];
        return (p, g, _) -> {
            for (int i = 0; i < 3; i++) {
                double d = g[i] + decay * p[i];
                v[i] = rho * v[i] + (1 - rho) * d * d;
                double change = Math.sqrt(u[i] + eps) / Math.sqrt(v[i] + eps) * d;
                u[i] = rho * u[i] + (1 - rho) * change * change;
                p[i] -= rate * change;
            }
        };
    }

    static Update adamax(double rate, double decay) {
        double[] m = new double[3];
        double[] u = new double[3];
        return (p, g, t) -> {
            for (int i = 0; i < 3; i++) {
                double d = g[i] + decay * p[i];
                m[i] = 0.9 * m[i] + 0.1 * d;
                u[i] = Math.max(0.999 * u[i], Math.abs(d) + 1e-8);
                p[i] -= rate * m[i] / ((1 - Math.pow(0.9, t)) * u[i]);
            }
        };
    }

    static Update nadam(double rate, double momentumDecay, double decay, double decoupled) {
        double[] m = new double[3];
        double[] v = new double[3];
        return (p, g, t) -> {
            double product = 1;
            for (int s = 1; s <= t; s++) {
                product *= momentum(s, momentumDecay);
            }
            double now = momentum(t, momentumDecay);
            double next = momentum(t + 1, momentumDecay);
            for (int i = 0; i < 3; i++) {
                p[i] -= rate * decoupled * p[i];
                double d = g[i] + decay * p[i];
                m[i] = 0.9 * m[i] + 0.1 * d;
                v[i] = 0.999 * v[i] + 0.001 * d * d;
                double ahead = next * m[i] / (1 - product * next) + (1 - now) * d / (1 - product);
                p[i] -= rate * ahead / (Math.sqrt(v[i] / (1 - Math.pow(0.999, t))) + 1e-8);
            }
        };
    }

    private static double momentum(int t, double decay) {
        return 0.9 * (1 - 0.5 * Math.pow(0.96, t * decay));
    }

    static Update radam(double rate, double beta2, double decay, double decoupled) {
        double[] m = new double[3];
        double[] v = new double[3];
        double infinite = 2 / (1 - beta2) - 1;
        return (p, g, t) -> {
            double power = Math.pow(beta2, t);
            double rho = infinite - 2 * t * power / (1 - power);
            for (int i = 0; i < 3; i++) {
                p[i] -= rate * decoupled * p[i];
                double d = g[i] + decay * p[i];
                m[i] = 0.9 * m[i] + 0.1 * d;
                v[i] = beta2 * v[i] + (1 - beta2) * d * d;
                double mean = m[i] / (1 - Math.pow(0.9, t));
                if (rho > 5) {
                    double adapted = Math.sqrt(1 - power) / (Math.sqrt(v[i]) + 1e-8);
                    double rectified =
                            Math.sqrt(
                                    (rho - 4)
                                            * (rho - 2)
                                            * infinite
                                            / ((infinite - 4) * (infinite - 2) * rho));
                    p[i] -= rate * mean * rectified * adapted;
                } else {
                    p[i] -= rate * mean;
                }
            }
        };
    }

    /**
     * @param average that of the parameters, kept beside them
     */
    static Update asgd(
            double rate, double lambd, double alpha, double t0, double decay, double[] average) {
        return (p, g, t) -> {
            double eta = rate / Math.pow(1 + lambd * rate * (t - 1), alpha);
            double mu = 1 / Math.max(1, t - 1 - t0);
            for (int i = 0; i < 3; i++) {
                double d = g[i] + decay * p[i];
                p[i] = p[i] * (1 - lambd * eta) - eta * d;
                average[i] += mu * (p[i] - average[i]);
            }
        };
    }

    static Update rprop(double rate, double minus, double plus, double least, double most) {
        double[] before = new double[3];
        double[] length = {rate, rate, rate};
        return (p, g, _) -> {
            for (int i = 0; i < 3; i++) {
                double agreement = Math.signum(before[i] * g[i]);
                double factor = agreement > 0 ? plus : agreement < 0 ? minus : 1;
                length[i] = Math.clamp(length[i] * factor, least, most);
                before[i] = agreement < 0 ? 0 : g[i];
                p[i] -= Math.signum(before[i]) * length[i];
            }
        };
    }
}
