package dev.spirallab.ui.components;

import dev.spirallab.spec.Edit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the server knows about the graph that is being edited, in the words of the reader's
 * language.
 *
 * @param shapes text of the shape that each node gives on, such as {@code [N, 100]}, by node id;
 *     nodes whose shape is unknown are absent
 * @param parameters number of parameters of each node, by node id
 * @param totals size of the whole model, absent while it is unknown
 * @param problems what keeps the experiment from running, the first the most urgent
 */
public record GraphDiagnosis(
        Map<String, String> shapes,
        Map<String, Long> parameters,
        Optional<Totals> totals,
        List<ShownProblem> problems) {

    public GraphDiagnosis {
        shapes = Map.copyOf(shapes);
        parameters = Map.copyOf(parameters);
        problems = List.copyOf(problems);
    }

    /** Size of the model: parameters, floating point operations of a training step, memory. */
    public record Totals(long parameters, long flopsPerStep, long bytes) {}

    /**
     * A problem as it is read.
     *
     * @param code stable name of the kind of problem
     * @param path where in the document
     * @param node id of the node that it is shown on, if any
     */
    public record ShownProblem(
            String code,
            String path,
            Optional<String> node,
            String message,
            Optional<ShownFix> fix) {}

    /** A button that mends a problem, and what pressing it changes. */
    public record ShownFix(String label, List<Edit> edits) {}
}
