package dev.spirallab.ui.share;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.spirallab.experiment.LinkToken;
import dev.spirallab.experiment.SharedLink;
import dev.spirallab.i18n.Texts;
import dev.spirallab.ui.kit.Called;
import dev.spirallab.ui.kit.Clipboard;
import dev.spirallab.ui.kit.Icon;
import dev.spirallab.ui.kit.SureButton;
import dev.spirallab.ui.kit.SureButton.Named;
import dev.spirallab.ui.kit.When;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The links that one has made: when, for what, and the way to revoke them. */
final class MyLinks extends Section {
    private final Texts texts;
    private final Sharer sharer;
    private final UnorderedList list = new UnorderedList();
    private final Paragraph nothing;
    private String base = "";
    private Runnable ended = () -> {};

    MyLinks(Texts texts, Sharer sharer) {
        super("share.links", texts.of("share.links.hint"));
        this.texts = texts;
        this.sharer = sharer;
        nothing = new Paragraph(texts.of("share.links.empty"));
        nothing.addClassName("lab-empty");
        list.addClassName("lab-mine-list");
        add(list, nothing);
        show();
    }

    void show() {
        LinkMemory.load(this, this::show);
    }

    /** Tells when a link to watch is revoked. */
    void onEnded(Runnable listener) {
        ended = listener;
    }

    private void show(Map<UUID, LinkToken> known) {
        list.removeAll();
        sharer.watchLinks().stream().map(this::row).forEach(list::add);
        sharer.links().stream()
                .map(link -> row(link, Optional.ofNullable(known.get(link.id()))))
                .forEach(list::add);
        nothing.setVisible(list.getComponentCount() == 0);
    }

    private ListItem row(WatchLink link) {
        return row(
                link.watch().title(),
                facts(new Span(texts.of("share.watch")), link.watch().created()),
                Optional.of(link.path()),
                () -> {
                    sharer.endWatching(link.watch().id());
                    ended.run();
                });
    }

    private ListItem row(SharedLink link, Optional<LinkToken> token) {
        return row(
                link.title(),
                facts(link, token.isPresent()),
                token.map(known -> "x/" + known.value()),
                () -> {
                    sharer.revoke(link.id());
                    LinkMemory.forget(this, link.id());
                });
    }

    /**
     * @param path of the link, where it is known
     */
    private ListItem row(String title, Div facts, Optional<String> path, Runnable revoke) {
        String shown = Called.experiment(title, texts);
        Div words = new Div(new Span(shown), facts);
        words.addClassName("lab-mine-words");
        ListItem row = new ListItem(words);
        path.map(known -> copy(shown, known)).ifPresent(row::add);
        row.add(revoke(shown, revoke));
        row.addClassName("lab-mine-row");
        return row;
    }

    private Button copy(String title, String path) {
        Button button = new Button(texts.of("share.links.copy"), Icon.LINK.create());
        button.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        button.setAriaLabel(texts.of("share.links.copy.of", "title", title));
        button.addClickListener(_ -> {
            Clipboard.copy(base + path);
            button.setText(texts.of("workbench.copied"));
        });
        return button;
    }

    private Div facts(Span what, Instant made) {
        Div facts = new Div(what, new When(made, texts.locale()));
        facts.addClassName("lab-mine-facts");
        return facts;
    }

    private Div facts(SharedLink link, boolean known) {
        Div facts = facts(new Span("/x/" + link.beginning() + "…"), link.created());
        if (link.withRun()) {
            facts.add(new Span(texts.of("share.links.withRun")));
        }
        if (!known) {
            facts.add(new Span(texts.of("share.links.elsewhere")));
        }
        return facts;
    }

    private Button revoke(String title, Runnable revoke) {
        String sure = texts.of("share.links.revoke.sure");
        return new SureButton(
                new Named(
                        texts.of("share.links.revoke"),
                        texts.of("share.links.revoke.of", "title", title)),
                new Named(sure, sure),
                () -> {
                    revoke.run();
                    show();
                });
    }

    @Override
    void at(String begin) {
        base = begin;
    }
}
