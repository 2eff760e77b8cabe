package dev.spirallab.ui.share;

import com.vaadin.flow.component.Component;
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
import dev.spirallab.ui.kit.Clipboard;
import dev.spirallab.ui.kit.Icon;
import dev.spirallab.ui.kit.When;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The short links that one has made: when, for what, and the way to revoke them. */
final class MyLinks extends Section {
    private final Texts texts;
    private final Sharer sharer;
    private final UnorderedList list = new UnorderedList();
    private final Paragraph nothing;
    private String base = "";

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

    private void show(Map<UUID, LinkToken> known) {
        List<SharedLink> links = sharer.links();
        list.removeAll();
        links.stream()
                .map(link -> row(link, Optional.ofNullable(known.get(link.id()))))
                .forEach(list::add);
        nothing.setVisible(links.isEmpty());
    }

    private ListItem row(SharedLink link, Optional<LinkToken> token) {
        Div words = new Div(new Span(titled(link)), facts(link, token.isPresent()));
        words.addClassName("lab-mine-words");
        ListItem row = new ListItem(words);
        token.map(known -> copy(link, known)).ifPresent(row::add);
        row.add(revoke(link));
        row.addClassName("lab-mine-row");
        return row;
    }

    private String titled(SharedLink link) {
        return link.title().isBlank() ? texts.of("workbench.title.empty") : link.title();
    }

    private Button copy(SharedLink link, LinkToken token) {
        Button button = new Button(texts.of("share.links.copy"), Icon.LINK.create());
        button.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        button.setAriaLabel(texts.of("share.links.copy.of", "title", titled(link)));
        button.addClickListener(_ -> {
            Clipboard.copy(base + "x/" + token.value());
            button.setText(texts.of("workbench.copied"));
        });
        return button;
    }

    private Component facts(SharedLink link, boolean known) {
        Div facts = new Div(new Span("/x/" + link.beginning() + "…"));
        facts.addClassName("lab-mine-facts");
        facts.add(new When(link.created(), texts.locale()));
        if (link.withRun()) {
            facts.add(new Span(texts.of("share.links.withRun")));
        }
        if (!known) {
            facts.add(new Span(texts.of("share.links.elsewhere")));
        }
        return facts;
    }

    /** Asked once more, since there is no way back. */
    private Button revoke(SharedLink link) {
        Button button = new Button(texts.of("share.links.revoke"));
        button.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        button.setAriaLabel(texts.of("share.links.revoke.of", "title", titled(link)));
        button.addClickListener(_ -> {
            if (button.getThemeNames().contains("error")) {
                sharer.revoke(link.id());
                LinkMemory.forget(this, link.id());
                show();
            } else {
                button.addThemeVariants(ButtonVariant.ERROR);
                button.setText(texts.of("share.links.revoke.sure"));
                button.setAriaLabel(texts.of("share.links.revoke.sure"));
            }
        });
        return button;
    }

    @Override
    void at(String begin) {
        base = begin;
    }
}
