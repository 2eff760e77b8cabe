package dev.spirallab.ui.kit;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.util.Locale;

/** A button of the top bar that opens a menu. */
public class TopMenu extends MenuBar {
    private final MenuItem root;

    /** A button with the icon alone; the label is its name and tooltip. */
    public TopMenu(Icon icon, String label) {
        this(icon, label, false);
    }

    public TopMenu(Icon icon, String label, boolean labelled) {
        addThemeVariants(MenuBarVariant.TERTIARY);
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
}
