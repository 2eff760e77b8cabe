package dev.spirallab.run;

/**
 * How far a viewer has read the curves.
 *
 * @param attempt which attempt's ({@link dev.spirallab.frame.Moment#attempt})
 * @param points how many points of it
 */
public record Cursor(int attempt, int points) {
    public static final Cursor START = new Cursor(0, 0);

    public Cursor {
        if (attempt < 0 || points < 0) {
            throw new IllegalArgumentException("a cursor before the start");
        }
    }
}
