package dev.spirallab.spec.graph;

import dev.spirallab.spec.Default;
import dev.spirallab.spec.Size;

/**
 * One layer of the model.
 *
 * @param id unique in the graph
 * @param at where the editor draws it
 */
public record Node(
        @Size(min = 1, max = 64) String id, LayerSpec layer, @Default("[0, 0]") Position at) {}
