package dev.spirallab.validation;

/**
 * The greatest experiment that is let in.
 *
 * @param depth layers on the longest way from input to output
 */
public record Limits(
        long parameters, long bytes, long flopsPerStep, int nodes, int edges, int depth) {

    /** 20 million parameters, 2 GiB, 100 GFLOP a step, 500 nodes, 2000 edges, 200 layers deep. */
    public static Limits standard() {
        return new Limits(20_000_000, 2L << 30, 100_000_000_000L, 500, 2_000, 200);
    }
}
