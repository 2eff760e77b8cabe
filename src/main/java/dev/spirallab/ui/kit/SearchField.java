package dev.spirallab.ui.kit;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;

/** Narrows a list while somebody types. */
public final class SearchField extends TextField {

    /**
     * @param label its name and what stands in it while it is empty
     * @param show shows what is found by its value
     */
    public SearchField(String label, Runnable show) {
        setPlaceholder(label);
        setAriaLabel(label);
        setPrefixComponent(Icon.SEARCH.create());
        setClearButtonVisible(true);
        setWidthFull();
        setValueChangeMode(ValueChangeMode.LAZY);
        addValueChangeListener(_ -> show.run());
    }
}
