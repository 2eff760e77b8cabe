package dev.spirallab.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import dev.spirallab.i18n.Texts;
import dev.spirallab.ui.help.Action;
import dev.spirallab.ui.help.Area;
import dev.spirallab.ui.kit.Icon;
import dev.spirallab.ui.kit.TopMenu;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Light, dark, or like the system, and large type for projectors; the browser keeps the choice. */
final class ThemeMenu extends TopMenu {
    private static final String LARGE = "large";
    private static final String NORMAL = "normal";

    private final Map<String, MenuItem> items = new LinkedHashMap<>();
    private final MenuItem large;
    private final Texts texts;

    ThemeMenu(Texts texts) {
        super(Icon.THEME, texts.of("workbench.theme"));
        this.texts = texts;
        List.of("light", "dark", "system").forEach(theme -> items.put(theme, item(texts, theme)));
        items().addSeparator();
        large = addSwitch(texts.of("workbench.theme.large"), this::enlarge);
    }

    private MenuItem item(Texts texts, String theme) {
        return addSwitch(texts.of("workbench.theme." + theme), _ -> choose(theme));
    }

    /** What it does, for the palette. */
    List<Action> actions() {
        Stream<Action> themes =
                items.keySet().stream()
                        .map(theme ->
                                Action.of(texts, Area.VIEW, "theme." + theme, () -> choose(theme)));
        Action enlarge = Action.of(texts, Area.VIEW, "theme.large", this::toggleType);
        return Stream.concat(themes, Stream.of(enlarge)).toList();
    }

    private void toggleType() {
        large.setChecked(!large.isChecked());
        enlarge(large);
    }

    private void choose(String theme) {
        UI.getCurrent().getPage().executeJs("window.spiralLabTheme.choose($0)", theme);
        check(theme);
    }

    /** By now the item shows what it was clicked to be. */
    private void enlarge(MenuItem item) {
        UI.getCurrent()
                .getPage()
                .executeJs("window.spiralLabTheme.setType($0)", item.isChecked() ? LARGE : NORMAL);
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
        event.getUI()
                .getPage()
                .executeJs("return window.spiralLabTheme.type()")
                .then(String.class, type -> large.setChecked(type.equals(LARGE)));
    }
}
