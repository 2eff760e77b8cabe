package dev.spirallab.ui.mine;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import dev.spirallab.i18n.Texts;

/** A part of the dialog: {@code <key>} is its heading, {@code <key>.hint} says more. */
abstract class Part extends Div {

    Part(Texts texts, String key) {
        addClassName("lab-account-part");
        add(new H3(texts.of(key)), new Paragraph(texts.of(key + ".hint")));
    }
}
