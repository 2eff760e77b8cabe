package dev.spirallab.spec.data;

import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Size;
import java.util.List;

/** What is in a column of a table. */
public sealed interface Column {
    /** A name has at most so many characters. */
    int LONGEST_NAME = 200;

    /**
     * As the head of the table says, or {@code column 1}, {@code column 2}, ... where it has none.
     */
    String name();

    /** How many of the model's inputs it makes. */
    int width();

    /** Numbers: one input. */
    @Kind("number")
    record Numeric(@Size(min = 1, max = Column.LONGEST_NAME) String name) implements Column {
        @Override
        public int width() {
            return 1;
        }
    }

    /** One of a few words: an input for each, 1 where it is that one and 0 elsewhere (one-hot). */
    @Kind("category")
    record Category(
            @Size(min = 1, max = Column.LONGEST_NAME) String name,
            @Size(min = 1, max = 200) List<String> categories)
            implements Column {
        public Category {
            categories = List.copyOf(categories);
        }

        @Override
        public int width() {
            return categories.size();
        }
    }

    /** Nothing that the model is shown. */
    @Kind("ignored")
    record Ignored(@Size(min = 1, max = Column.LONGEST_NAME) String name) implements Column {
        @Override
        public int width() {
            return 0;
        }
    }
}
