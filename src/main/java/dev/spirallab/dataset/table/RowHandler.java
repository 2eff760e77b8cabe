package dev.spirallab.dataset.table;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import dev.spirallab.dataset.UnreadableException;
import dev.spirallab.dataset.table.Rows.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the cells of a row from FastCSV, without blanks around them; none too long, nor too many.
 */
final class RowHandler extends AbstractBaseCsvCallbackHandler<Row> {
    private final List<String> cells = new ArrayList<>();

    @Override
    protected void handleBegin(long line) {
        cells.clear();
    }

    @Override
    protected void handleField(int column, char[] buffer, int from, int length, boolean quoted) {
        if (column >= Rows.MOST_COLUMNS) {
            throw new UnreadableException(TableProblems.tooManyColumns(getStartingLineNumber()));
        }
        if (length > Rows.LONGEST_CELL) {
            throw new UnreadableException(
                    TableProblems.tooLongCell(getStartingLineNumber(), column + 1));
        }
        cells.add(new String(buffer, from, length).strip());
    }

    @Override
    protected void handleEmpty() {
        cells.add("");
    }

    @Override
    protected Row buildRecord() {
        return new Row(getStartingLineNumber(), cells.toArray(String[]::new));
    }
}
