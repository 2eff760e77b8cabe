package dev.spirallab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.data.Circle;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.data.Spiral;
import dev.spirallab.spec.graph.ModelGraph;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Part;
import dev.spirallab.spec.json.Records;
import dev.spirallab.spec.json.Templates;
import dev.spirallab.spec.sweep.Axis;
import dev.spirallab.spec.training.LossSpec;
import dev.spirallab.ui.Workbench.Change;
import dev.spirallab.ui.Workbench.Source;
import dev.spirallab.validation.Limits;
import dev.spirallab.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class WorkbenchTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final List<Change> changes = new ArrayList<>();
    private long nanoTime;
    private Workbench bench;

    @BeforeEach
    void layTheSpiralOnTheBench() {
        bench =
                new Workbench(
                        new Validator(Limits.standard()),
                        Templates.get(Templates.FIRST),
                        () -> nanoTime);
        bench.onChange(changes::add);
    }

    @Test
    void aSettingIsChangedByItsPath() {
        var problems = bench.set("training.optimizer.learningRate", JSON.numberNode(0.5));

        assertThat(problems).isEmpty();
        assertThat(bench.experiment().training().optimizer().learningRate()).isEqualTo(0.5);
        assertThat(changes).extracting(Change::source).containsExactly(Source.SETTING);
    }

    @Test
    void aValueOutOfRangeIsToldAndChangesNothing() {
        var before = bench.experiment();

        var problems = bench.set("training.batchSize", JSON.numberNode(-1));

        assertThat(problems)
                .extracting(problem -> problem.code())
                .containsExactly("json.outOfRange");
        assertThat(bench.experiment()).isEqualTo(before);
        assertThat(changes).isEmpty();
    }

    @Test
    void stepsTakeThePlaceOfEpochsAndTheOtherWayRound() {
        bench.set("training.steps", JSON.numberNode(1000));
        assertThat(bench.experiment().training().steps()).contains(1000);
        assertThat(bench.experiment().training().epochs()).isEmpty();

        bench.set("training.epochs", JSON.numberNode(5));
        assertThat(bench.experiment().training().epochs()).contains(5);
        assertThat(bench.experiment().training().steps()).isEmpty();
    }

    @Test
    void anOptionalSettingIsTakenAway() {
        bench.set("training.earlyStopping", JSON.objectNode());
        assertThat(bench.experiment().training().earlyStopping()).isPresent();

        bench.set("training.earlyStopping", JSON.nullNode());
        assertThat(bench.experiment().training().earlyStopping()).isEmpty();
    }

    @Test
    void theModelFollowsTheNumberOfClasses() {
        bench.setData("classes", JSON.numberNode(5));

        assertThat(((Spiral) bench.experiment().dataset()).classes()).isEqualTo(5);
        assertThat(bench.valid()).isPresent();
        assertThat(changes).extracting(Change::source).containsExactly(Source.SETTING, Source.FIX);
    }

    @Test
    void theModelFollowsFromClassesToValues() {
        bench.chooseData(dataset("plane"));

        assertThat(bench.valid()).isPresent();
        assertThat(bench.experiment().training().loss()).isInstanceOf(LossSpec.Mse.class);
    }

    @Test
    void otherDataKeepTheFeaturesAndTheShareHeldOut() {
        bench.setData("features", JSON.arrayNode().add("x1").add("sinX2"));
        bench.setData("testFraction", JSON.numberNode(0.5));

        bench.chooseData(dataset("circle"));

        var circle = (Circle) bench.experiment().dataset();
        assertThat(circle.features()).hasSize(2).extracting(Enum::name).contains("sinX2");
        assertThat(circle.testFraction()).isEqualTo(0.5);
    }

    @Test
    void anUnfinishedModelIsNotChangedAlongWithTheData() {
        bench.draw(new ModelGraph(List.of(), List.of()));
        changes.clear();

        bench.chooseData(dataset("circle"));

        assertThat(changes).extracting(Change::source).containsExactly(Source.SETTING);
        assertThat(bench.obstacle()).isPresent();
    }

    @Test
    void aDocumentIsOpened() {
        Experiment other = Templates.get("xor-hidden");

        bench.open(other);

        assertThat(bench.experiment()).isEqualTo(other);
        assertThat(changes).extracting(Change::source).containsExactly(Source.DOCUMENT);
    }

    @Test
    void anEditIsTakenBackAndDoneAgainBesideTheGraphAsItIsThen() {
        var before = bench.experiment();
        bench.set("training.optimizer.learningRate", JSON.numberNode(0.5));
        int step = bench.step();
        var drawn = new ModelGraph(before.graph().nodes().subList(0, 1), List.of());

        bench.undo(step, drawn);
        assertThat(bench.experiment()).isEqualTo(before.withGraph(drawn));

        bench.redo(step, drawn);
        assertThat(bench.experiment().training().optimizer().learningRate()).isEqualTo(0.5);
        assertThat(changes)
                .extracting(Change::source)
                .containsExactly(Source.SETTING, Source.UNDONE, Source.REDONE);
        assertThat(changes).extracting(Change::step).containsOnly(step);
    }

    @Test
    void whatFollowedFromOtherDataIsTakenBackWithThem() {
        var before = bench.experiment();

        bench.chooseData(dataset("plane"));

        assertThat(changes).extracting(Change::source).contains(Source.SETTING, Source.FIX);
        assertThat(changes).extracting(Change::step).containsOnly(bench.step());
        bench.undo(bench.step(), before.graph());
        assertThat(bench.experiment()).isEqualTo(before);
    }

    @Test
    void valuesThatOneSettingIsGivenInQuickSuccessionAreOneEdit() {
        var before = bench.experiment();
        bench.setData("noise", JSON.numberNode(0.2));
        int step = bench.step();
        nanoTime += 100_000_000;
        bench.setData("noise", JSON.numberNode(0.3));
        assertThat(bench.step()).isEqualTo(step);

        bench.undo(step, before.graph());
        assertThat(bench.experiment()).isEqualTo(before);
        bench.setData("noise", JSON.numberNode(0.2));
        assertThat(bench.step()).isGreaterThan(step);
    }

    @Test
    void otherwiseEachValueIsAnEdit() {
        bench.setData("noise", JSON.numberNode(0.2));
        bench.set("training.optimizer.learningRate", JSON.numberNode(0.5));
        bench.setData("noise", JSON.numberNode(0.3));
        nanoTime += 10_000_000_000L;
        bench.setData("noise", JSON.numberNode(0.4));

        assertThat(changes).extracting(Change::step).doesNotHaveDuplicates();
    }

    @Test
    void ofAnEditThatIsForgottenOnlyTheGraphIsTakenOver() {
        var before = bench.experiment();
        var drawn = new ModelGraph(before.graph().nodes().subList(0, 1), List.of());

        bench.undo(-1, drawn);

        assertThat(bench.experiment()).isEqualTo(before.withGraph(drawn));
    }

    @Test
    void whatStaysTheSameIsNoChange() {
        bench.rename(bench.experiment().title());

        assertThat(changes).isEmpty();
        assertThat(bench.obstacle()).isEqualTo(Optional.empty());
    }

    @Test
    void aLockedBenchTakesNoEditWhereverItComesFrom() {
        var before = bench.experiment();
        bench.lock();

        bench.rename("Mine");
        bench.set("training.optimizer.learningRate", JSON.numberNode(0.5));
        bench.setData("noise", JSON.numberNode(0.4));
        bench.draw(new ModelGraph(List.of(), List.of()));
        bench.open(Templates.get("xor-hidden"));
        bench.undo(bench.step(), new ModelGraph(List.of(), List.of()));

        assertThat(bench.experiment()).isEqualTo(before);
        assertThat(changes).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\": \"inline\", \"inputs\": [[1]]}",
                "{\"kind\": \"inline\", \"inputs\": [[1], [2, 3]], \"labels\": [0, 1]}",
                "{\"kind\": \"inline\", \"inputs\": [[1], [2]], \"labels\": [0, 1, 1]}",
                "{\"kind\": \"inline\", \"inputs\": []}"
            })
    void unfinishedDataAreNotDrawn(String data) {
        assertThat(bench.soundData()).isPresent();
        var document = (ObjectNode) ExperimentJson.tree(bench.experiment());
        document.set("dataset", JsonMapper.shared().readTree(data));

        assertThat(ExperimentJson.readPart(Experiment.class, document))
                .isInstanceOfSatisfying(
                        Part.Read.class, read -> bench.open((Experiment) read.value()));

        assertThat(bench.soundData()).isEmpty();
    }

    private static DatasetSpec dataset(String kind) {
        var json = JSON.objectNode().put("kind", kind);
        return switch (ExperimentJson.readPart(DatasetSpec.class, json)) {
            case Part.Read<DatasetSpec>(var read) -> read;
            case Part.Unreadable<DatasetSpec>(var problems) ->
                    throw new AssertionError(problems.toString());
        };
    }

    @Test
    void aVariantIsTakenOverInOneEdit() {
        Experiment variant =
                bench.experiment().withTraining(bench.experiment().training().withSeed(77));
        Experiment wide = new Axis.Units(List.of(5)).apply(variant, 0);
        changes.clear();
        bench.takeVariant(wide);
        assertThat(bench.experiment()).isEqualTo(wide);
        assertThat(changes).hasSize(1);
        assertThat(changes.getFirst().edits()).hasSize(2);
    }

    @Test
    void whatDiffersInMoreThanSettingsIsNoVariant() {
        Experiment here = bench.experiment();
        ModelGraph graph = here.graph();
        List<Node> fewer = graph.nodes().subList(0, graph.nodes().size() - 1);

        assertThat(bench.hasVariant(new Axis.Units(List.of(5)).apply(here, 0))).isTrue();
        assertThat(bench.hasVariant(here.withDataset(Records.with(here.dataset(), "seed", 99L))))
                .isFalse();
        assertThat(bench.hasVariant(here.withGraph(graph.with(fewer, graph.edges())))).isFalse();
        assertThat(bench.hasVariant(here.withGraph(graph.with(graph.nodes(), List.of()))))
                .isFalse();
    }
}
