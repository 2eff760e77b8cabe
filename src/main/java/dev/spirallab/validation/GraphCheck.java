package dev.spirallab.validation;

import dev.spirallab.spec.Edit;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.graph.Edge;
import dev.spirallab.spec.graph.Input;
import dev.spirallab.spec.graph.LayerSpec;
import dev.spirallab.spec.graph.ModelGraph;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.spec.json.Records;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether nodes and edges make a network: one input, one output, no cycle, nothing loose. */
final class GraphCheck {
    private final ModelGraph graph;
    private final Wiring wiring;
    private final List<Problem> problems;

    GraphCheck(ModelGraph graph, Wiring wiring, List<Problem> problems) {
        this.graph = graph;
        this.wiring = wiring;
        this.problems = problems;
    }

    void run() {
        duplicateIds();
        edges();
        inputs();
        loose();
        extraOutputs();
    }

    /** The node that gives the answer: of those that lead nowhere the farthest from the input. */
    static Optional<Node> output(Wiring wiring) {
        Map<String, Integer> depths = wiring.depths();
        return wiring.nodes().stream()
                .filter(node -> wiring.outputs(node.id()).isEmpty())
                .filter(node -> depths.getOrDefault(node.id(), 0) > 0)
                .max(Comparator.comparingInt(node -> depths.getOrDefault(node.id(), 0)));
    }

    static List<Node> inputNodes(Wiring wiring) {
        return wiring.nodes().stream().filter(node -> node.layer() instanceof Input).toList();
    }

    private void duplicateIds() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < graph.nodes().size(); i++) {
            String id = graph.nodes().get(i).id();
            if (!seen.add(id)) {
                add(
                        Problem.of(
                                        "graph.duplicateId",
                                        "graph.nodes[" + i + "].id",
                                        Map.of("id", id))
                                .at(id));
            }
        }
    }

    private void edges() {
        Set<Edge> seen = new HashSet<>();
        Set<Edge> closing = closing();
        for (int i = 0; i < graph.edges().size(); i++) {
            Edge edge = graph.edges().get(i);
            boolean first = seen.add(edge);
            String path = "graph.edges[" + i + "]";
            dangling(edge)
                    .or(() -> repeated(edge, first))
                    .or(() -> intoInput(edge))
                    .or(() -> Optional.of(cycle(edge)).filter(_ -> closing.contains(edge)))
                    .or(() -> surplus(edge))
                    .ifPresent(problem -> add(removable(problem, edge, path)));
        }
    }

    private static Problem removable(Problem problem, Edge edge, String path) {
        return new Problem(
                problem.code(),
                path,
                problem.node(),
                problem.arguments(),
                Optional.of(Fixes.removeEdge(edge)));
    }

    private Optional<Problem> dangling(Edge edge) {
        return Stream.of(edge.from(), edge.to())
                .filter(id -> !wiring.has(id))
                .findFirst()
                .map(id -> Problem.of("graph.dangling", "", about(edge, "missing", id)));
    }

    private static Optional<Problem> repeated(Edge edge, boolean first) {
        return first
                ? Optional.empty()
                : Optional.of(Problem.of("graph.duplicateEdge", "", ends(edge)).at(edge.to()));
    }

    private Optional<Problem> intoInput(Edge edge) {
        return wiring.node(edge.to()).layer() instanceof Input
                ? Optional.of(Problem.of("graph.inputHasInput", "", ends(edge)).at(edge.to()))
                : Optional.empty();
    }

    /** All but the first edge into a layer that takes one. */
    private Optional<Problem> surplus(Edge edge) {
        LayerSpec layer = wiring.node(edge.to()).layer();
        boolean fits = wiring.inputs(edge.to()).indexOf(edge.from()) < Arity.of(layer).max();
        return fits
                ? Optional.empty()
                : Optional.of(
                        Problem.of(
                                        "graph.tooManyInputs",
                                        "",
                                        about(edge, "kind", Records.kind(layer)))
                                .at(edge.to()));
    }

    /** An edge closes a cycle if, with the edges before it, there is a way back. */
    private Set<Edge> closing() {
        Set<Edge> closing = new HashSet<>();
        if (wiring.order().size() == wiring.nodes().size()) {
            return closing;
        }
        Wiring before = new Wiring(new ModelGraph(graph.nodes(), List.of()));
        for (Edge edge : new LinkedHashSet<>(graph.edges())) {
            if (before.has(edge.to()) && before.leads(edge.to(), edge.from())) {
                closing.add(edge);
            } else {
                before.connect(edge);
            }
        }
        return closing;
    }

    private static Problem cycle(Edge edge) {
        return Problem.of("graph.cycle", "", ends(edge)).at(edge.to());
    }

    private void inputs() {
        List<Node> inputs = inputNodes(wiring);
        if (inputs.isEmpty()) {
            add(noInput());
        }
        inputs.stream().skip(1).forEach(extra -> add(extraInput(inputs.getFirst(), extra)));
    }

    private Problem noInput() {
        String id = FreshId.of("input", wiring.ids());
        Stream<Edit> edges =
                wiring.nodes().stream()
                        .filter(node -> wiring.inputs(node.id()).isEmpty())
                        .map(node -> new Edit.AddEdge(new Edge(id, node.id())));
        List<Edit> edits =
                Stream.concat(Stream.of(new Edit.AddNode(id, new Input())), edges).toList();
        return Problem.of("graph.noInput", "graph.nodes", Map.of())
                .with(new Problem.Fix("addInput", Map.of(), edits));
    }

    /** What hung on the second input hangs on the first afterwards. */
    private Problem extraInput(Node first, Node extra) {
        Stream<Edit> edges =
                wiring.outputs(extra.id()).stream()
                        .map(to -> new Edit.AddEdge(new Edge(first.id(), to)));
        List<Edit> edits =
                Stream.concat(Stream.of(new Edit.RemoveNode(extra.id())), edges).toList();
        return Problem.of(
                        "graph.severalInputs", wiring.path(extra.id()), Map.of("first", first.id()))
                .at(extra.id())
                .with(
                        new Problem.Fix(
                                "mergeInputs",
                                Map.of("first", first.id(), "node", extra.id()),
                                edits));
    }

    private void loose() {
        for (Node node : wiring.nodes()) {
            int have = wiring.inputs(node.id()).size();
            Arity arity = Arity.of(node.layer());
            if (have == 0 && arity.min() > 0) {
                add(wiring.outputs(node.id()).isEmpty() ? unconnected(node) : missingInput(node));
            } else if (have < arity.min()) {
                add(tooFewInputs(node));
            }
        }
    }

    /** Connects it where nothing follows the input yet, else takes it away. */
    private Problem unconnected(Node node) {
        List<Node> inputs = inputNodes(wiring);
        boolean first = inputs.size() == 1 && wiring.outputs(inputs.getFirst().id()).isEmpty();
        return about(node, "graph.unconnected")
                .with(
                        first
                                ? Fixes.addEdge(new Edge(inputs.getFirst().id(), node.id()))
                                : Fixes.removeNode(node.id()));
    }

    private Problem missingInput(Node node) {
        Problem problem = about(node, "graph.missingInput");
        List<Node> inputs = inputNodes(wiring);
        return inputs.isEmpty()
                ? problem
                : problem.with(Fixes.addEdge(new Edge(inputs.getFirst().id(), node.id())));
    }

    /** The fix takes the layer out and joins its two sides. */
    private Problem tooFewInputs(Node node) {
        String from = wiring.inputs(node.id()).getFirst();
        Stream<Edit> edges =
                wiring.outputs(node.id()).stream().map(to -> new Edit.AddEdge(new Edge(from, to)));
        List<Edit> edits = Stream.concat(Stream.of(new Edit.RemoveNode(node.id())), edges).toList();
        return about(node, "graph.tooFewInputs")
                .with(new Problem.Fix("bypass", Map.of("node", node.id()), edits));
    }

    private void extraOutputs() {
        Optional<Node> output = output(wiring);
        output.ifPresent(main ->
                wiring.nodes().stream()
                        .filter(node -> !node.equals(main) && isDeadEnd(node))
                        .forEach(node -> add(extraOutput(main, node))));
    }

    private boolean isDeadEnd(Node node) {
        return wiring.outputs(node.id()).isEmpty() && !wiring.inputs(node.id()).isEmpty();
    }

    /** The fix removes the whole branch that leads to this end only. */
    private Problem extraOutput(Node main, Node extra) {
        Set<String> needed = wiring.ancestors(main.id());
        Set<String> branch = wiring.ancestors(extra.id());
        List<Edit> edits =
                wiring.ids().stream()
                        .filter(id -> branch.contains(id) && !needed.contains(id))
                        .<Edit>map(Edit.RemoveNode::new)
                        .toList();
        return Problem.of(
                        "graph.severalOutputs",
                        wiring.path(extra.id()),
                        Map.of("output", main.id()))
                .at(extra.id())
                .with(new Problem.Fix("removeBranch", Map.of("node", extra.id()), edits));
    }

    private Problem about(Node node, String code) {
        return Problem.of(code, wiring.path(node.id()), Map.of("kind", Records.kind(node.layer())))
                .at(node.id());
    }

    private static Map<String, String> ends(Edge edge) {
        return Map.of("from", edge.from(), "to", edge.to());
    }

    private static Map<String, String> about(Edge edge, String name, String value) {
        return Map.of("from", edge.from(), "to", edge.to(), name, value);
    }

    private void add(Problem problem) {
        problems.add(problem);
    }
}
