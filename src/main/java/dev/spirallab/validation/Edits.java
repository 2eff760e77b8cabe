package dev.spirallab.validation;

import dev.spirallab.spec.Edit;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.graph.Edge;
import dev.spirallab.spec.graph.LayerSpec;
import dev.spirallab.spec.graph.ModelGraph;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.spec.graph.Position;
import dev.spirallab.spec.json.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Carries out the edits of a fix. */
public final class Edits {
    private static final double SPACING = 220;

    private Edits() {}

    /**
     * The experiment after the edits, one after the other; an edit of what is not there does
     * nothing.
     */
    public static Experiment apply(Experiment experiment, List<Edit> edits) {
        Experiment edited = experiment;
        for (Edit edit : edits) {
            edited = apply(edited, edit);
        }
        return edited;
    }

    private static Experiment apply(Experiment on, Edit edit) {
        ModelGraph graph = on.graph();
        return switch (edit) {
            case Edit.SetLayer(var id, var layer) -> on.withGraph(setLayer(graph, id, layer));
            case Edit.InsertOnEdge(var edge, var layer) -> on.withGraph(insert(graph, edge, layer));
            case Edit.RemoveEdge(var edge) -> on.withGraph(removeEdge(graph, edge));
            case Edit.AddEdge(var edge) -> on.withGraph(addEdge(graph, edge));
            case Edit.RemoveNode(var id) -> on.withGraph(removeNode(graph, id));
            case Edit.AddNode(var id, var layer) -> on.withGraph(addNode(graph, id, layer));
            case Edit.SetLoss(var loss) ->
                    on.withTraining(Records.with(on.training(), "loss", loss));
            case Edit.SetTraining(var training) -> on.withTraining(training);
            case Edit.SetDataset(var dataset) -> on.withDataset(dataset);
        };
    }

    private static ModelGraph setLayer(ModelGraph graph, String id, LayerSpec layer) {
        List<Node> nodes =
                graph.nodes().stream()
                        .map(n -> n.id().equals(id) ? new Node(id, layer, n.at()) : n)
                        .toList();
        return graph.with(nodes, graph.edges());
    }

    /** The edge's place among the inputs of its target is kept. */
    private static ModelGraph insert(ModelGraph graph, Edge edge, LayerSpec layer) {
        int index = graph.edges().indexOf(edge);
        if (index < 0) {
            return graph;
        }
        String id = FreshId.of(Records.kind(layer), ids(graph));
        List<Node> nodes = new ArrayList<>(graph.nodes());
        nodes.add(new Node(id, layer, between(graph, edge)));
        List<Edge> edges = new ArrayList<>(graph.edges());
        edges.set(index, new Edge(id, edge.to()));
        edges.add(index, new Edge(edge.from(), id));
        return graph.with(nodes, edges);
    }

    private static Position between(ModelGraph graph, Edge edge) {
        Position from = position(graph, edge.from());
        Position to = position(graph, edge.to());
        return new Position((from.x() + to.x()) / 2, (from.y() + to.y()) / 2);
    }

    private static Position position(ModelGraph graph, String id) {
        return node(graph, id).map(Node::at).orElse(new Position(0, 0));
    }

    private static Optional<Node> node(ModelGraph graph, String id) {
        return graph.nodes().stream().filter(node -> node.id().equals(id)).findFirst();
    }

    /** Of equal edges, the last. */
    private static ModelGraph removeEdge(ModelGraph graph, Edge edge) {
        List<Edge> edges = new ArrayList<>(graph.edges());
        int index = edges.lastIndexOf(edge);
        if (index >= 0) {
            edges.remove(index);
        }
        return graph.with(graph.nodes(), edges);
    }

    private static ModelGraph addEdge(ModelGraph graph, Edge edge) {
        boolean possible =
                ids(graph).containsAll(List.of(edge.from(), edge.to()))
                        && !graph.edges().contains(edge);
        List<Edge> edges = new ArrayList<>(graph.edges());
        if (possible) {
            edges.add(edge);
        }
        return graph.with(graph.nodes(), edges);
    }

    private static ModelGraph removeNode(ModelGraph graph, String id) {
        return graph.with(
                graph.nodes().stream().filter(node -> !node.id().equals(id)).toList(),
                graph.edges().stream()
                        .filter(edge -> !edge.from().equals(id) && !edge.to().equals(id))
                        .toList());
    }

    /** An input stands left of all, another layer right of all. */
    private static ModelGraph addNode(ModelGraph graph, String id, LayerSpec layer) {
        if (ids(graph).contains(id)) {
            return graph;
        }
        boolean left = Arity.of(layer).max() == 0;
        double edge =
                graph.nodes().stream()
                        .mapToDouble(node -> left ? -node.at().x() : node.at().x())
                        .max()
                        .orElse(-SPACING);
        double x = left ? -edge - SPACING : edge + SPACING;
        List<Node> nodes = new ArrayList<>(graph.nodes());
        nodes.add(new Node(id, layer, new Position(nodes.isEmpty() ? 0 : x, height(graph))));
        return graph.with(nodes, graph.edges());
    }

    private static double height(ModelGraph graph) {
        return graph.nodes().stream().mapToDouble(node -> node.at().y()).average().orElse(0);
    }

    private static Set<String> ids(ModelGraph graph) {
        return graph.nodes().stream().map(Node::id).collect(Collectors.toSet());
    }
}
