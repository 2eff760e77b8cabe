package dev.spirallab.ui;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.ui.kit.Icon;
import dev.spirallab.ui.kit.TopMenu;
import java.util.LinkedHashMap;
import java.util.Map;

/** The data sets that lie on no plane, and so have no picture to choose them by. */
final class DataMenu extends TopMenu {
    private final Texts texts;
    private final Map<String, MenuItem> items = new LinkedHashMap<>();

    DataMenu(Texts texts) {
        super(Icon.SHELF, texts.of("workbench.data.more"), true);
        this.texts = texts;
        addClassName("lab-data-menu");
    }

    /** Adds a data set under its name, with a line on its size. */
    void add(String kind, DatasetSpec dataset, Runnable choose) {
        MenuItem item = addSwitch("", _ -> choose.run());
        Span name = new Span(texts.of("dataset." + kind));
        Span size = new Span(DataFacts.of(texts, dataset));
        Div words = new Div(name, size);
        words.addClassName("lab-template");
        item.add(words);
        items.put(kind, item);
    }

    /** Says whether the data set that is chosen is one of these, and which. */
    void show(String kind) {
        items.forEach((each, item) -> item.setChecked(each.equals(kind)));
        getElement().setAttribute("data-chosen", items.containsKey(kind));
    }
}
