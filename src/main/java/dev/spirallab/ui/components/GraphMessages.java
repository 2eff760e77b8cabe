package dev.spirallab.ui.components;

import dev.spirallab.spec.Edit;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.graph.ModelGraph;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Part;
import dev.spirallab.ui.components.GraphDiagnosis.ShownFix;
import dev.spirallab.ui.components.GraphDiagnosis.ShownProblem;
import dev.spirallab.ui.components.GraphDiagnosis.Totals;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the graph editor's two halves tell each other, as JSON; its other side is {@code core/}. */
final class GraphMessages {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private GraphMessages() {}

    static ObjectNode loaded(int load, ModelGraph graph) {
        ObjectNode message = JSON.objectNode();
        message.put("load", load);
        message.set("graph", ExperimentJson.tree(graph));
        return message;
    }

    /** What is known of the graph; says of which, so that an equal one gets it anew. */
    static ObjectNode diagnosis(int load, long revision, GraphDiagnosis diagnosis) {
        ObjectNode message = JSON.objectNode();
        message.put("load", load);
        message.put("revision", revision);
        ObjectNode shapes = message.putObject("shapes");
        diagnosis.shapes().forEach(shapes::put);
        ObjectNode parameters = message.putObject("parameters");
        diagnosis.parameters().forEach(parameters::put);
        diagnosis.totals().ifPresent(totals -> message.set("totals", totals(totals)));
        ArrayNode problems = message.putArray("problems");
        diagnosis.problems().forEach(problem -> problems.add(problem(problem)));
        return message;
    }

    private static ObjectNode totals(Totals totals) {
        return JSON.objectNode()
                .put("parameters", totals.parameters())
                .put("flopsPerStep", totals.flopsPerStep())
                .put("bytes", totals.bytes());
    }

    private static ObjectNode problem(ShownProblem problem) {
        ObjectNode message =
                JSON.objectNode()
                        .put("code", problem.code())
                        .put("path", problem.path())
                        .put("message", problem.message())
                        .put("hint", problem.code().startsWith("hint."));
        problem.node().ifPresent(node -> message.put("node", node));
        problem.fix().ifPresent(fix -> message.set("fix", fix(fix)));
        return message;
    }

    private static ObjectNode fix(ShownFix fix) {
        ObjectNode message = JSON.objectNode().put("label", fix.label());
        message.set("edits", edits(fix.edits()));
        return message;
    }

    static ArrayNode edits(List<Edit> edits) {
        ArrayNode message = JSON.arrayNode();
        edits.forEach(edit -> message.add(ExperimentJson.tree(edit)));
        return message;
    }

    /** Edits as the browser sends them back; one that cannot be read makes all unreadable. */
    static Part<List<Edit>> readEdits(JsonNode message) {
        List<Edit> edits = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (JsonNode edit : message) {
            switch (ExperimentJson.readPart(Edit.class, edit)) {
                case Part.Read<Edit>(var read) -> edits.add(read);
                case Part.Unreadable<Edit>(var found) -> problems.addAll(found);
            }
        }
        return problems.isEmpty() ? new Part.Read<>(edits) : new Part.Unreadable<>(problems);
    }
}
