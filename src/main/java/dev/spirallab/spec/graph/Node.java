package dev.spirallab.spec.graph;

import dev.spirallab.spec.Default;

/**
 * One layer of the model.
 *
 * @param id unique in the graph
 * @param at where the editor draws it
 */
public record Node(String id, LayerSpec layer, @Default("[0, 0]") Position at) {}
