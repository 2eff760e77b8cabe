package dev.spirallab.ui.mine;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.spirallab.i18n.Texts;

/** Everything, to be deleted: only for who types the word. */
final class DeletePart extends Part {

    DeletePart(Reader reader) {
        super(reader.texts(), "mine.delete");
        Texts texts = reader.texts();
        String word = texts.of("mine.delete.word");
        Button delete = new Button(texts.of("mine.delete.go"), _ -> reader.delete());
        delete.addThemeVariants(ButtonVariant.ERROR);
        delete.setEnabled(false);
        TextField typed = new TextField(texts.of("mine.delete.type", "word", word));
        typed.setAutocomplete(Autocomplete.OFF);
        typed.setValueChangeMode(ValueChangeMode.EAGER);
        typed.addValueChangeListener(
                event -> delete.setEnabled(event.getValue().strip().equalsIgnoreCase(word)));
        Div row = new Div(typed, delete);
        row.addClassName("lab-account-row");
        add(row);
    }
}
