package dev.spirallab.run;

import java.util.function.BooleanSupplier;

/**
 * A run that was kept goes on, where its savepoint is not the newest, to where it was. What it was
 * told before that is told until then.
 */
record Comeback(KeptRun kept) {

    boolean isBehind(RunLoop open) {
        return open.examining()
                || (!open.ended() && open.position().step() < kept.status().at().step());
    }

    /**
     * Gets nearer.
     *
     * @param end by {@link System#nanoTime}
     */
    void advance(RunLoop open, long end, BooleanSupplier given) {
        while (isBehind(open) && !given.getAsBoolean() && System.nanoTime() < end) {
            if (open.examining()) {
                open.examine();
            } else {
                long missing = kept.status().at().step() - open.position().step();
                open.advance((int) Math.min(missing, open.stepsWithin(end - System.nanoTime())));
            }
        }
    }
}
