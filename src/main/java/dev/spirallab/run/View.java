package dev.spirallab.run;

/**
 * What a viewer wants to see.
 *
 * @param framesPerSecond messages a second at most, 1 to 60
 * @param grid cells along each side of the boundary, 10 to 200
 * @param boundary whether it wants the boundary at all
 */
public record View(int framesPerSecond, int grid, boolean boundary) {
    public static final View STANDARD = new View(30, 100, true);

    public View {
        if (framesPerSecond < 1 || framesPerSecond > 60 || grid < 10 || grid > 200) {
            throw new IllegalArgumentException(
                    "%d frames a second of %d cells".formatted(framesPerSecond, grid));
        }
    }
}
