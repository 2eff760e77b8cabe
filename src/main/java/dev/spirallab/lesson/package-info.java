/** Lessons of a first course: experiments made ready, each with the figure that it must reach. */
@NullMarked
package dev.spirallab.lesson;

import org.jspecify.annotations.NullMarked;
