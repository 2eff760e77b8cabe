package dev.spirallab.dataset.table;

import dev.spirallab.spec.data.Column;

/**
 * The cells of the columns that are used.
 *
 * @param columns in the order of {@link dev.spirallab.spec.data.Table#features}
 * @param answers the column of the label
 */
@SuppressWarnings("ArrayRecordComponent")
public record TableData(int rows, Values[] columns, Values answers) {

    /**
     * A column.
     *
     * @param values {@code [rows]}: numbers, or indices of categories; not a number where the cell
     *     says nothing
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Values(Column column, double[] values) {
        public boolean isMissing(int row) {
            return Double.isNaN(values[row]);
        }
    }
}
