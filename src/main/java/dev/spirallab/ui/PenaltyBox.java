package dev.spirallab.ui;

import com.vaadin.flow.component.html.Div;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.ui.kit.NumberBox;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;

/** One factor of the penalty on large weights, at hand outside of the settings. */
final class PenaltyBox {
    private PenaltyBox() {}

    /**
     * @param name {@code l1} or {@code l2}
     */
    static Div of(Texts texts, Workbench bench, String name) {
        String path = "training.regularization." + name;
        Setting setting = Setting.of("regularization", name);
        String label = setting.label(texts);
        NumberBox box = new NumberBox(texts, label, setting.amount(texts));
        box.setCompact();
        box.onNumber(value ->
                bench.set(path, JsonNodeFactory.instance.numberNode(value.orElse(0.0))).stream()
                        .map(problem -> texts.of(problem, label))
                        .findFirst()
                        .orElse(""));
        bench.onChange(change -> show(box, change.after(), path));
        show(box, bench.experiment(), path);
        return setting.mark(texts).beside(box);
    }

    private static void show(NumberBox box, Experiment experiment, String path) {
        box.show(Optional.of(JsonPath.at(ExperimentJson.tree(experiment), path).asDouble(0)));
    }
}
