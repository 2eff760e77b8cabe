package dev.spirallab.run;

import dev.spirallab.frame.Mistakes;
import java.util.List;
import java.util.Optional;

/** What a viewer wants to know of single examples. */
public sealed interface Inquiry {

    /**
     * On which examples the model does worst.
     *
     * @param cell of which cell of the confusion matrix; none: of all examples
     */
    record Worst(Optional<Mistakes.Cell> cell) implements Inquiry {}

    /**
     * What the model says of an example that the viewer made up.
     *
     * @param id the viewer's number for it
     */
    record Own(int id, Example example) implements Inquiry {}

    /** What a layer puts out for some examples. */
    record Outputs(String node) implements Inquiry {}

    /** Something the model may be asked. */
    sealed interface Example {
        /** A point of the plane. */
        record Place(double x1, double x2) implements Example {}

        /** A row of a table, as typed. */
        record Row(List<String> cells) implements Example {
            private static final int MOST = 1000;

            public Row {
                cells = List.copyOf(cells);
                if (cells.size() > MOST) {
                    throw new IllegalArgumentException(cells.size() + " cells");
                }
            }
        }

        /**
         * An image of the size that the model is shown.
         *
         * @param base64 {@code [channels][height][width]} bytes, 0 black, 255 white
         */
        record Picture(String base64) implements Example {}
    }
}
