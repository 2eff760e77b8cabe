package dev.spirallab.ui.share;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.spirallab.experiment.SharedLink;
import dev.spirallab.i18n.Texts;
import dev.spirallab.ui.kit.When;
import java.util.List;

/** The short links that one has made: when, for what, and the way to revoke them. */
final class MyLinks extends Section {
    private final Texts texts;
    private final Sharer sharer;
    private final UnorderedList list = new UnorderedList();
    private final Paragraph nothing;

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
        List<SharedLink> links = sharer.links();
        list.removeAll();
        links.stream().map(this::row).forEach(list::add);
        nothing.setVisible(links.isEmpty());
    }

    private ListItem row(SharedLink link) {
        Div words = new Div(new Span(link.title()), facts(link));
        words.addClassName("lab-mine-words");
        ListItem row = new ListItem(words, revoke(link));
        row.addClassName("lab-mine-row");
        return row;
    }

    private Component facts(SharedLink link) {
        Div facts = new Div(new Span("/x/" + link.beginning() + "…"));
        facts.addClassName("lab-mine-facts");
        facts.add(new When(link.created(), texts.locale()));
        if (link.withRun()) {
            facts.add(new Span(texts.of("share.links.withRun")));
        }
        return facts;
    }

    /** Asked once more, since there is no way back. */
    private Button revoke(SharedLink link) {
        Button button = new Button(texts.of("share.links.revoke"));
        button.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        button.setAriaLabel(texts.of("share.links.revoke.of", "title", link.title()));
        button.addClickListener(_ -> {
            if (button.getThemeNames().contains("error")) {
                sharer.revoke(link.id());
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
    void at(String base) {}
}
