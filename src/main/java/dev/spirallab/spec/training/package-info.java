/** How the model learns. */
@NullMarked
package dev.spirallab.spec.training;

import org.jspecify.annotations.NullMarked;
