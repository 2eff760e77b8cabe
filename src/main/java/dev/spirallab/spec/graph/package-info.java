/** The model: layers and the edges between them. */
@NullMarked
package dev.spirallab.spec.graph;

import org.jspecify.annotations.NullMarked;
