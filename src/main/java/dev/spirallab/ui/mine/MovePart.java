package dev.spirallab.ui.mine;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocapitalize;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import dev.spirallab.account.Recovery;
import dev.spirallab.account.Refusal;
import dev.spirallab.i18n.Texts;

/** The recovery code of another browser, to be typed here. */
final class MovePart extends Part {
    private static final int LONGEST = 80;

    private final Reader reader;
    private final Texts texts;
    private final TextField typed = new TextField();
    private final Checkbox bringing = new Checkbox(true);
    private final Paragraph luggage = new Paragraph();

    MovePart(Reader reader) {
        super(reader.texts(), "mine.move");
        this.reader = reader;
        texts = reader.texts();
        typed.setLabel(texts.of("mine.move.code"));
        typed.setMaxLength(LONGEST);
        typed.setAutocapitalize(Autocapitalize.NONE);
        typed.setAutocomplete(Autocomplete.OFF);
        typed.addKeyPressListener(Key.ENTER, _ -> move());
        bringing.addValueChangeListener(_ -> show());
        Div row = new Div(typed, new Button(texts.of("mine.move.go"), _ -> move()));
        row.addClassName("lab-account-row");
        luggage.addClassName("lab-account-luggage");
        add(row, bringing, luggage);
        show();
    }

    /** What will become of what this browser has. */
    void show() {
        int count = reader.experiments();
        bringing.setLabel(texts.of("mine.move.bring", "count", count));
        bringing.setVisible(count > 0 && !reader.hasCode());
        luggage.setText(texts.of(consequence(), "count", count));
        luggage.setVisible(count > 0);
    }

    private String consequence() {
        if (reader.hasCode()) {
            return "mine.move.stays";
        }
        return bringing.getValue() ? "mine.move.comes" : "mine.move.left";
    }

    private void move() {
        switch (reader.recover(typed.getValue(), bringing.getValue())) {
            case Recovery.Moved _ -> OpenPages.beginAnew("");
            case Recovery.Mistyped() -> complain(texts.of("mine.move.mistyped"));
            case Recovery.Unknown() -> complain(texts.of("mine.move.unknown"));
            case Recovery.Refused(Refusal refusal) -> complain(texts.of(refusal.problem()));
        }
    }

    private void complain(String why) {
        typed.setErrorMessage(why);
        typed.setInvalid(true);
        typed.focus();
    }
}
