package dev.spirallab.spec.data;

/** The part of the (x1, x2) plane that is shown: x1 from left to right, x2 from bottom to top. */
public record Extent(float xMin, float xMax, float yMin, float yMax) {

    /** What every made-up plane data set is shown in. */
    public static final Extent SQUARE = new Extent(-1.1f, 1.1f, -1.1f, 1.1f);

    public Extent {
        if (!(xMin < xMax && yMin < yMax)) {
            throw new IllegalArgumentException("an extent without area");
        }
    }
}
