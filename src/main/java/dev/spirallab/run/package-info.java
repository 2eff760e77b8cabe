/** The life of a run: admission, fair slices of the processor, commands, what viewers are told. */
@NullMarked
package dev.spirallab.run;

import org.jspecify.annotations.NullMarked;
