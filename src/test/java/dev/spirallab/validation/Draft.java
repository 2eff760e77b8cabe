package dev.spirallab.validation;

import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.graph.Activation;
import dev.spirallab.spec.graph.Add;
import dev.spirallab.spec.graph.BatchNorm;
import dev.spirallab.spec.graph.Concat;
import dev.spirallab.spec.graph.Dropout;
import dev.spirallab.spec.graph.Edge;
import dev.spirallab.spec.graph.Flatten;
import dev.spirallab.spec.graph.Function;
import dev.spirallab.spec.graph.Input;
import dev.spirallab.spec.graph.LayerSpec;
import dev.spirallab.spec.graph.Linear;
import dev.spirallab.spec.graph.ModelGraph;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.spec.graph.Position;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Part;
import dev.spirallab.spec.training.TrainingSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * Experiments for tests in few words: {@code graph("in a=linear:8:relu out=linear:3", "in>a>out")}.
 */
final class Draft {
    private Draft() {}

    static final String LOSS = "\"loss\": {\"kind\": \"crossEntropy\"}";
    static final String SGD = "\"optimizer\": {\"kind\": \"sgd\"}";

    static Experiment of(ModelGraph graph) {
        return of(spiral(), graph, training(""));
    }

    static Experiment of(DatasetSpec dataset, ModelGraph graph, TrainingSpec training) {
        return new Experiment(1, "", dataset, graph, training);
    }

    /** 3 classes, 3000 samples. */
    static DatasetSpec spiral() {
        return dataset("{'kind': 'spiral'}");
    }

    static DatasetSpec dataset(String json) {
        return read(DatasetSpec.class, json);
    }

    /** Cross-entropy and SGD unless said otherwise. */
    static TrainingSpec training(String settings) {
        StringBuilder json = new StringBuilder("{").append(settings);
        for (String usual : List.of(LOSS, SGD)) {
            if (!settings.contains(usual.substring(1, 5))) {
                json.append(json.length() == 1 ? "" : ",").append(usual);
            }
        }
        return read(TrainingSpec.class, json.append('}').toString());
    }

    static <T> T read(Class<T> type, String json) {
        return switch (ExperimentJson.readPart(type, json.replace('\'', '"'))) {
            case Part.Read<T>(T value) -> value;
            case Part.Unreadable<T>(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    /** A network that fits the spiral. */
    static ModelGraph good() {
        return graph("in a=linear:8:relu out=linear:3", "in>a>out");
    }

    static ModelGraph graph(String nodes, String... paths) {
        List<Node> made = new ArrayList<>();
        for (String word : nodes.split(" ", -1)) {
            String[] parts = word.split("=", -1);
            LayerSpec layer = parts.length == 1 ? new Input() : layer(parts[1]);
            made.add(node(parts[0], made.size(), layer));
        }
        List<Edge> edges = new ArrayList<>();
        for (String path : paths) {
            String[] ids = path.split(">", -1);
            for (int i = 1; i < ids.length; i++) {
                edges.add(new Edge(ids[i - 1], ids[i]));
            }
        }
        return new ModelGraph(made, edges);
    }

    /** Layers, written as in the document, one behind the other behind an input. */
    static ModelGraph chain(String... layers) {
        List<Node> nodes = new ArrayList<>(List.of(node("in", 0, new Input())));
        List<Edge> edges = new ArrayList<>();
        for (String json : layers) {
            String id = "n" + nodes.size();
            edges.add(new Edge(nodes.getLast().id(), id));
            nodes.add(node(id, nodes.size(), read(LayerSpec.class, json)));
        }
        return new ModelGraph(nodes, edges);
    }

    static Node node(String id, String json) {
        return node(id, 0, read(LayerSpec.class, json));
    }

    private static Node node(String id, int place, LayerSpec layer) {
        return new Node(id, layer, new Position(220.0 * place, 0));
    }

    private static LayerSpec layer(String text) {
        String[] words = text.split(":", -1);
        return switch (words[0]) {
            case "linear" ->
                    new Linear(
                            Integer.parseInt(words[1]),
                            words.length > 2 ? Function.valueOf(words[2]) : Function.identity);
            case "batchNorm" -> new BatchNorm(1e-5, 0.1, true);
            case "dropout" -> new Dropout(0.5);
            case "add" -> new Add();
            case "concat" -> new Concat(1);
            case "flatten" -> new Flatten();
            case "input" -> new Input();
            case String function -> new Activation(Function.valueOf(function));
        };
    }
}
