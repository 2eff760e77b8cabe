package dev.spirallab.run;

/** Thrown when a run has as many viewers as there may be; see {@link RunSettings#viewers}. */
public final class TooManyViewers extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooManyViewers(int most) {
        super("more than " + most + " viewers");
    }
}
