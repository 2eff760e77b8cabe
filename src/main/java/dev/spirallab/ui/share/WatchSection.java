package dev.spirallab.ui.share;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import dev.spirallab.i18n.Texts;
import dev.spirallab.ui.kit.Icon;
import java.util.Optional;

/** The link with which others watch the run live, until it is revoked. */
final class WatchSection extends Section {
    private final Sharer sharer;
    private final Runnable made;
    private final LinkRow row;
    private final Button make;
    private String base = "";

    WatchSection(Texts texts, Sharer sharer, Runnable made) {
        super("share.watch", texts.of("workbench.share.hint"));
        this.sharer = sharer;
        this.made = made;
        row = new LinkRow(texts, texts.of("workbench.share.link"));
        make = new Button(texts.of("share.watch.make"), Icon.LINK.create(), _ -> make());
        make.addThemeVariants(ButtonVariant.PRIMARY);
        if (sharer.running()) {
            add(make, row);
            show();
        } else {
            add(new Paragraph(texts.of("workbench.share.none")));
        }
    }

    private void make() {
        show(sharer.letWatch());
        made.run();
    }

    /** As it is now. */
    void show() {
        show(sharer.watching());
    }

    private void show(Optional<WatchLink> link) {
        make.setVisible(link.isEmpty());
        row.setVisible(link.isPresent());
        link.ifPresent(there -> row.show(base + there.path()));
    }

    @Override
    void at(String begin) {
        base = begin;
        show();
    }
}
