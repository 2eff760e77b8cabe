/** Where the examples come from. */
@NullMarked
package dev.spirallab.spec.data;

import org.jspecify.annotations.NullMarked;
