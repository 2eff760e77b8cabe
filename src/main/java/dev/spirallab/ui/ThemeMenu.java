package dev.spirallab.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import dev.spirallab.i18n.Texts;
import dev.spirallab.ui.kit.Icon;
import dev.spirallab.ui.kit.TopMenu;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Light, dark, or like the system; the browser keeps the choice. */
final class ThemeMenu extends TopMenu {
    private final Map<String, MenuItem> items = new LinkedHashMap<>();

    ThemeMenu(Texts texts) {
        super(Icon.THEME, texts.of("workbench.theme"));
        List.of("light", "dark", "system").forEach(theme -> items.put(theme, item(texts, theme)));
    }

    private MenuItem item(Texts texts, String theme) {
        MenuItem item = items().addItem(texts.of("workbench.theme." + theme), _ -> choose(theme));
        item.setCheckable(true);
        return item;
    }

    private void choose(String theme) {
        UI.getCurrent().getPage().executeJs("window.spiralLabTheme.choose($0)", theme);
        check(theme);
    }

    private void check(String theme) {
        items.forEach((each, item) -> item.setChecked(each.equals(theme)));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        event.getUI()
                .getPage()
                .executeJs("return window.spiralLabTheme.choice()")
                .then(String.class, this::check);
    }
}
