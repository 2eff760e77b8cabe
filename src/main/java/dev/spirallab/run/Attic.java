package dev.spirallab.run;

/**
 * The memory that the {@link Trail}s of all runs may take together. It is taken before anything is
 * copied. Safe for use by many threads.
 */
final class Attic {
    private final long bytes;
    private long taken;

    Attic(long bytes) {
        this.bytes = bytes;
    }

    /** An eighth of what Java may have. */
    static Attic ofMachine() {
        return new Attic(Runtime.getRuntime().maxMemory() / 8);
    }

    /**
     * @return whether there is so much left; then it is taken
     */
    synchronized boolean take(long wanted) {
        boolean fits = wanted <= bytes - taken;
        taken += fits ? wanted : 0;
        return fits;
    }

    synchronized void giveBack(long given) {
        taken -= given;
    }

    synchronized long taken() {
        return taken;
    }
}
