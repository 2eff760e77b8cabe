/** The course's lessons, to be found and opened. */
@NullMarked
package dev.spirallab.ui.lesson;

import org.jspecify.annotations.NullMarked;
