/** Reads tables from the bytes of CSV files: what is in them, and then their numbers. */
@NullMarked
@NamedInterface("table")
package dev.spirallab.dataset.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
