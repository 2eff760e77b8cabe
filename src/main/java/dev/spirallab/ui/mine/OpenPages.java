package dev.spirallab.ui.mine;

import com.vaadin.flow.component.UI;

/** All pages that this browser has open. They go on as whoever the browser is now. */
final class OpenPages {
    /** This page has its cookie by then; the others hear of it a little earlier than it comes. */
    private static final int PAUSE = 800;

    private static final String BEGIN_ANEW =
            """
            setTimeout(() => {
              try {
                Object.keys(sessionStorage)
                    .filter(name => name.startsWith('spirallab.'))
                    .forEach(name => sessionStorage.removeItem(name));
                localStorage.removeItem('spirallab.links');
              } catch { /* nothing is remembered here */ }
              location.replace(document.baseURI);
            }, $0);
            """;

    private OpenPages() {}

    /** Each forgets what it showed, and begins again with the last experiment of its owner. */
    static void beginAnew() {
        UI here = UI.getCurrent();
        here.getPage().executeJs(BEGIN_ANEW, 0);
        here.getSession().getUIs().stream()
                .filter(page -> !page.equals(here))
                .forEach(page -> page.getPage().executeJs(BEGIN_ANEW, PAUSE));
    }
}
