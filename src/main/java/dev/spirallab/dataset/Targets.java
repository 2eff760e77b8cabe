package dev.spirallab.dataset;

import java.util.Arrays;

/** What the model should answer, one entry an example. */
public sealed interface Targets {

    int rows();

    /** How many numbers it holds. */
    long numbers();

    /** Those of the rows with these numbers, in this order. */
    Targets pick(int... chosen);

    /**
     * Classification.
     *
     * @param labels {@code [N]}, each 0 to classes - 1
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Labels(int[] labels, int classes) implements Targets {

        public Labels {
            if (Arrays.stream(labels).anyMatch(label -> label < 0 || label >= classes)) {
                throw new IllegalArgumentException("a label outside 0 to " + (classes - 1));
            }
        }

        @Override
        public int rows() {
            return labels.length;
        }

        @Override
        public long numbers() {
            return labels.length;
        }

        @Override
        public Labels pick(int... chosen) {
            return new Labels(Arrays.stream(chosen).map(row -> labels[row]).toArray(), classes);
        }
    }

    /** Regression: {@code [N, targets]}. */
    record Values(Matrix values) implements Targets {

        @Override
        public int rows() {
            return values.rows();
        }

        @Override
        public long numbers() {
            return values.values().length;
        }

        @Override
        public Values pick(int... chosen) {
            return new Values(values.pick(chosen));
        }
    }
}
