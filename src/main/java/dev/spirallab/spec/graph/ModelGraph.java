package dev.spirallab.spec.graph;

import dev.spirallab.spec.Default;
import dev.spirallab.spec.Size;
import java.util.List;
import java.util.Optional;

/**
 * The model: layers and the tensors that flow between them. A directed acyclic graph once it is
 * finished; while it is drawn it may be anything.
 *
 * @param edges in the order in which a layer with several inputs (concat) takes them
 * @param blocks layers that people see as one
 */
public record ModelGraph(
        @Default("[]") @Size(max = 5_000) List<Node> nodes,
        @Default("[]") @Size(max = 20_000) List<Edge> edges,
        @Size(max = 1_000) Optional<List<Block>> blocks) {
    public ModelGraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        blocks = blocks.map(List::copyOf);
    }

    /** Without blocks. */
    public ModelGraph(List<Node> nodes, List<Edge> edges) {
        this(nodes, edges, Optional.empty());
    }

    /** The same blocks round other layers. */
    public ModelGraph with(List<Node> otherNodes, List<Edge> otherEdges) {
        return new ModelGraph(otherNodes, otherEdges, blocks);
    }
}
