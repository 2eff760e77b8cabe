package dev.spirallab.frame;

import java.util.List;
import java.util.Optional;

/**
 * An example as people know it.
 *
 * @param row its place in its part, from 0
 * @param cells of a table's row as typed, or the coordinates of a point; empty for other examples
 * @param picture of an image: {@code [channels][height][width]} bytes in Base64, 0 black, 255 white
 */
public record Exhibit(int row, List<String> cells, Optional<String> picture) {
    public Exhibit {
        cells = List.copyOf(cells);
    }

    /**
     * What is common to the examples of a data set.
     *
     * @param test whether they are of the test part; the training part where nothing is held out
     * @param columns the names of a row's cells; empty for other examples
     * @param plane whether the two cells are a place of the plane
     * @param channels of an image: 1 or 3; 0 for other examples
     */
    public record Kind(
            boolean test,
            List<String> columns,
            boolean plane,
            int channels,
            int height,
            int width) {
        public Kind {
            columns = List.copyOf(columns);
        }
    }
}
