package dev.spirallab.run;

/** What a test that is over would go on training, at the cost of those after it. */
public final class Leftovers {
    private Leftovers() {}

    /** Closes all runs of {@code registry}. */
    public static void close(RunRegistry registry) {
        registry.some(_ -> true).forEach(LiveRun::close);
    }
}
