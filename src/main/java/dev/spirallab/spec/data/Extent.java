package dev.spirallab.spec.data;

/** The part of the (x1, x2) plane that is shown: x1 from left to right, x2 from bottom to top. */
public record Extent(float xMin, float xMax, float yMin, float yMax) {

    /** What made-up data is shown in unless its noise carries it further. */
    public static final Extent SQUARE = square(1.1f);

    public Extent {
        if (!(xMin < xMax && yMin < yMax)) {
            throw new IllegalArgumentException("an extent without area");
        }
    }

    /** About the origin, so far to all sides. */
    public static Extent square(float half) {
        return new Extent(-half, half, -half, half);
    }
}
