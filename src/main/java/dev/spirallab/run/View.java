package dev.spirallab.run;

import dev.spirallab.frame.Look;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a viewer wants to see.
 *
 * @param framesPerSecond messages a second at most, 1 to 60
 * @param grid cells along each side of the boundary, one of {@link #GRIDS}
 * @param boundary whether it wants the boundary at all
 * @param figures whether it wants the answers judged
 * @param layers whether it wants to know what goes on in each layer
 * @param units whether it wants pictures of single units
 * @param trail whether it wants to know which moments it may look back at
 * @param past the step of the moment that it looks back at, if it does
 * @param inquiries what it wants to know of single examples
 * @param look which layer's numbers it wants, if any
 */
public record View(
        int framesPerSecond,
        int grid,
        boolean boundary,
        boolean figures,
        boolean layers,
        boolean units,
        boolean trail,
        OptionalLong past,
        List<Inquiry> inquiries,
        Optional<Look> look) {
    /** Few, because each that somebody wants is drawn separately. */
    public static final Set<Integer> GRIDS = Set.of(25, 50, 100, 200);

    public static final View STANDARD = new View(30, 100, true);

    private static final int MOST_INQUIRIES = 4;

    /** Nothing but the boundary. */
    public View(int framesPerSecond, int grid, boolean boundary) {
        this(framesPerSecond, grid, boundary, false, false, false);
    }

    /** Nothing of earlier moments, nor of single examples, and no look into a layer. */
    public View(
            int framesPerSecond,
            int grid,
            boolean boundary,
            boolean figures,
            boolean layers,
            boolean units) {
        this(framesPerSecond, grid, boundary, figures, layers, units, false, OptionalLong.empty());
    }

    /** The same, and a look into a layer. */
    public View with(Look wanted) {
        return new View(
                framesPerSecond,
                grid,
                boundary,
                figures,
                layers,
                units,
                trail,
                past,
                inquiries,
                Optional.of(wanted));
    }

    /** Nothing of single examples, and no look into a layer. */
    public View(
            int framesPerSecond,
            int grid,
            boolean boundary,
            boolean figures,
            boolean layers,
            boolean units,
            boolean trail,
            OptionalLong past) {
        this(
                framesPerSecond,
                grid,
                boundary,
                figures,
                layers,
                units,
                trail,
                past,
                List.of(),
                Optional.empty());
    }

    public View {
        inquiries = List.copyOf(inquiries);
        if (inquiries.size() > MOST_INQUIRIES) {
            throw new IllegalArgumentException(inquiries.size() + " inquiries");
        }
        if (framesPerSecond < 1 || framesPerSecond > 60 || !GRIDS.contains(grid)) {
            throw new IllegalArgumentException(
                    "%d frames a second of %d cells".formatted(framesPerSecond, grid));
        }
    }
}
