package dev.spirallab.spec;

import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.graph.Edge;
import dev.spirallab.spec.graph.LayerSpec;
import dev.spirallab.spec.training.LossSpec;
import dev.spirallab.spec.training.TrainingSpec;

/** One change to an experiment that a fix proposes. */
public sealed interface Edit {

    /** Gives node {@code node} the layer {@code layer}. */
    @Kind("setLayer")
    record SetLayer(String node, LayerSpec layer) implements Edit {}

    /** Puts a new node with {@code layer} in the middle of {@code edge}. */
    @Kind("insertOnEdge")
    record InsertOnEdge(Edge edge, LayerSpec layer) implements Edit {}

    @Kind("removeEdge")
    record RemoveEdge(Edge edge) implements Edit {}

    @Kind("addEdge")
    record AddEdge(Edge edge) implements Edit {}

    @Kind("removeNode")
    record RemoveNode(String node) implements Edit {}

    @Kind("addNode")
    record AddNode(String id, LayerSpec layer) implements Edit {}

    @Kind("setLoss")
    record SetLoss(LossSpec loss) implements Edit {}

    @Kind("setTraining")
    record SetTraining(TrainingSpec training) implements Edit {}

    @Kind("setDataset")
    record SetDataset(DatasetSpec dataset) implements Edit {}
}
