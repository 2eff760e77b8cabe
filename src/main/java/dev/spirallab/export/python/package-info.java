/** An experiment as PyTorch code. */
@NullMarked
package dev.spirallab.export.python;

import org.jspecify.annotations.NullMarked;
