package dev.spirallab.ui.components;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import dev.spirallab.spec.Edit;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.graph.Edge;
import dev.spirallab.spec.graph.Input;
import dev.spirallab.spec.graph.ModelGraph;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.spec.graph.Position;
import dev.spirallab.spec.training.LossSpec;
import dev.spirallab.ui.components.GraphDiagnosis.ShownFix;
import dev.spirallab.ui.components.GraphDiagnosis.ShownProblem;
import dev.spirallab.ui.components.GraphDiagnosis.Totals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GraphEditorTest {
    private static final ModelGraph GRAPH =
            new ModelGraph(List.of(new Node("in", new Input(), new Position(0, 0))), List.of());
    private static final String ONE_NODE =
            "{'nodes':[{'id':'a','layer':{'kind':'linear','units':3},'at':[10,20]}],'edges':[]}";

    private final GraphEditor editor = new GraphEditor();
    private final List<ModelGraph> graphs = new ArrayList<>();
    private final List<Edit> edits = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    @BeforeEach
    void listen() {
        editor.addGraphChangedListener(event -> graphs.add(event.getGraph()));
        editor.addEditsListener(event -> edits.addAll(event.getEdits()));
        editor.addUnreadableListener(event -> problems.addAll(event.getProblems()));
        editor.setDocument(GRAPH);
    }

    @Test
    void anEditReachesTheListenersAndIsKept() {
        fire("graph-changed", "{'load':1,'revision':4,'graph':" + ONE_NODE + "}");

        assertThat(graphs).hasSize(1);
        assertThat(editor.getDocument()).isEqualTo(graphs.getFirst());
        assertThat(graphs.getFirst().nodes().getFirst().at()).isEqualTo(new Position(10, 20));
    }

    @Test
    void anEditThatIsTakenBackIsNamedWithTheGraphOfThatTime() {
        List<GraphEditor.TravelEvent> travels = new ArrayList<>();
        editor.addTravelListener(travels::add);

        fire(
                "graph-changed",
                "{'load':1,'revision':5,'travel':{'step':7,'back':true},'graph':" + ONE_NODE + "}");

        assertThat(graphs).isEmpty();
        assertThat(travels).hasSize(1);
        assertThat(travels.getFirst().getStep()).isEqualTo(7);
        assertThat(travels.getFirst().isBack()).isTrue();
        assertThat(travels.getFirst().getGraph()).isEqualTo(editor.getDocument());
    }

    @Test
    void anEditOfAnEarlierDocumentComesTooLate() {
        editor.setDocument(GRAPH);
        fire("graph-changed", "{'load':1,'revision':4,'graph':" + ONE_NODE + "}");

        assertThat(graphs).isEmpty();
        assertThat(editor.getDocument()).isEqualTo(GRAPH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'load':1}",
                "{'load':1,'graph':7}",
                "{'load':1,'revision':'x','graph':{'nodes':{}}}",
                "{'load':1,'graph':{'nodes':[{'id':'a','layer':{'kind':'evil'}}]}}",
                "{'load':1,'graph':{'nodes':[],'edges':[],'more':1}}",
                "{'load':1,'graph':{'nodes':[{'id':'a','layer':{'kind':'linear','units':1e99}}]}}"
            })
    void whatIsNoGraphBecomesProblemsAndTheLastGoodOneStands(String detail) {
        fire("graph-changed", detail);

        assertThat(problems).isNotEmpty();
        assertThat(graphs).isEmpty();
        assertThat(editor.getDocument()).isEqualTo(GRAPH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "'x'", "[]", "{}", "{'load':99}"})
    void whatNamesNoDocumentIsIgnored(String detail) {
        fire("graph-changed", detail);

        assertThat(graphs).isEmpty();
        assertThat(problems).isEmpty();
    }

    @Test
    void editsOfMoreThanTheGraphReachTheirListeners() {
        fire("apply-edits", "{'edits':[{'kind':'setLoss','loss':{'kind':'mse'}}]}");

        assertThat(edits).containsExactly(new Edit.SetLoss(new LossSpec.Mse()));
    }

    @Test
    void editsThatCannotBeReadBecomeProblems() {
        fire("apply-edits", "{'edits':[{'kind':'setLoss'},{'kind':'format','disk':'c'}]}");

        assertThat(edits).isEmpty();
        assertThat(problems).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void aDiagnosisNamesTheEditThatItIsAbout() {
        fire("graph-changed", "{'load':1,'revision':4,'graph':" + ONE_NODE + "}");
        editor.showDiagnosis(diagnosis());

        JsonNode shown = (JsonNode) editor.getElement().getPropertyRaw("diagnosis");
        assertThat(shown.path("revision").asInt()).isEqualTo(4);
        assertThat(shown.path("shapes").path("in").asString()).isEqualTo("[N, 2]");
        assertThat(shown.path("parameters").path("in").asLong()).isZero();
        assertThat(shown.path("totals").path("flopsPerStep").asLong()).isEqualTo(20);
        JsonNode problem = shown.path("problems").path(0);
        assertThat(problem.path("node").asString()).isEqualTo("in");
        assertThat(problem.path("hint").asBoolean()).isFalse();
        assertThat(problem.path("fix").path("edits").path(0))
                .isEqualTo(json("{'kind':'removeEdge','edge':{'from':'a','to':'b'}}"));
        assertThat(shown.path("problems").path(1).path("hint").asBoolean()).isTrue();
    }

    private static GraphDiagnosis diagnosis() {
        Edit edit = new Edit.RemoveEdge(new Edge("a", "b"));
        return new GraphDiagnosis(
                Map.of("in", "[N, 2]"),
                Map.of("in", 0L),
                Optional.of(new Totals(10, 20, 30)),
                List.of(
                        new ShownProblem(
                                "graph.cycle",
                                "graph.edges[0]",
                                Optional.of("in"),
                                "A circle",
                                Optional.of(new ShownFix("Remove", List.of(edit)))),
                        new ShownProblem(
                                "hint.wide", "graph", Optional.empty(), "Wide", Optional.empty())));
    }

    private void fire(String type, String detail) {
        JsonNode data = JsonMapper.shared().createObjectNode().set("event.detail", json(detail));
        editor.getElement()
                .getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(editor.getElement(), type, data));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }
}
