package dev.spirallab.ui;

import dev.spirallab.engine.Edit;
import dev.spirallab.i18n.Texts;
import dev.spirallab.run.Run;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.ui.components.WeightsView;
import dev.spirallab.ui.drawer.Pane;
import dev.spirallab.ui.help.Action;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The numbers of one layer of the model that is trained, to read and to set. */
final class WeightsPane extends Pane {
    private final Texts texts;
    private final WeightsView view = new WeightsView();
    private final BooleanSupplier looking;

    /**
     * @param onEdit hears of each number that is set
     * @param looking whether the run is somebody else's: then none may be set
     */
    WeightsPane(Texts texts, Consumer<Edit> onEdit, BooleanSupplier looking) {
        super("weights");
        this.texts = texts;
        this.looking = looking;
        view.addEditListener(onEdit);
        add(view);
    }

    @Override
    protected void show(Optional<Run> run) {
        List<Node> nodes = run.map(each -> each.experiment().graph().nodes()).orElse(List.of());
        view.setNames(
                nodes.stream()
                        .collect(Collectors.toMap(Node::id, node -> LayerNames.of(texts, node))));
        view.setEditable(!looking.getAsBoolean());
        view.setSubject(run.map(each -> each.experiment().title()).orElse(""));
        view.setRunId(run.map(each -> each.id().value()).orElse(null));
    }

    /** A layer was chosen on the canvas. */
    void choose(Optional<String> node) {
        node.filter(_ -> view.getRunId() != null).ifPresent(view::choose);
    }

    @Override
    protected void hide() {
        view.setRunId(null);
    }

    @Override
    protected List<Action> actions() {
        return ChartFiles.actions(texts, "inside", this::isAttached, view::save);
    }
}
