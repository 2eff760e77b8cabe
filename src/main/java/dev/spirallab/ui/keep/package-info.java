/** Keeping: what is done on the page is saved as it is done, and found again. */
@NullMarked
package dev.spirallab.ui.keep;

import org.jspecify.annotations.NullMarked;
