package dev.spirallab.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/**
 * Opens an experiment from a file or from pasted text, and says what is wrong with it if it cannot.
 */
final class ExchangeDialog extends Dialog {
    private static final int MOST_BYTES = 4 << 20;
    private static final int MOST_PROBLEMS = 8;

    private final Texts texts;
    private final Function<String, List<Problem>> open;
    private final TextArea text = new TextArea();
    private final Div problems = new Div();

    /**
     * @param open takes the document, or says what is wrong with it
     */
    ExchangeDialog(Texts texts, Function<String, List<Problem>> open) {
        this.texts = texts;
        this.open = open;
        addClassName("lab-exchange");
        setHeaderTitle(texts.of("workbench.open"));
        text.setLabel(texts.of("workbench.open.paste"));
        text.setWidthFull();
        text.setMinRows(8);
        text.setMaxRows(14);
        problems.addClassName("lab-problems");
        problems.getElement().setAttribute("role", "alert");
        add(new Paragraph(texts.of("workbench.open.hint")), upload(), text, problems);
        getFooter().add(cancel(), confirm());
    }

    private Upload upload() {
        Upload upload =
                new Upload(
                        UploadHandler.inMemory(
                                (_, bytes) -> take(new String(bytes, StandardCharsets.UTF_8))));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(MOST_BYTES);
        upload.setUploadButton(new Button(texts.of("workbench.open.choose")));
        upload.setDropLabel(
                new com.vaadin.flow.component.html.Span(texts.of("workbench.open.drop")));
        upload.addFileRejectedListener(_ -> say(texts.of("workbench.open.tooLarge")));
        return upload;
    }

    private Button cancel() {
        return new Button(texts.of("workbench.cancel"), _ -> close());
    }

    private Button confirm() {
        Button confirm = new Button(texts.of("workbench.open.confirm"), _ -> take(text.getValue()));
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        return confirm;
    }

    private void take(String json) {
        text.setValue(json);
        List<Problem> found = open.apply(json);
        if (found.isEmpty()) {
            close();
        } else {
            show(found);
        }
    }

    private void show(List<Problem> found) {
        UnorderedList list = new UnorderedList();
        found.stream().limit(MOST_PROBLEMS).map(texts::of).map(ListItem::new).forEach(list::add);
        problems.removeAll();
        problems.add(list);
    }

    private void say(String complaint) {
        problems.removeAll();
        problems.add(new Paragraph(complaint));
    }
}
