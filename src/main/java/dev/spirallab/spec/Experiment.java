package dev.spirallab.spec;

import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.graph.ModelGraph;
import dev.spirallab.spec.training.TrainingSpec;

/**
 * What is asked: data, model and training. The one document that files, links, the page, the
 * command line and the database speak.
 *
 * @param format version of the document's format; 1
 * @param title what people call it
 */
public record Experiment(
        @Default("1") @Range(min = 1, max = 1) int format,
        @Default("\"\"") @Size(max = Experiment.LONGEST_TITLE) String title,
        DatasetSpec dataset,
        ModelGraph graph,
        TrainingSpec training) {
    /** A title has at most so many characters. */
    public static final int LONGEST_TITLE = 200;

    public Experiment withTitle(String changed) {
        return new Experiment(format, changed, dataset, graph, training);
    }

    public Experiment withDataset(DatasetSpec changed) {
        return new Experiment(format, title, changed, graph, training);
    }

    public Experiment withGraph(ModelGraph changed) {
        return new Experiment(format, title, dataset, changed, training);
    }

    public Experiment withTraining(TrainingSpec changed) {
        return new Experiment(format, title, dataset, graph, changed);
    }
}
