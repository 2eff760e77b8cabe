/** Makes the examples a model learns from: generated or inline, split, transformed to floats. */
@NullMarked
package dev.spirallab.dataset;

import org.jspecify.annotations.NullMarked;
