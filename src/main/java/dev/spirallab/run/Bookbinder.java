package dev.spirallab.run;

import java.util.Optional;

/**
 * Says when the moments that a run remembers are bound into an {@link Album} anew: at once when it
 * rests, and while it trains the less often the more bytes they are. Belongs to the training
 * thread.
 */
final class Bookbinder {
    /** Nanoseconds until the next album of a run that trains, for each byte: 50 kB a second. */
    private static final long NANOS_PER_BYTE = 20_000;

    private final Trail trail;
    private long bound;
    private long notBefore = System.nanoTime();

    Bookbinder(Trail trail) {
        this.trail = trail;
    }

    /** What the trail remembers now is kept already. */
    void takeUp() {
        bound = trail.version();
    }

    /**
     * The album that is to be kept, if one is.
     *
     * @param training whether its run goes on
     * @param anyway whether it is wanted though one may be kept already
     */
    Optional<Album> bind(boolean training, boolean anyway) {
        boolean due = !training || System.nanoTime() - notBefore >= 0;
        return anyway || (due && trail.version() != bound) ? bind() : Optional.empty();
    }

    private Optional<Album> bind() {
        Optional<Album> album = Album.of(trail.milestones());
        bound = trail.version();
        notBefore =
                System.nanoTime()
                        + NANOS_PER_BYTE * album.map(made -> made.bytes().length).orElse(0);
        return album;
    }
}
