package dev.spirallab.ui.share;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import dev.spirallab.experiment.LinkText;
import dev.spirallab.experiment.LinkToken;
import dev.spirallab.experiment.Links;
import dev.spirallab.experiment.SharedLink;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.Problem;

/** Links to the experiment: a short one that this server keeps, and one that carries it whole. */
final class LinkSection extends Section {
    private final Texts texts;
    private final Sharer sharer;
    private final Runnable onMade;
    private final Checkbox withRun;
    private final Button make;
    private final LinkRow made;
    private final Paragraph once;
    private final LinkRow carrying;
    private final Span length = new Span();
    private String base = "";
    private String tail = "";

    /**
     * @param onMade hears that there is a link more
     */
    LinkSection(Texts texts, Sharer sharer, Runnable onMade) {
        super("share.link", texts.of("share.link.hint"));
        this.texts = texts;
        this.sharer = sharer;
        this.onMade = onMade;
        withRun = new Checkbox(texts.of("share.link.withRun"), sharer.begun());
        withRun.setHelperText(texts.of(hint()));
        withRun.setEnabled(sharer.begun());
        make = new Button(texts.of("share.link.make"), _ -> make());
        make.addThemeVariants(ButtonVariant.PRIMARY);
        made = new LinkRow(texts, texts.of("share.link.short"));
        made.setVisible(false);
        once = new Paragraph(texts.of("share.link.once"));
        once.addClassName("lab-dim");
        once.setVisible(false);
        carrying = new LinkRow(texts, texts.of("workbench.share.link"));
        length.addClassName("lab-dim");
        add(new H3(texts.of("share.link.short")), withRun, make, made, once);
        add(whole());
    }

    private String hint() {
        if (sharer.outdated()) {
            return "share.link.withRun.outdated";
        }
        if (!sharer.begun()) {
            return "share.link.withRun.fresh";
        }
        return sharer.weightsGoAlong() ? "share.link.withRun.hint" : "share.link.withRun.noWeights";
    }

    private Div whole() {
        Div whole = new Div(new H3(texts.of("share.link.whole")));
        whole.addClassName("lab-share-part");
        whole.add(new Paragraph(texts.of("share.link.whole.hint")));
        int letters = LinkText.write(sharer.experiment()).length();
        if (letters > LinkText.LONGEST) {
            whole.add(new Span(texts.of("share.link.tooLong", "letters", letters)));
        } else {
            whole.add(carrying, length);
        }
        return whole;
    }

    private void make() {
        switch (sharer.share(withRun.getValue())) {
            case Links.Sharing.Made(LinkToken token, SharedLink link) -> {
                LinkMemory.keep(this, link.id(), token);
                tail = "x/" + token.value();
                made.show(base + tail);
                made.setVisible(true);
                once.setVisible(true);
                make.setText(texts.of("share.link.another"));
                make.removeThemeVariants(ButtonVariant.PRIMARY);
                onMade.run();
            }
            case Links.Sharing.Refused(Problem problem) -> Notification.show(texts.of(problem));
        }
    }

    @Override
    void at(String begin) {
        base = begin;
        made.show(base + tail);
        String link = base + "#e=" + LinkText.write(sharer.experiment());
        carrying.show(link);
        length.setText(texts.of("share.link.letters", "letters", link.length()));
    }
}
