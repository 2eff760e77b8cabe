package dev.spirallab.run;

/**
 * How much of its time a run may spend on drawing boundaries: a small share, so that watching slows
 * no run much; but two drawings a second as long as drawing takes no more than half of the time.
 * Time in which the run waits for its turn among others counts for neither.
 */
final class Allowance {
    static final double SHARE = 0.12;
    static final long LONGEST_PAUSE = 500_000_000L;
    private long owed;
    private long owedAtLeast;
    private long latest;

    /**
     * It drew, once.
     *
     * @param nanos how long that took
     * @param begun when it began, by {@link System#nanoTime}
     */
    void drew(long nanos, long begun) {
        owed = (long) (nanos * (1 - SHARE) / SHARE);
        owedAtLeast = nanos;
        latest = begun + LONGEST_PAUSE;
    }

    /** It trained, or rested of its own accord, for so long. */
    void didOtherThings(long nanos) {
        owed -= nanos;
        owedAtLeast -= nanos;
    }

    /** How much time must pass until it may draw again, if none goes by waiting. */
    long nanosToNext(long now) {
        if (owed <= 0) {
            return 0;
        }
        return Math.clamp(latest - now, Math.clamp(owedAtLeast, 0, owed), owed);
    }
}
