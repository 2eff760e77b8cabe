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
                if ($1) sessionStorage.setItem('spirallab.news', $1);
              } catch { /* nothing is remembered here */ }
              location.replace(document.baseURI);
            }, $0);
            """;

    private OpenPages() {}

    /**
     * Each forgets what it showed, and begins again with the last experiment of its owner.
     *
     * @param news what this page says once it is there again; may be empty
     */
    static void beginAnew(String news) {
        UI here = UI.getCurrent();
        here.getPage().executeJs(BEGIN_ANEW, 0, news);
        here.getSession().getUIs().stream()
                .filter(page -> !page.equals(here))
                .forEach(page -> page.getPage().executeJs(BEGIN_ANEW, PAUSE, ""));
    }
}
