package dev.spirallab.ui.mine;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import dev.spirallab.i18n.Texts;
import dev.spirallab.ui.kit.Clipboard;

/** Something that is told once: to be read, and to be copied. */
final class Secret extends Div {
    private final Texts texts;
    private final TextField field = new TextField();
    private final Button copy = new Button();

    /**
     * @param key of its label; {@code <key>.once} says that it is told once
     */
    Secret(Texts texts, String key) {
        this.texts = texts;
        field.setLabel(texts.of(key));
        field.setHelperText(texts.of(key + ".once"));
        field.setReadOnly(true);
        field.setAutoselect(true);
        copy.addThemeVariants(ButtonVariant.PRIMARY);
        copy.addClickListener(_ -> copy());
        addClassName("lab-account-secret");
        add(field, copy);
        setVisible(false);
    }

    /** The reader is taken there, so that nobody misses it. */
    void tell(String secret) {
        field.setValue(secret);
        copy.setText(texts.of("mine.copy"));
        setVisible(true);
        field.focus();
    }

    private void copy() {
        Clipboard.copy(field.getValue());
        copy.setText(texts.of("workbench.copied"));
    }
}
