/** What tells runs apart, and their curves on one chart. */
@NullMarked
package dev.spirallab.ui.compare;

import org.jspecify.annotations.NullMarked;
