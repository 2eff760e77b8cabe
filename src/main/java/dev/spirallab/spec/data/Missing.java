package dev.spirallab.spec.data;

/** What stands in for a cell without a value. Rows without an answer are always left out. */
public enum Missing {
    /** The mean of the column's numbers in the training part; the most frequent category. */
    mean,
    /** The median of the column's numbers in the training part; the most frequent category. */
    median,
    /** The most frequent value in the training part. */
    mode,
    /** Zero; none of the categories. */
    zero,
    /** Nothing: the row is left out. */
    dropRow
}
