package dev.spirallab.frame;

import java.util.List;

/**
 * What a layer puts out for some examples.
 *
 * @param node its id
 * @param kind of the examples
 * @param of how many examples the part has
 * @param classes whether the truths are classes; else values
 * @param truths one an example: the class, or the first target
 * @param answers what the model says, likewise; empty where one of its scores is no finite number
 * @param exhibits one an example
 * @param values {@code [examples][width]}; empty where there is no such layer
 */
@SuppressWarnings("ArrayRecordComponent") // a message, read once
public record LayerOutputs(
        String node,
        Exhibit.Kind kind,
        int of,
        boolean classes,
        List<Double> truths,
        List<Double> answers,
        List<Exhibit> exhibits,
        float[] values) {
    public LayerOutputs {
        truths = List.copyOf(truths);
        answers = List.copyOf(answers);
        exhibits = List.copyOf(exhibits);
    }

    /** All but the values, which are many. */
    public record Head(
            String node,
            Exhibit.Kind kind,
            int of,
            boolean classes,
            List<Double> truths,
            List<Double> answers,
            List<Exhibit> exhibits) {}

    public Head head() {
        return new Head(node, kind, of, classes, truths, answers, exhibits);
    }
}
