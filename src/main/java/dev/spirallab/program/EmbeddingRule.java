package dev.spirallab.program;

import dev.spirallab.spec.graph.Embedding;
import java.util.List;

/**
 * The rows of the weight that the input names; the gradient is added to those rows. Numbers beyond
 * the table, which validation refuses, would be taken for its ends.
 */
record EmbeddingRule(Embedding layer) implements LayerRule {
    @Override
    public List<Slot> parameters() {
        List<Integer> shape = List.of(layer.numEmbeddings(), layer.embeddingDim());
        Start start = Starts.of(layer.initializer(), shape, new Start.Normal(0, 1));
        return List.of(Slot.weight(shape, start));
    }

    @Override
    public void forward(Cell cell, Pass pass, Code code) {
        code.let(
                cell.own("index"),
                "torch.to(torch.clamp(%s, 0, %d), 4)"
                        .formatted(cell.input(), layer.numEmbeddings() - 1));
        code.let(
                cell.name(),
                "torch.embedding(" + cell.own("weight") + ", " + cell.own("index") + ")");
    }

    @Override
    public List<String> backward(Cell cell, String gradient, Code code) {
        code.let(
                cell.own("dweight"),
                "torch.embedding_dense_backward(%s, %s, %d, -1, False)"
                        .formatted(gradient, cell.own("index"), layer.numEmbeddings()));
        cell.takeGradient("weight", code);
        return List.of(cell.own("grad"));
    }
}
