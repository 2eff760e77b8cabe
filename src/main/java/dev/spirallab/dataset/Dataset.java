package dev.spirallab.dataset;

import dev.spirallab.spec.data.Task;
import java.util.Optional;

/**
 * Examples ready for the engine. The same {@link dev.spirallab.spec.data.DatasetSpec} gives the
 * same floats on every machine.
 *
 * @param test has no rows where nothing is held out
 * @param plane how to draw it, where an example is a point of the plane and there are at most ten
 *     classes
 * @param form how a row is typed, where an example is one of a table
 */
public record Dataset(
        Task task, Part train, Part test, Optional<PlaneView> plane, Optional<Form> form) {

    /** Of examples that are no rows of a table. */
    public Dataset(Task task, Part train, Part test, Optional<PlaneView> plane) {
        this(task, train, test, plane, Optional.empty());
    }

    /** About how much memory it takes. */
    long bytes() {
        long drawn = plane.map(PlaneView::numbers).orElse(0L);
        return train.bytes() + test.bytes() + Float.BYTES * drawn;
    }
}
