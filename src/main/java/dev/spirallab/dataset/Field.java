package dev.spirallab.dataset;

import java.util.List;

/** What stands in one cell of a typed row, and how the model is shown it. */
public sealed interface Field {

    String name();

    /** How many of the model's inputs it makes. */
    int width();

    /**
     * A number; the model is shown {@code (x - shift) / scale}.
     *
     * @param mean of the training part
     * @param filling what stands for an empty cell
     */
    record Numeric(String name, double shift, double scale, double mean, double filling)
            implements Field {
        @Override
        public int width() {
            return 1;
        }
    }

    /**
     * One of a few words; the model is shown a 1 for it and a 0 for each other.
     *
     * @param usual the most frequent in the training part
     * @param filling what stands for an empty cell; -1: none of them
     */
    record Choice(String name, List<String> options, int usual, int filling) implements Field {
        public Choice {
            options = List.copyOf(options);
        }

        @Override
        public int width() {
            return options.size();
        }
    }
}
