package dev.spirallab.validation;

import dev.spirallab.spec.graph.Edge;
import dev.spirallab.spec.graph.ModelGraph;
import dev.spirallab.spec.graph.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * A graph made quick to walk. Edges to or from nodes that are not there are left out, as are all
 * but the first of equal edges and of nodes with one id.
 */
final class Wiring {
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, List<String>> inputs = new HashMap<>();
    private final Map<String, List<String>> outputs = new HashMap<>();

    Wiring(ModelGraph graph) {
        for (int i = 0; i < graph.nodes().size(); i++) {
            add(graph.nodes().get(i), i);
        }
        new LinkedHashSet<>(graph.edges()).forEach(this::connect);
    }

    private void add(Node node, int place) {
        if (nodes.putIfAbsent(node.id(), node) == null) {
            places.put(node.id(), place);
        }
    }

    void connect(Edge edge) {
        if (has(edge.from()) && has(edge.to())) {
            inputs.computeIfAbsent(edge.to(), _ -> new ArrayList<>()).add(edge.from());
            outputs.computeIfAbsent(edge.from(), _ -> new ArrayList<>()).add(edge.to());
        }
    }

    boolean has(String id) {
        return nodes.containsKey(id);
    }

    Node node(String id) {
        Node node = nodes.get(id);
        if (node == null) {
            throw new IllegalArgumentException("No node " + id);
        }
        return node;
    }

    List<Node> nodes() {
        return List.copyOf(nodes.values());
    }

    Set<String> ids() {
        return nodes.keySet();
    }

    /** Where the node is in the document: {@code graph.nodes[2]}. */
    String path(String id) {
        return "graph.nodes[" + places.getOrDefault(id, 0) + "]";
    }

    /** In the order of the edges. */
    List<String> inputs(String id) {
        return inputs.getOrDefault(id, List.of());
    }

    List<String> outputs(String id) {
        return outputs.getOrDefault(id, List.of());
    }

    /** The node, all it depends on, and so on. */
    Set<String> ancestors(String id) {
        return reach(id, inputs);
    }

    boolean leads(String from, String to) {
        return reach(from, outputs).contains(to);
    }

    private static Set<String> reach(String start, Map<String, List<String>> steps) {
        Set<String> reached = new HashSet<>(Set.of(start));
        Deque<String> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (String next : steps.getOrDefault(open.pop(), List.of())) {
                if (reached.add(next)) {
                    open.push(next);
                }
            }
        }
        return reached;
    }

    /**
     * Each node after its inputs, else in the document's order; nodes on or behind a cycle are left
     * out.
     */
    List<Node> order() {
        Map<String, Integer> missing = new HashMap<>();
        nodes.keySet().forEach(id -> missing.put(id, inputs(id).size()));
        List<Node> all = nodes();
        Map<String, Integer> ranks = new HashMap<>();
        all.forEach(node -> ranks.put(node.id(), ranks.size()));
        PriorityQueue<Integer> ready = new PriorityQueue<>();
        missing.forEach((id, count) -> addIf(count == 0, ready, ranks.getOrDefault(id, 0)));
        List<Node> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            Node next = all.get(ready.remove());
            order.add(next);
            for (String to : outputs(next.id())) {
                int left = missing.merge(to, -1, Integer::sum);
                addIf(left == 0, ready, ranks.getOrDefault(to, 0));
            }
        }
        return order;
    }

    private static void addIf(boolean condition, PriorityQueue<Integer> queue, int rank) {
        if (condition) {
            queue.add(rank);
        }
    }

    /** Edges on the longest way to each node, by id; nodes on or behind a cycle are left out. */
    Map<String, Integer> depths() {
        Map<String, Integer> depths = new LinkedHashMap<>();
        for (Node node : order()) {
            int depth =
                    inputs(node.id()).stream()
                            .mapToInt(from -> depths.getOrDefault(from, 0) + 1)
                            .max()
                            .orElse(0);
            depths.put(node.id(), depth);
        }
        return depths;
    }
}
