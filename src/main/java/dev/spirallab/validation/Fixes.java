package dev.spirallab.validation;

import dev.spirallab.spec.Edit;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.graph.Edge;
import dev.spirallab.spec.graph.LayerSpec;
import dev.spirallab.spec.training.TrainingSpec;
import java.util.List;
import java.util.Map;

/** The fixes that several checks offer. */
final class Fixes {
    private Fixes() {}

    static Problem.Fix removeEdge(Edge edge) {
        return fix(
                "removeEdge",
                Map.of("from", edge.from(), "to", edge.to()),
                new Edit.RemoveEdge(edge));
    }

    static Problem.Fix removeNode(String id) {
        return fix("removeNode", Map.of("node", id), new Edit.RemoveNode(id));
    }

    static Problem.Fix addEdge(Edge edge) {
        return fix("addEdge", Map.of("from", edge.from(), "to", edge.to()), new Edit.AddEdge(edge));
    }

    static Problem.Fix layer(
            String code, Map<String, String> arguments, String id, LayerSpec layer) {
        return fix(code, arguments, new Edit.SetLayer(id, layer));
    }

    static Problem.Fix training(String code, Map<String, String> arguments, TrainingSpec training) {
        return fix(code, arguments, new Edit.SetTraining(training));
    }

    static Problem.Fix dataset(String code, DatasetSpec dataset) {
        return fix(code, Map.of(), new Edit.SetDataset(dataset));
    }

    static Problem.Fix fix(String code, Map<String, String> arguments, Edit... edits) {
        return new Problem.Fix(code, arguments, List.of(edits));
    }
}
