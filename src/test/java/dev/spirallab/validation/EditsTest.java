package dev.spirallab.validation;

import static dev.spirallab.validation.Draft.good;
import static dev.spirallab.validation.Draft.graph;
import static dev.spirallab.validation.Draft.training;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.spec.Edit;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.data.Task;
import dev.spirallab.spec.graph.Block;
import dev.spirallab.spec.graph.Dropout;
import dev.spirallab.spec.graph.Edge;
import dev.spirallab.spec.graph.Flatten;
import dev.spirallab.spec.graph.Input;
import dev.spirallab.spec.graph.ModelGraph;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.spec.graph.Position;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Reading;
import dev.spirallab.spec.training.LossSpec;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EditsTest {
    private static Experiment after(Edit... edits) {
        return Edits.apply(Draft.of(good()), List.of(edits));
    }

    @Test
    void blocksStayThroughEditsAndTheDocument() {
        Experiment good = Draft.of(good());
        List<Block> blocks = List.of(new Block("Hidden part", List.of("a"), true));
        ModelGraph graph = good.graph();
        Experiment grouped =
                good.withGraph(new ModelGraph(graph.nodes(), graph.edges(), Optional.of(blocks)));

        Experiment edited =
                Edits.apply(grouped, List.of(new Edit.AddNode("flatten", new Flatten())));

        assertThat(edited.graph().nodes()).hasSize(graph.nodes().size() + 1);
        assertThat(edited.graph().blocks()).contains(blocks);
        assertThat(ExperimentJson.read(ExperimentJson.write(edited)))
                .isEqualTo(new Reading.Read(edited));
    }

    @Test
    void aLayerPutOnAnEdgeKeepsTheOrderOfInputs() {
        Experiment branches =
                Draft.of(graph("in a=linear:3 c=concat out=linear:3", "in>a>c>out", "in>c"));
        Experiment edited =
                Edits.apply(
                        branches,
                        List.of(new Edit.InsertOnEdge(new Edge("a", "c"), new Flatten())));
        assertThat(edited.graph().edges())
                .containsExactly(
                        new Edge("in", "a"),
                        new Edge("a", "flatten"),
                        new Edge("flatten", "c"),
                        new Edge("c", "out"),
                        new Edge("in", "c"));
        assertThat(edited.graph().nodes().getLast())
                .isEqualTo(new Node("flatten", new Flatten(), new Position(330, 0)));
    }

    @Test
    void removingANodeTakesItsEdgesAlong() {
        ModelGraph left = after(new Edit.RemoveNode("a")).graph();
        assertThat(left.nodes()).extracting(Node::id).containsExactly("in", "out");
        assertThat(left.edges()).isEmpty();
    }

    @Test
    void newNodesStandWhereTheyAreSeen() {
        List<Node> nodes =
                after(new Edit.AddNode("x", new Dropout(0.5)), new Edit.AddNode("y", new Input()))
                        .graph()
                        .nodes();
        assertThat(nodes.get(3).at()).isEqualTo(new Position(660, 0));
        assertThat(nodes.get(4).at()).isEqualTo(new Position(-220, 0));
    }

    @Test
    void editsOfWhatIsNotThereDoNothing() {
        assertThat(
                        after(
                                new Edit.SetLayer("ghost", new Flatten()),
                                new Edit.RemoveNode("ghost"),
                                new Edit.RemoveEdge(new Edge("a", "ghost")),
                                new Edit.AddEdge(new Edge("a", "ghost")),
                                new Edit.AddEdge(new Edge("in", "a")),
                                new Edit.AddNode("a", new Flatten()),
                                new Edit.InsertOnEdge(new Edge("a", "ghost"), new Flatten())))
                .isEqualTo(Draft.of(good()));
    }

    @Test
    void lossTrainingAndDataAreReplaced() {
        assertThat(after(new Edit.SetLoss(new LossSpec.Mse())).training().loss())
                .isEqualTo(new LossSpec.Mse());
        assertThat(after(new Edit.SetTraining(training("'seed': 5"))).training().seed())
                .isEqualTo(5);
        assertThat(after(new Edit.SetDataset(Draft.dataset("{'kind': 'xor'}"))).dataset().task())
                .isEqualTo(new Task.Classification(2));
    }
}
