/**
 * Reads and writes the experiment document, and describes it to the page, all from the annotated
 * records.
 */
@NullMarked
package dev.spirallab.spec.json;

import org.jspecify.annotations.NullMarked;
