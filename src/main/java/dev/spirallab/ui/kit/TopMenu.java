package dev.spirallab.ui.kit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.util.Locale;
import java.util.function.Consumer;

/** A button that opens a menu, such as those of the top bar. */
public class TopMenu extends MenuBar {
    /**
     * Vaadin's items say whether they are selected, which no item of a menu may, and not whether
     * they are checked.
     */
    private static final String MENDED_ITEMS =
            """
            const mend = (item) => {
              item.removeAttribute('aria-selected');
              if (item.dataset.checkable === undefined) return;
              item.setAttribute('role', 'menuitemcheckbox');
              item.setAttribute('aria-checked', item.hasAttribute('menu-item-checked'));
            };
            const mendAll = () => this.querySelectorAll('[role=menu] > vaadin-menu-bar-item').forEach(mend);
            new MutationObserver(mendAll).observe(this, {
              subtree: true, childList: true, attributeFilter: ['aria-selected', 'menu-item-checked'],
            });
            """;

    private final MenuItem root;

    /** A button with the icon alone; the label is its name and tooltip. */
    public TopMenu(Icon icon, String label) {
        this(icon, label, false);
    }

    public TopMenu(Icon icon, String label, boolean labelled) {
        addThemeVariants(MenuBarVariant.TERTIARY);
        setTabNavigation(true);
        addClassNames("lab-menu", "lab-menu-" + icon.name().toLowerCase(Locale.ROOT));
        root = addItem(icon.create());
        root.setAriaLabel(label);
        if (labelled) {
            root.add(new Span(label));
        } else {
            root.setTooltipText(label);
            addClassName("lab-menu-icon");
        }
    }

    public SubMenu items() {
        return root.getSubMenu();
    }

    /** Adds an item that shows whether it is on. */
    public MenuItem addSwitch(String label, Consumer<MenuItem> clicked) {
        MenuItem item = items().addItem(label, event -> clicked.accept(event.getSource()));
        item.setCheckable(true);
        item.getElement().setAttribute("data-checkable", true);
        return item;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().executeJs(MENDED_ITEMS);
    }
}
