package dev.spirallab.dataset;

import dev.spirallab.spec.Problem;
import java.util.Optional;

/** What came of making a data set. */
public sealed interface Examples {

    record Made(Dataset dataset) implements Examples {}

    /** A file is missing, or is not what the document says of it. */
    record Unreadable(Problem problem) implements Examples {}

    /**
     * @throws UnreadableException if there is none
     */
    default Dataset orThrow() {
        return switch (this) {
            case Made(Dataset dataset) -> dataset;
            case Unreadable(Problem problem) -> throw new UnreadableException(problem);
        };
    }

    default Optional<Dataset> made() {
        return switch (this) {
            case Made(Dataset dataset) -> Optional.of(dataset);
            case Unreadable _ -> Optional.empty();
        };
    }
}
