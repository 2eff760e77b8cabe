/**
 * Turns a graph of layers into the text of a TorchScript program: forward pass, loss, backward
 * pass, optimiser and the loop over the steps of one call.
 */
@NullMarked
package dev.spirallab.program;

import org.jspecify.annotations.NullMarked;
