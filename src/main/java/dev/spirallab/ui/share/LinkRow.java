package dev.spirallab.ui.share;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import dev.spirallab.i18n.Texts;
import dev.spirallab.ui.kit.Clipboard;
import dev.spirallab.ui.kit.Icon;

/** A link to read, to copy, and to hold before a camera. */
final class LinkRow extends Div {
    private final Texts texts;
    private final TextField field;
    private final Button copy;
    private final Button code;
    private final Div picture = new Div();
    private String link = "";

    LinkRow(Texts texts, String label) {
        this.texts = texts;
        field = new TextField(label);
        field.setReadOnly(true);
        copy = new Button(texts.of("workbench.share.copy"), Icon.LINK.create(), _ -> copy());
        copy.addThemeVariants(ButtonVariant.PRIMARY);
        code = new Button(texts.of("share.qr"), Icon.QR.create(), _ -> toggleCode());
        code.getElement().setAttribute("aria-expanded", "false");
        picture.addClassName("lab-qr-card");
        picture.setVisible(false);
        Div row = new Div(field, copy, code);
        row.addClassName("lab-link");
        add(row, picture);
    }

    void show(String shown) {
        link = shown;
        field.setValue(shown);
        copy.setText(texts.of("workbench.share.copy"));
        if (picture.isVisible()) {
            draw();
        }
    }

    private void copy() {
        Clipboard.copy(link);
        copy.setText(texts.of("workbench.copied"));
    }

    private void toggleCode() {
        picture.setVisible(!picture.isVisible());
        code.getElement().setAttribute("aria-expanded", String.valueOf(picture.isVisible()));
        draw();
    }

    private void draw() {
        picture.removeAll();
        QrCode.of(link, texts.of("share.qr.label", "link", link))
                .ifPresentOrElse(
                        this::frame, () -> picture.add(new Span(texts.of("share.qr.tooLong"))));
    }

    /** From the last row a code is read only if it fills the screen. */
    private void frame(QrCode drawn) {
        NativeButton whole = new NativeButton();
        whole.addClassName("lab-qr-whole");
        whole.setTitle(texts.of("share.qr.whole"));
        whole.add(drawn);
        whole.getElement()
                .executeJs(
                        """
                        this.addEventListener('click', () => document.fullscreenElement
                            ? document.exitFullscreen() : this.requestFullscreen?.());
                        """);
        picture.add(whole);
    }
}
