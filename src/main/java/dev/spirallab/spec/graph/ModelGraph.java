package dev.spirallab.spec.graph;

import dev.spirallab.spec.Default;
import dev.spirallab.spec.Size;
import java.util.List;

/**
 * The model: layers and the tensors that flow between them. A directed acyclic graph once it is
 * finished; while it is drawn it may be anything.
 *
 * @param edges in the order in which a layer with several inputs (concat) takes them
 */
public record ModelGraph(
        @Default("[]") @Size(max = 5_000) List<Node> nodes,
        @Default("[]") @Size(max = 20_000) List<Edge> edges) {
    public ModelGraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }
}
