package dev.spirallab.ui;

import dev.spirallab.i18n.Texts;
import dev.spirallab.run.Run;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.ui.components.LayersView;
import dev.spirallab.ui.drawer.Pane;
import dev.spirallab.ui.help.Action;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What goes on in each layer of the model that is trained. */
final class LayersPane extends Pane {
    private final Texts texts;
    private final LayersView view = new LayersView();

    LayersPane(Texts texts) {
        super("layers");
        this.texts = texts;
        add(view);
    }

    @Override
    protected void show(Optional<Run> run) {
        view.setNames(names(run.map(each -> each.experiment().graph().nodes()).orElse(List.of())));
        view.setSubject(run.map(each -> each.experiment().title()).orElse(""));
        view.setRunId(run.map(each -> each.id().value()).orElse(null));
    }

    private Map<String, String> names(List<Node> nodes) {
        return nodes.stream()
                .collect(Collectors.toMap(Node::id, node -> LayerNames.of(texts, node)));
    }

    @Override
    protected void hide() {
        view.setRunId(null);
    }

    @Override
    protected List<Action> actions() {
        return ChartFiles.actions(texts, "layers", this::isAttached, view::save);
    }
}
