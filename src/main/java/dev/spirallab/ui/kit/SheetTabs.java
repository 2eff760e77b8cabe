package dev.spirallab.ui.kit;

import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.tabs.TabSheetVariant;

/** The parts of a {@link Sheet}, one at a time. */
public final class SheetTabs extends TabSheet {
    /** A list of tabs holds nothing else that takes the focus, not even what scrolls them. */
    private static final String TABS_ALONE =
            """
            customElements.whenDefined('vaadin-tabs').then(() => requestAnimationFrame(() =>
                this.querySelector('vaadin-tabs')?.shadowRoot?.getElementById('scroll')
                    ?.removeAttribute('tabindex')));
            """;

    public SheetTabs() {
        addThemeVariants(TabSheetVariant.AURA_NO_BORDER, TabSheetVariant.NO_PADDING);
        setWidthFull();
        getElement().executeJs(TABS_ALONE);
    }
}
