package dev.spirallab.ui.share;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import dev.spirallab.experiment.LinkText;
import dev.spirallab.experiment.LinkToken;
import dev.spirallab.experiment.Links;
import dev.spirallab.experiment.SharedLink;
import dev.spirallab.i18n.Messages;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.Problem;
import dev.spirallab.ui.kit.Clipboard;
import dev.spirallab.ui.kit.Icon;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.util.HtmlUtils;

/** The code that puts the experiment inside another page, with chosen controls. */
final class EmbedSection extends Section {
    private static final String AUTO = "";
    private static final int HEIGHT = 600;
    private static final int GRAPH_HEIGHT = 370;

    private final Texts texts;
    private final Sharer sharer;
    private final Runnable onMade;
    private final CheckboxGroup<Control> controls = new CheckboxGroup<>();
    private final Select<String> theme = new Select<>();
    private final Select<String> language = new Select<>();
    private final TextArea code = new TextArea();
    private final Anchor look = new Anchor();
    private final Span tooLong = new Span();
    private final Paragraph apart;
    private final Button copy;
    private String base = "";
    private Optional<LinkToken> token = Optional.empty();

    /**
     * @param onMade hears that there is a link more
     */
    EmbedSection(Texts texts, Sharer sharer, Runnable onMade) {
        super("share.embed", texts.of("share.embed.hint"));
        this.texts = texts;
        this.sharer = sharer;
        this.onMade = onMade;
        copy = new Button(texts.of("share.embed.copy"), Icon.LINK.create(), _ -> copy());
        copy.addThemeVariants(ButtonVariant.PRIMARY);
        furnishControls();
        furnishSelects();
        apart = new Paragraph(texts.of("share.embed.apart"));
        apart.addClassName("lab-embed-apart");
        code.setLabel(texts.of("share.embed.code"));
        code.setReadOnly(true);
        code.setWidthFull();
        code.setMaxRows(6);
        look.setText(texts.of("share.embed.look"));
        look.setTarget("_blank");
        look.setRouterIgnore(true);
        tooLong.addClassName("lab-dim");
        add(controls, row(theme, language), apart, tooLong, code, row(copy, shorter(), look));
    }

    private static Div row(com.vaadin.flow.component.Component... parts) {
        Div row = new Div(parts);
        row.addClassName("lab-share-row");
        return row;
    }

    private void furnishControls() {
        controls.setLabel(texts.of("share.embed.controls"));
        controls.setItems(Control.values());
        controls.setItemLabelGenerator(control -> control.label(texts));
        controls.setValue(Embedding.STANDARD);
        controls.addClassName("lab-share-controls");
        controls.addValueChangeListener(_ -> show());
    }

    private void furnishSelects() {
        theme.setLabel(texts.of("workbench.theme"));
        theme.setItems(AUTO, "light", "dark");
        theme.setItemLabelGenerator(
                each -> texts.of("workbench.theme." + (each.equals(AUTO) ? "system" : each)));
        theme.setValue(AUTO);
        theme.addValueChangeListener(_ -> show());
        language.setLabel(texts.of("share.embed.language"));
        language.setItems(
                List.of(AUTO, tag(Messages.LOCALES.getFirst()), tag(Messages.LOCALES.getLast())));
        language.setItemLabelGenerator(this::languageName);
        language.setValue(AUTO);
        language.addValueChangeListener(_ -> show());
    }

    private static String tag(Locale locale) {
        return locale.toLanguageTag();
    }

    private String languageName(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        return tag.equals(AUTO)
                ? texts.of("share.embed.language.auto")
                : locale.getDisplayLanguage(locale);
    }

    /** With a short link the code is short, and the run can go with it. */
    private Button shorter() {
        Button button = new Button(texts.of("share.embed.short"));
        button.addClickListener(_ -> {
            switch (sharer.share(sharer.begun())) {
                case Links.Sharing.Made(LinkToken made, SharedLink link) -> {
                    LinkMemory.keep(this, link.id(), made);
                    token = Optional.of(made);
                    button.setEnabled(false);
                    show();
                    onMade.run();
                }
                case Links.Sharing.Refused(Problem problem) -> Notification.show(texts.of(problem));
            }
        });
        return button;
    }

    private void copy() {
        Clipboard.copy(code.getValue());
        copy.setText(texts.of("workbench.copied"));
    }

    @Override
    void at(String begin) {
        base = begin;
        apart.setVisible(!sharer.framing().acrossSites(begin.startsWith("https:")));
        show();
    }

    private void show() {
        String text = LinkText.write(sharer.experiment());
        boolean fits = token.isPresent() || text.length() <= LinkText.LONGEST;
        tooLong.setText(texts.of("share.embed.tooLong", "letters", text.length()));
        tooLong.setVisible(!fits);
        code.setVisible(fits);
        copy.setVisible(fits);
        look.setVisible(fits);
        if (fits) {
            show(text);
        }
    }

    private void show(String text) {
        String address = address(text);
        code.setValue(
                """
                <iframe src="%s" title="%s" width="100%%" height="%d" style="border: 0" loading="lazy"></iframe>\
                """
                        .formatted(
                                HtmlUtils.htmlEscape(address),
                                HtmlUtils.htmlEscape(sharer.experiment().title()),
                                height()));
        look.setHref(address);
        copy.setText(texts.of("share.embed.copy"));
    }

    /** In pixels, for a column about as wide as a course page's. */
    private int height() {
        return controls.getValue().contains(Control.GRAPH) ? HEIGHT + GRAPH_HEIGHT : HEIGHT;
    }

    private String address(String text) {
        String query = "?" + embedding().query();
        return token.map(made -> base + "x/" + made.value() + query)
                .orElseGet(() -> base + query + "#e=" + text);
    }

    private Embedding embedding() {
        return new Embedding(
                controls.getValue(), chosen(theme.getValue()), chosen(language.getValue()));
    }

    private static Optional<String> chosen(String value) {
        return Optional.of(value).filter(each -> !each.equals(AUTO));
    }
}
