/** One step, followed value by value: what each layer, the loss and the optimiser do, and why. */
@NullMarked
package dev.spirallab.ui.walk;

import org.jspecify.annotations.NullMarked;
