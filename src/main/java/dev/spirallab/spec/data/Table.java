package dev.spirallab.spec.data;

import dev.spirallab.spec.Default;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;
import dev.spirallab.spec.Size;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a CSV file. The document says what is in it, and reading checks that it is so.
 *
 * @param rows how many there are in the file, its head not counted
 * @param columns all of the file, in order
 * @param label the column with the answers: a category is to be recognised, a number foretold
 */
@Kind("table")
public record Table(
        Content content,
        @Default("{}") TableFormat format,
        @Range(min = 1, max = 1_000_000) @Measure(Quantity.EXAMPLES) int rows,
        @Size(min = 1, max = 1000) List<Column> columns,
        @Size(min = 1, max = Column.LONGEST_NAME) String label,
        @Default("\"mean\"") Missing missing,
        @Default("\"standardize\"") Scaling scaling,
        @Default("\"random\"") Holdout holdout,
        @Default("7") @Range(min = -Range.EXACT, max = Range.EXACT) @Measure(Quantity.SEED)
                long seed,
        @Default("0.2") @Range(min = 0, max = 0.9) @Measure(Quantity.SHARE) double testFraction)
        implements DatasetSpec {

    public Table {
        columns = List.copyOf(columns);
    }

    /** The columns that the model is shown, in order. */
    public List<Column> features() {
        return columns.stream()
                .filter(column -> column.width() > 0 && !column.name().equals(label))
                .toList();
    }

    /** The column with the answers. */
    public Optional<Column> answers() {
        return columns.stream().filter(column -> column.name().equals(label)).findFirst();
    }

    @Override
    public List<Integer> inputShape() {
        int width = features().stream().mapToInt(Column::width).sum();
        return width == 0 ? List.of() : List.of(width);
    }

    @Override
    public Task task() {
        return answers().orElse(null) instanceof Column.Category(_, List<String> classes)
                ? new Task.Classification(Math.max(2, classes.size()))
                : new Task.Regression(1);
    }

    /** Rows without an answer, and those that are dropped, count as well. */
    @Override
    public int size() {
        return rows;
    }

    @Override
    public List<Content> contents() {
        return List.of(content);
    }
}
