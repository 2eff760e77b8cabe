package dev.spirallab.ui;

import com.vaadin.flow.component.select.Select;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.graph.Function;
import java.util.Arrays;

/** One choice of the activation for all layers that have any. */
final class ActivationSelect extends Select<Function> {
    ActivationSelect(Texts texts, Workbench bench) {
        setLabel(texts.of("share.control.activation"));
        setItems(
                Arrays.stream(Function.values())
                        .filter(each -> each != Function.identity)
                        .toList());
        setItemLabelGenerator(each -> texts.of("function." + each.name()));
        bench.activation().ifPresent(this::setValue);
        addValueChangeListener(event -> {
            if (event.isFromClient()) {
                bench.setActivation(event.getValue());
            }
        });
    }
}
