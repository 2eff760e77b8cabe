package dev.spirallab.run;

/** Says how many steps may be done by now for a pace, and when the next is due. */
final class Pacer {
    /** Steps are done in little bunches, 60 a second at most. */
    private static final double BUNCH = 1e9 / 60;

    /** What a run that could not keep up may catch up with, in seconds. */
    private static final double ARREARS = 0.25;

    private double pace;
    private long since;
    private double done;

    /**
     * @param pace steps a second; 0: as many as there may be
     */
    Pacer(double pace) {
        this.pace = pace;
    }

    double pace() {
        return pace;
    }

    void pace(double changed, long now) {
        pace = changed;
        start(now);
    }

    /** From now on the first step is due. */
    void start(long now) {
        since = now;
        done = -1;
    }

    int allowed(long now) {
        if (pace == 0) {
            return Integer.MAX_VALUE;
        }
        double owed = owed(now);
        if (owed > 1 + ARREARS * pace) {
            since = now;
            done = -1;
            owed = 1;
        }
        return (int) Math.min(owed, Integer.MAX_VALUE);
    }

    void did(int steps) {
        done += steps;
    }

    /** When a bunch of steps, one at least, will be due. */
    long nextDue(long now) {
        double missing = Math.max(0, 1 - owed(now)) * 1e9 / pace;
        return now + (long) Math.max(missing, BUNCH);
    }

    private double owed(long now) {
        return (now - since) * pace / 1e9 - done;
    }
}
