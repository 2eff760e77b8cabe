package dev.spirallab.ui.share;

import com.vaadin.flow.component.html.Paragraph;
import dev.spirallab.i18n.Texts;

/** The link with which others watch the run live. */
final class WatchSection extends Section {
    private final Sharer sharer;
    private final LinkRow row;

    WatchSection(Texts texts, Sharer sharer) {
        super("share.watch", texts.of("workbench.share.hint"));
        this.sharer = sharer;
        row = new LinkRow(texts, texts.of("workbench.share.link"));
        add(sharer.running() ? row : new Paragraph(texts.of("workbench.share.none")));
    }

    @Override
    void at(String base) {
        if (sharer.running()) {
            row.show(base + "?watch=" + sharer.watchKey());
        }
    }
}
