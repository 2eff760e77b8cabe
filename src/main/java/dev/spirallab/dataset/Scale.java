package dev.spirallab.dataset;

/** The span of a regression's first target, never empty. */
record Scale(float min, float max) {

    static Scale of(Targets targets) {
        return switch (targets) {
            case Targets.Labels _ -> new Scale(0, 1);
            case Targets.Values(Matrix values) -> ofColumn(values, 0);
        };
    }

    static Scale ofColumn(Matrix values, int column) {
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        for (int row = 0; row < values.rows(); row++) {
            min = Math.min(min, values.at(row, column));
            max = Math.max(max, values.at(row, column));
        }
        return min < max ? new Scale(min, max) : new Scale(min - 1, min + 1);
    }

    /** The same with a margin of a tenth on both sides. */
    Scale wider() {
        float margin = (max - min) / 10;
        return new Scale(min - margin, max + margin);
    }
}
